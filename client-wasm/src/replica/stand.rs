//! What a person saw when they began to type, and where their change is made.
//!
//! A form names the heads of the document that it was filled from. Where nothing of the entry changed since, the change
//! is made on top of what stands now: nobody can tell the difference, and the history stays a line. Otherwise it is made
//! at those heads, beside what came meanwhile, and Automerge's own rules say what becomes of both: prose merges, other
//! fields hold both values until a person chooses.
//!
//! Heads may name a pending change of one's own that was made again since, or is no more: the hashes it had are kept.

use automerge::{Automerge, ChangeHash};
use besace_model::command::{Command, CommandError};
use besace_model::genesis::Genesis;
use besace_model::ids::{CommitHash, DocId};
use besace_model::kind::Kind;
use besace_model::kinds::{self, Context, Made};
use besace_model::limits::ACTOR_BYTES;
use besace_model::sorted::SortedSet;
use besace_model::time::Timestamp;

use super::Replica;
use crate::base::Base;
use crate::docs::Doc;
use crate::store::Batch;

impl Replica {
    /// Makes the change of a command in a document as shown: at what the person saw, or as things stand. Says what it
    /// stands on too.
    pub(super) fn make_at(
        &mut self,
        (id, entry): (DocId, &str),
        command: &Command,
        base: Option<&Base>,
        now: Timestamp,
        shown: &mut Automerge,
    ) -> Result<(Made, Vec<CommitHash>), CommandError> {
        let head = command.target(self.member);
        let stands = shown.get_heads();
        // A signature binds what is read when it is given, and says so itself.
        let base = base.filter(|_| !matches!(command, Command::SignSession { .. }));
        let whole = matches!(head.kind, Kind::Event | Kind::Profile);
        let entry = if whole { "" } else { entry };
        let seen = match base {
            None => stands.clone(),
            Some(base) => match self.find(id, head.kind, base, shown) {
                Some(seen) => seen,
                // What makes an entry of its own overwrites nothing.
                None if !whole && !entry.is_empty() && !kinds::has_entry(shown, entry) => {
                    stands.clone()
                }
                None => return Err(CommandError::MadeMeanwhile(String::new())),
            },
        };
        let is_now = seen == stands || !kinds::is_touched(shown, &seen, entry);
        let actor = if is_now {
            self.actor(id)
        } else {
            self.actor_at(id, shown, &seen)
        };
        let context = Context {
            author: &self.grants,
            now,
        };
        let made = if is_now {
            kinds::commit(shown, command, &context, actor)?
        } else {
            kinds::commit_at(shown, &seen, command, &context, actor)?
        };
        Ok((made, seen.iter().map(|hash| CommitHash(hash.0)).collect()))
    }

    /// Reads once, of documents of an earlier version, what their records were read from.
    pub(super) fn find_heads(&mut self, batch: &mut Batch) {
        let without = |doc: &Doc| doc.row.heads.is_empty() && doc.is_recorded();
        let all = self.docs.iter().filter(|(_, doc)| without(doc));
        let all: Vec<DocId> = all.map(|(id, _)| id).collect();
        for id in all {
            if self.docs.aside().contains_key(&id) {
                continue;
            }
            let shown = self.reading(id, None, |it| {
                let shown = it.docs.shown(id, it.outbox.of(id));
                shown.map(|shown| Base::of(shown).heads().to_vec())
            });
            if let (Ok(heads), Some(doc)) = (shown, self.docs.get_mut(id)) {
                doc.row.heads = heads;
                doc.write_row(id, batch);
            }
        }
    }

    /// The heads that a base names, in a document; `None` when one of them is not to be had any more.
    fn find(
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
    pub(super) fn note_gone(&mut self, was: &[CommitHash], hash: CommitHash, base: &[CommitHash]) {
        for hash in was.iter().chain([&hash]) {
            self.gone.insert(*hash, base.to_vec());
        }
    }

    /// An actor that wrote nothing which a state of the document does not know: the one at hand, the spare one, or a new
    /// one, which is then the spare. One that has written more would contradict itself.
    fn actor_at(&mut self, id: DocId, shown: &Automerge, seen: &[ChangeHash]) -> [u8; ACTOR_BYTES] {
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
