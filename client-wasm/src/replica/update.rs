//! The relay says something: verdicts, what others did, where the phone stands now. All of it, cursor included, goes
//! to the disk in one transaction.

use automerge::{Automerge, Change, ChangeHash};
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, DocId, MemberId};
use besace_model::kind::Kind;
use besace_model::plain::{self, Object};
use besace_model::sorted::SortedSet;
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocUpdate, Logged, Piece, Update};

use super::Replica;
use super::recover::Why;
use crate::api::Topic;
use crate::digest::{self, AWAY_MAX};
use crate::docs::{Unreadable, apply};
use crate::outbox::Item;
use crate::store::{self, AWAY, Batch, Download, PIECES};
use crate::view::sync::AwayItem;

/// What an update leaves to be done once all of it is in.
#[derive(Default)]
pub(super) struct After {
    pub(super) recover: SortedSet<DocId>,
    /// Documents of which a commit was refused: what follows it is made again, whatever was said of it.
    pub(super) judged: SortedSet<DocId>,
    pub(super) gone: Vec<(DocId, Why)>,
}

impl Replica {
    pub(super) fn update(&mut self, now: Timestamp, update: Update) {
        let mut batch = Batch::default();
        let mut after = After::default();
        self.meta.contact_ms = Some(now.0);
        self.meta.skew_ms = update.now.0 - now.0;
        if update.restart {
            self.meta.restarts += 1;
            // What this relay knows is what it says from now on.
            self.meta.life += 1;
            self.meta.starting_over = true;
            self.actors.clear();
            self.outbox.reopen_sent(self.coop, None, &mut batch);
        }
        if let Some(kinds) = update.kinds {
            self.outbox.set_relay_knows(kinds);
        }
        for verdict in update.verdicts {
            self.verdict(verdict, now, &mut after, &mut batch);
        }
        // After the verdicts: what is accepted of a document that is lost leaves with it.
        for id in &update.lost {
            self.lose(*id, &mut after, &mut batch);
        }
        for doc in update.docs {
            self.doc_update(doc, update.now, &mut after, &mut batch);
        }
        // An update without a cursor holds verdicts alone: it says nothing of where the phone stands.
        let said_everything = update.cursor.is_some() && update.remaining == 0;
        if self.meta.starting_over && said_everything {
            self.meta.starting_over = false;
            self.drop_what_the_relay_lost(&mut after, &mut batch);
            self.lose_what_is_not_mine_to_read(&mut after, &mut batch);
        }
        for (doc, why) in std::mem::take(&mut after.gone) {
            self.move_on(doc, &why, now, &mut batch);
        }
        for doc in std::mem::take(&mut after.recover) {
            self.recover(doc, now, &mut batch);
        }
        if let Some(cursor) = update.cursor {
            self.meta.cursor = Some(cursor);
            self.meta.remaining = update.remaining;
            self.meta.complete |= said_everything;
        }
        self.write_meta(&mut batch);
        self.topics.insert(Topic::Sync);
        self.save(batch);
    }

    /// A document the member no longer reads leaves the phone; what was not sent of it stays readable.
    pub(super) fn lose(&mut self, id: DocId, after: &mut After, batch: &mut Batch) {
        if let Some(doc) = self.docs.get(id) {
            let kind = doc.row.head.kind;
            self.docs.forget(id, batch);
            self.touch(kind);
            self.forget_told(id, kind, batch);
        }
        after.gone.push((id, Why::code(ErrorCode::Forbidden)));
    }

    fn doc_update(
        &mut self,
        update: DocUpdate,
        relay_now: Timestamp,
        after: &mut After,
        batch: &mut Batch,
    ) {
        let (id, head) = match update.doc {
            DocName::Known(id) => (id, None),
            DocName::Head(head) => (head.id(self.coop), Some(head)),
        };
        match (self.docs.get(id), head) {
            (None, Some(head)) if head.is_well_formed() => {
                self.docs.get_or_make(id, &head);
            }
            // A later version of the app says that it knows the kind, and is given all of them.
            (None, Some(head)) if matches!(head.kind, Kind::Other(_)) => return,
            (None, _) => return self.ask_again(id, batch),
            _ => {}
        }
        let life = self.meta.life;
        if let Some(doc) = self.docs.get_mut(id) {
            doc.meet(id, life, batch);
        }
        if self
            .take_content(id, update.piece, update.changes, relay_now, after, batch)
            .is_err()
        {
            self.ask_again(id, batch);
        }
    }

