//! What answers to events say, and when they count for seats. The writer reads it off the changes themselves as it judges
//! them (see the model's `admission::watch`) and loads no document. Who changes their mind again and again is heard more
//! slowly, in the relay's time; their last word is kept and counts then.

use std::sync::Arc;

use automerge::Automerge;
use besace_model::admission::snapshot::guarded;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::event::{self, SeatTerms};
use besace_model::kinds::roster::seats::counts_for;
use besace_model::kinds::rsvp;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::time::Timestamp;

use crate::coop::{Coop, CoopError, Inside, Published, stored};
use crate::limits::{ANSWER_CHANGE_EVERY_MS, ANSWER_CHANGES_QUICK, WORDS_PER_STEP};
use crate::store::docs::{self, DocMeta};
use crate::store::seats::{self, Standing};
use crate::store::{StoreError, snapshots};

/// Whether something set for a time is due. A clock that was put back makes nobody wait for longer than was meant.
pub(in crate::coop) fn is_due(at: Timestamp, now: Timestamp) -> bool {
    at <= now || at > now.plus_ms(ANSWER_CHANGE_EVERY_MS)
}

/// When a change of mind counts, of somebody whose quick changes are whole again at `whole_at`.
fn counts_at(whole_at: Timestamp, now: Timestamp) -> Timestamp {
    let at = whole_at.plus_ms(-(ANSWER_CHANGES_QUICK - 1) * ANSWER_CHANGE_EVERY_MS);
    at.clamp(now, now.plus_ms(ANSWER_CHANGE_EVERY_MS))
}

/// When the quick changes of somebody are whole again, once one more was counted.
fn whole_after(whole_at: Timestamp, now: Timestamp) -> Timestamp {
    let most = now.plus_ms((ANSWER_CHANGES_QUICK - 1) * ANSWER_CHANGE_EVERY_MS);
    let at = whole_at.clamp(now, most);
    at.plus_ms(ANSWER_CHANGE_EVERY_MS)
}

impl Coop {
    /// Whether some event waits for its seats to be decided, now or later.
    #[must_use]
    pub fn are_seats_waiting(&self) -> bool {
        self.judging.seats_due.is_some()
    }

    /// Whether the time has come to decide seats: call [`Coop::decide_seats`] then.
    #[must_use]
    pub fn are_seats_due(&self, now: Timestamp) -> bool {
        let due = self.judging.seats_due;
        due.is_some_and(|at| is_due(at, now))
    }

    /// Decides a bounded number of the seats whose time has come.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn decide_seats(&mut self, now: Timestamp) -> Result<Published, CoopError> {
        let decided = self.write(now, |inside| inside.decide_due());
        Ok(decided?.1)
    }
}

impl Inside<'_> {
    /// Takes note of what accepted changes to answers and events say, and decides seats.
    pub(in crate::coop) fn decide_seats(
        &mut self,
        dirty: impl Iterator<Item = (Arc<DocMeta>, u64)>,
    ) -> Result<(), CoopError> {
        let mut by_receipt: Vec<_> = dirty.collect();
        by_receipt.sort_by_key(|(_, seq)| *seq);
        for (doc, seq) in &by_receipt {
            match doc.head.kind {
                Kind::Rsvp => self.note_answers(doc, *seq)?,
                Kind::Event => self.note_terms(doc)?,
                _ => {}
            }
        }
        if by_receipt.is_empty() {
            return Ok(());
        }
        self.decide_due()
    }

    /// Forgets the answers of a member who left, and gives their seats to others.
    pub(in crate::coop) fn release_seats(&mut self, member: MemberId) -> Result<(), CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        for (event, standing) in seats::of_member(conn, member)? {
            let gone = Standing {
                status: AnswerStatus::NeedsAction,
                ..standing
            };
            seats::wait(conn, event, &gone, now)?;
        }
        self.decide_due()
    }

    /// A member's answers that changed, each to count in its time.
    fn note_answers(&mut self, doc: &DocMeta, seq: u64) -> Result<(), StoreError> {
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
    fn note_terms(&mut self, doc: &DocMeta) -> Result<(), StoreError> {
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

    /// Whether one of these events is over, as they stand: nobody says any more that they come.
    pub(in crate::coop) fn is_any_over(&mut self, events: &[Ulid]) -> Result<bool, StoreError> {
        for event in events {
            let terms = match self.terms_of(*event) {
                Ok(terms) => terms,
                Err(CoopError::Store(error)) => return Err(error),
                Err(_) => None,
            };
            let ends_at = terms.and_then(|terms| terms.ends_at);
            if ends_at.is_some_and(|end| end < self.writing.now) {
                return Ok(true);
            }
        }
        Ok(false)
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

    /// Counts the answers to an event whose time has come, and sets the time for the others; how many there were.
    pub(in crate::coop) fn count_due(
        &mut self,
        event: Ulid,
        terms: Option<SeatTerms>,
    ) -> Result<usize, StoreError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        let is_closed = terms.is_some_and(|terms| !terms.signup_open);
        let sequence = terms.map_or(0, |terms| terms.sequence);
        let waiting = seats::all_waiting(conn, event)?;
        let (due, later): (Vec<_>, Vec<_>) = waiting.iter().partition(|(_, at)| is_due(*at, now));
        for (standing, _) in due.iter().take(WORDS_PER_STEP) {
            let counted = seats::counted(conn, event, standing.member)?;
            let whole_at = counted.map_or(now, |(_, whole_at)| whole_at);
            seats::forget_waiting(conn, event, standing.member)?;
            // Asked while answers are not taken: it counts from the member's next word once they are.
            if !(is_closed && standing.status == AnswerStatus::Accepted) {
                let heard = Standing {
                    for_sequence: counts_for(standing.for_sequence, sequence),
                    ..*standing
                };
                seats::count(conn, event, &heard, whole_after(whole_at, now))?;
            }
        }
        seats::clear_due(conn, event)?;
        let left = due.iter().skip(WORDS_PER_STEP).chain(&later);
        if let Some(next) = left.map(|(_, at)| *at).min() {
            seats::set_due(conn, event, next)?;
        }
        Ok(waiting.len())
    }
}
