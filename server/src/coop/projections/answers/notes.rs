//! What is noted of an accepted change: the answers in it, and the terms of the event it stands in.

use automerge::Automerge;
use besace_model::admission::snapshot::guarded;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::event::{self, SeatTerms};
use besace_model::kinds::rsvp;

use super::counts_at;
use crate::coop::{CoopError, Inside, stored};
use crate::store::docs::{self, DocMeta};
use crate::store::seats::{self, Standing};
use crate::store::{StoreError, snapshots};

impl Inside<'_> {
    /// A member's answers that changed, each to count in its time.
    pub(super) fn note_answers(&mut self, doc: &DocMeta, seq: u64) -> Result<(), StoreError> {
        let (conn, now, member) = (self.writing.conn, self.writing.now, doc.head.owner);
        let Some(watch) = self.indexes.watch_of(doc.row) else {
            return Ok(());
        };
        for key in watch.take_touched() {
            let (Ok(event), Some(answer)) = (key.parse(), watch.entry(&key)) else {
                continue;
            };
            let (status, for_sequence) = rsvp::standing(answer);
            let counted = seats::counted(conn, event, member)?;
            let waiting = seats::waiting(conn, event, member)?;
            let before = waiting.or(counted.map(|(standing, _)| standing));
            let same = before.filter(|standing| standing.status == status);
            let said = Standing {
                member,
                status,
                for_sequence,
                asked_seq: same.map_or(seq, |standing| standing.asked_seq),
            };
            match counted {
                Some((counted, _))
                    if (counted.status, counted.for_sequence) == (status, for_sequence) =>
                {
                    seats::forget_waiting(conn, event, member)?;
                }
                _ if waiting == Some(said) => {}
                _ => {
                    let whole_at = counted.map_or(now, |(_, whole_at)| whole_at);
                    seats::wait(conn, event, &said, counts_at(whole_at, now))?;
                }
            }
        }
        Ok(())
    }

    /// What an event says of its seats, once it says something else.
    pub(super) fn note_terms(&mut self, doc: &DocMeta) -> Result<(), StoreError> {
        let conn = self.writing.conn;
        let (Ok(event), Some(watch)) = (doc.head.key.parse(), self.indexes.watch_of(doc.row))
        else {
            return Ok(());
        };
        watch.take_touched();
        let terms = SeatTerms::of(watch);
        if seats::terms(conn, event)? != Some(terms) {
            seats::set_terms(conn, event, terms)?;
            seats::set_due(conn, event, self.writing.now)?;
        }
        Ok(())
    }

    /// What an event says of its seats. Of one from before this was noted, the document is read, once.
    pub(in crate::coop) fn terms_of(
        &mut self,
        event: Ulid,
    ) -> Result<Option<SeatTerms>, CoopError> {
        let conn = self.writing.conn;
        if let Some(terms) = seats::terms(conn, event)? {
            return Ok(terms);
        }
        let Some(doc) = docs::find(conn, DocHead::event(event).id(self.row.coop))? else {
            return Ok(None);
        };
        let said = self.read_guarded(&doc, event::read)?.flatten();
        let terms = said.as_deref().map(SeatTerms::from);
        seats::set_terms(conn, event, terms)?;
        Ok(terms)
    }

    /// Reads a document that others wrote. Admission let it through; should Automerge fail on it all the same, it is
    /// frozen. Of a frozen one, what its last good snapshot says.
    fn read_guarded<T>(
        &mut self,
        doc: &DocMeta,
        read: impl FnOnce(&Automerge) -> T,
    ) -> Result<Option<T>, CoopError> {
        let conn = self.writing.conn;
        let upto = if doc.is_frozen {
            snapshots::find(conn, doc.row)?.map_or(0, |it| it.upto_seq)
        } else {
            u64::MAX
        };
        let loaded = stored::load(conn, doc, upto);
        match loaded.map(|doc| guarded(|| Ok(read(&doc)))) {
            Ok(Ok(answer)) => return Ok(Some(answer)),
            Ok(Err(_)) | Err(StoreError::Damaged(_)) => {}
            Err(error) => return Err(error.into()),
        }
        if !doc.is_frozen {
            self.freeze(doc)?;
        }
        Ok(None)
    }
}
