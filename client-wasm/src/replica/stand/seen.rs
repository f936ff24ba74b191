//! The state of a document that a person saw: its heads, found again, and an actor to write there.

use automerge::{Automerge, ChangeHash};
use besace_model::doc::genesis::Genesis;
use besace_model::ids::{CommitHash, DocId};
use besace_model::kind::Kind;
use besace_model::limits::ACTOR_BYTES;
use besace_model::sorted::SortedSet;

use crate::base::Base;
use crate::replica::Replica;

impl Replica {
    /// The heads that a base names, in a document; `None` when one of them is not to be had any more.
    pub(super) fn find(
        &self,
        id: DocId,
        kind: Kind,
        base: &Base,
        shown: &Automerge,
    ) -> Option<Vec<ChangeHash>> {
        let mut open = base.heads().to_vec();
        if open.is_empty() {
            open.push(Genesis::of(kind).hash);
        }
        let (mut found, mut met) = (SortedSet::new(), SortedSet::new());
        while let Some(hash) = open.pop() {
            if !met.insert(hash) {
                continue;
            }
            if is_in(shown, hash) {
                found.insert(hash);
            } else if let Some(now) = self.outbox.now_named(id, self.coop, hash) {
                open.push(now);
            } else {
                open.extend(self.gone.get(&hash)?);
            }
        }
        Some(found.iter().map(|hash| ChangeHash(hash.0)).collect())
    }

    /// Remembers an own change that is no more, by all the hashes it had.
    pub(in crate::replica) fn note_gone(
        &mut self,
        was: &[CommitHash],
        hash: CommitHash,
        base: &[CommitHash],
    ) {
        for hash in was.iter().chain([&hash]) {
            self.gone.insert(*hash, base.to_vec());
        }
    }

    /// An actor that wrote nothing which a state of the document does not know: the one at hand, the spare one, or a new
    /// one, which is then the spare. One that has written more would contradict itself.
    pub(super) fn actor_at(
        &mut self,
        id: DocId,
        shown: &Automerge,
        seen: &[ChangeHash],
    ) -> [u8; ACTOR_BYTES] {
        let spare = self.docs.get(id).and_then(|doc| doc.row.spare);
        let candidates = [Some(self.actor(id)), spare.map(Into::into)];
        let later = shown.get_changes_meta(seen);
        let wrote_later =
            |actor: &[u8; ACTOR_BYTES]| later.iter().any(|meta| meta.actor.to_bytes() == actor);
        if let Some(actor) = candidates.into_iter().flatten().find(|it| !wrote_later(it)) {
            return actor;
        }
        let actor = self.chance.bytes();
        if let Some(doc) = self.docs.get_mut(id) {
            doc.row.spare = Some(actor.into());
        }
        actor
    }
}

fn is_in(doc: &Automerge, hash: CommitHash) -> bool {
    doc.get_change_meta_by_hash(&ChangeHash(hash.0)).is_some()
}
