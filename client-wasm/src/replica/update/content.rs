//! What came of a document, changes or a whole snapshot, is kept and read.

use automerge::{Automerge, Change};
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, DocId, MemberId};
use besace_model::plain::Object;
use besace_model::sorted::SortedSet;
use besace_model::time::Timestamp;
use besace_model::wire::{Logged, Piece};

use super::{After, has};
use crate::api::Topic;
use crate::digest;
use crate::docs::{Unreadable, apply};
use crate::replica::Replica;
use crate::replica::recover::Why;
use crate::store::{Batch, OUTBOX, number_key};

impl Replica {
    pub(super) fn take_content(
        &mut self,
        id: DocId,
        piece: Option<Piece>,
        changes: Vec<Logged>,
        relay_now: Timestamp,
        after: &mut After,
        batch: &mut Batch,
    ) -> Result<(), Unreadable> {
        if self.docs.aside().contains_key(&id) {
            self.take_unread(id, piece, changes, batch);
            return Ok(());
        }
        let from = piece.as_ref().map(|piece| piece.snapshot);
        let replaced = match piece {
            Some(piece) => match self.take_piece(id, piece, batch) {
                Some(snapshot) => Some(snapshot),
                // The rest of the snapshot comes later, and what follows it after that.
                None => return Ok(()),
            },
            None => None,
        };
        let Some(doc) = self.docs.get(id) else {
            return Ok(());
        };
        let kind = doc.row.head.kind;
        let head = doc.row.head.clone();
        let earlier = self.docs.earlier(&head);
        let known = doc
            .record()
            .or_else(|| self.docs.get(*earlier.last()?)?.record());
        let before = match known {
            Some(record) if self.meta.complete => digest::content(record),
            _ => Object::new(),
        };
        let from = from.filter(|_| replaced.is_some());
        let by = self.reading(id, from, |it| {
            it.read_content(id, replaced, changes, relay_now, after, batch)
        })?;
        self.take_the_place_of(id, &earlier, after, batch);
        self.tell_away(id, &head, &before, by, relay_now, batch);
        self.touch(kind);
        self.topics.insert(Topic::Conflicts);
        if kind == DocHead::directory().kind {
            self.refresh_grants();
            self.topics.extend(Topic::all());
        }
        Ok(())
    }

    /// A document is here whole: those that it takes the place of go in the same transaction, and what waits for them moves
    /// on. What the cooperative received of them it has.
    fn take_the_place_of(
        &mut self,
        id: DocId,
        earlier: &[DocId],
        after: &mut After,
        batch: &mut Batch,
    ) {
        for earlier in earlier {
            let received = self.docs.get(*earlier).map(|doc| doc.row.received.clone());
            if let Some((doc, received)) = self.docs.get_mut(id).zip(received) {
                for (entry, at) in &received {
                    doc.row.received.insert(entry.clone(), *at);
                }
                doc.write_row(id, batch);
            }
            if self.outbox.of(*earlier).next().is_some() {
                after.gone.push((*earlier, Why::code(ErrorCode::Gone)));
            }
            self.docs.forget(*earlier, batch);
        }
    }

    /// Reads what came of a document; says who made the changes of others, when it is one person.
    fn read_content(
        &mut self,
        id: DocId,
        snapshot: Option<Vec<u8>>,
        changes: Vec<Logged>,
        relay_now: Timestamp,
        after: &mut After,
        batch: &mut Batch,
    ) -> Result<Option<MemberId>, Unreadable> {
        if let Some(snapshot) = snapshot {
            self.replace(id, snapshot, after, batch)?;
        }
        let by = self.take_changes(id, changes, relay_now, batch)?;
        if self.outbox.of(id).next().is_none() {
            self.docs.shown(id, std::iter::empty())?;
            self.docs.fold(id, batch);
        }
        let shown = self.docs.shown(id, self.outbox.of(id))?;
        // While the relay starts over, what a command stands on may come with the next update: until then the record
        // stays as it is.
        let stands = self.outbox.of(id).all(|item| has(shown, item));
        if !self.meta.starting_over || stands {
            self.docs.write_record(id, batch);
        }
        if !self.meta.starting_over && !stands {
            after.waiting.insert(id);
        }
        Ok(by)
    }