    fn take_content(
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
        if !self.meta.starting_over || self.outbox.of(id).all(|item| has(shown, item)) {
            self.docs.write_record(id, batch);
        }
        Ok(by)
    }

    /// Keeps a piece; the whole snapshot once it is there. A piece that does not follow waits for those before it.
    pub(super) fn take_piece(
        &mut self,
        id: DocId,
        piece: Piece,
        batch: &mut Batch,
    ) -> Option<Vec<u8>> {
        let doc = self.docs.get_mut(id)?;
        let same = doc
            .row
            .download
            .is_some_and(|under_way| under_way.snapshot == piece.snapshot);
        if !same {
            for offset in std::mem::take(&mut doc.pieces).into_keys() {
                batch.delete(PIECES, store::part_key(id, offset));
            }
        }
        let have = if same { doc.row.download?.have } else { 0 };
        if piece.offset > have || piece.offset as usize + piece.bytes.len() > piece.total as usize {
            return None;
        }
        let end = piece.offset + piece.bytes.len() as u32;
        doc.pieces.split_off(&piece.offset);
        if piece.offset == 0 && end == piece.total {
            return Some(piece.bytes);
        }
        batch.put(
            PIECES,
            store::part_key(id, piece.offset),
            piece.bytes.clone(),
        );
        doc.pieces.insert(piece.offset, piece.bytes);
        doc.row.download = Some(Download {
            snapshot: piece.snapshot,
            total: piece.total,
            have: end,
        });
        if end < piece.total {
            doc.write_row(id, batch);
            return None;
        }
        Some(doc.pieces.values().flatten().copied().collect())
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
            if self.outbox.by_hash(&hash).is_some() {
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

    /// Notes what others did for "while you were away", and when entries were received.
    fn tell_away(
        &mut self,
        id: DocId,
        head: &DocHead,
        before: &Object,
        by: Option<MemberId>,
        relay_now: Timestamp,
        batch: &mut Batch,
    ) {
        if !self.meta.complete {
            return;
        }
        let Some(after) = self.docs.get(id).and_then(|doc| doc.record()) else {
            return;
        };
        let mine = self.written_here(id);
        let told = digest::compare(head, before, after, by, &mine, relay_now);
        if let Some(doc) = self.docs.get_mut(id) {
            let at = doc.row.received.get("").copied().unwrap_or(relay_now.0);
            for (entry, _) in &told {
                doc.row.received.insert(entry.clone(), at);
            }
            doc.write_row(id, batch);
        }
        for (_, item) in told {
            let Some(item) = item.filter(|item| item.by != Some(self.member)) else {
                continue;
            };
            let item = AwayItem {
                doc: Some(id.to_string()),
                ..item
            };
            let number = self.next_number();
            let row = plain::to_json(&item).into_bytes();
            batch.put(AWAY, store::number_key(number), row);
            self.away.insert(number, item);
            self.topics.insert(Topic::Away);
        }
        while self.away.len() > AWAY_MAX {
            if let Some((number, _)) = self.away.pop_first() {
                batch.delete(AWAY, store::number_key(number));
            }
        }
    }

    /// What was told of a document leaves with it; of items that do not say their document, those of its kind.
    fn forget_told(&mut self, id: DocId, kind: Kind, batch: &mut Batch) {
        let doc = id.to_string();
        let is_of_it = |item: &AwayItem| match &item.doc {
            Some(of) => *of == doc,
            None => item.kind == kind,
        };
        let told = self.away.iter().filter(|(_, item)| is_of_it(item));
        for number in told.map(|(number, _)| *number).collect::<Vec<_>>() {
            self.away.remove(&number);
            batch.delete(AWAY, store::number_key(number));
            self.topics.insert(Topic::Away);
        }
    }

    /// The entries of a document this phone wrote to: pending, or since "while you were away" was last looked at.
    fn written_here(&self, id: DocId) -> SortedSet<String> {
        let since = self.meta.away_seen_ms.unwrap_or_default();
        let head = self.docs.get(id).map(|doc| &doc.row.head);
        let sent = self
            .outbox
            .sent()
            .filter(|(_, row)| Some(&row.head) == head && row.created_ms >= since)
            .map(|(_, row)| crate::entry::entry_key(&row.command));
        self.outbox
            .of(id)
            .map(|item| item.entry.clone())
            .chain(sent)
            .collect()
    }
}

/// Whether a document holds the change of an item.
pub(super) fn has(doc: &Automerge, item: &Item) -> bool {
    doc.get_change_meta_by_hash(&ChangeHash(item.row.hash.0))
        .is_some()
}