    /// A whole snapshot takes the place of what the relay had given. Pending commits that do not stand on it are made
    /// again.
    fn replace(
        &mut self,
        id: DocId,
        snapshot: Vec<u8>,
        after: &mut After,
        batch: &mut Batch,
    ) -> Result<(), Unreadable> {
        let mut doc = Automerge::load(&snapshot).map_err(|_| Unreadable)?;
        if let Some(kept) = self.docs.get_mut(id) {
            kept.replace(id, snapshot, &doc, batch);
            apply(&mut doc, kept.changes.values().map(Vec::as_slice))?;
        }
        let pending = self.outbox.of(id).map(|item| item.row.change.as_slice());
        let clashes = apply(&mut doc, pending).is_err();
        if clashes {
            let kept = self.docs.get(id).ok_or(Unreadable)?;
            doc = kept.confirmed()?;
        }
        let stands = !clashes && self.outbox.of(id).all(|item| has(&doc, item));
        if !stands && (clashes || !self.meta.starting_over) {
            self.renew_actor(id);
            after.recover.insert(id);
        }
        self.docs.keep(id, doc);
        Ok(())
    }

    /// Appends changes the relay accepted; says who made those of others, when it is one person.
    fn take_changes(
        &mut self,
        id: DocId,
        changes: Vec<Logged>,
        relay_now: Timestamp,
        batch: &mut Batch,
    ) -> Result<Option<MemberId>, Unreadable> {
        let mut authors = SortedSet::new();
        for logged in changes {
            let at = relay_now.plus_ms(-i64::try_from(logged.age_ms).unwrap_or(i64::MAX));
            let change = Change::from_bytes(logged.change.clone()).map_err(|_| Unreadable)?;
            let hash = CommitHash(change.hash().0);
            let pending = self.outbox.by_hash(&hash);
            if let Some((number, entry)) = pending
                .filter(|item| item.row.from.is_some())
                .map(|item| (item.number, item.entry.clone()))
            {
                // It came by its author's own road.
                self.outbox.remove(number);
                batch.delete(OUTBOX, number_key(number));
                if let Some(doc) = self.docs.get_mut(id) {
                    doc.append(id, logged.change, batch);
                    doc.row.received.insert(entry, at.0);
                }
                continue;
            }
            if pending.is_some() {
                // Its verdict, still to come, says where it stands: until then it stays among what is pushed.
                if let Some(doc) = self.docs.get_mut(id) {
                    doc.append(id, logged.change, batch);
                }
                continue;
            }
            let shown = self.docs.shown(id, self.outbox.of(id))?;
            let is_new = shown.get_change_meta_by_hash(&change.hash()).is_none();
            if is_new {
                let actor = change.actor_id().clone();
                let applied = apply(shown, std::iter::once(logged.change.as_slice()));
                if applied.is_err() {
                    self.clash(id, logged.change, batch)?;
                    continue;
                }
                authors.insert(shown.get_author_for_actor(&actor).and_then(|author| {
                    Some(MemberId::from_bytes(author.as_bytes().try_into().ok()?))
                }));
            }
            let Some(doc) = self.docs.get_mut(id) else {
                continue;
            };
            // One that stands already is said again by a relay that starts over.
            if is_new || doc.row.fresh_from.is_some() {
                doc.append(id, logged.change, batch);
            }
            if is_new {
                doc.row.received.insert(String::new(), at.0);
            }
        }
        let mut authors = authors.into_iter();
        Ok(match (authors.next(), authors.next()) {
            (Some(only), None) => only,
            _ => None,
        })
    }

    /// What this device wrote before it was restored from a copy comes back, and does not go together with what it wrote
    /// since: that is made again on top of it.
    fn clash(&mut self, id: DocId, change: Vec<u8>, batch: &mut Batch) -> Result<(), Unreadable> {
        if self.outbox.of(id).next().is_none() {
            return Err(Unreadable);
        }
        let doc = self.docs.get_mut(id).ok_or(Unreadable)?;
        doc.append(id, change, batch);
        doc.confirmed()?;
        self.renew_actor(id);
        let now = Timestamp(self.meta.contact_ms.unwrap_or_default());
        self.recover(id, now, batch);
        Ok(())
    }
}
