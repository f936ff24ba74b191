//! Somebody who writes, commit by commit.

use automerge::Automerge;
use automerge::transaction::{CommitOptions, Transactable};
use besace_model::command::Command as Say;
use besace_model::commit::Commit;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DocId, Ulid};
use besace_model::kinds;
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocPush};
use sha2::{Digest, Sha256};

use super::{Device, child};

/// Writes to one document, as one device in one session.
pub(crate) struct Pen {
    /// The document's name.
    pub(crate) id: DocId,
    /// What it is.
    pub(crate) head: DocHead,
    doc: Automerge,
    actor: [u8; 16],
}

impl Pen {
    /// For a document that has nothing yet.
    pub(crate) fn new(coop: CoopId, head: DocHead, device: &Device) -> Self {
        let id = head.id(coop);
        let doc = Genesis::document(head.kind);
        let actor = Sha256::new_with_prefix(id.0)
            .chain_update(device.device.as_bytes())
            .finalize();
        let actor = actor[..16].try_into().expect("16 of 32 bytes");
        Self {
            id,
            head,
            doc,
            actor,
        }
    }

    /// The commit of a command.
    pub(crate) fn write(&mut self, device: &Device, say: &Say, now: Timestamp) -> Commit {
        let context = Context {
            author: &device.grants,
            now,
        };
        let made = kinds::commit(&mut self.doc, say, &context, self.actor).expect("it applies");
        device.commit(self.id, made.change, made.hash.0)
    }

    /// The commits of many commands.
    pub(crate) fn write_all(
        &mut self,
        device: &Device,
        says: impl IntoIterator<Item = Say>,
        now: Timestamp,
    ) -> Vec<Commit> {
        says.into_iter()
            .map(|say| self.write(device, &say, now))
            .collect()
    }

    /// A push of commits of this document.
    pub(crate) fn push(&self, commits: Vec<Commit>) -> DocPush {
        DocPush {
            doc: DocName::Head(self.head.clone()),
            commits,
        }
    }
}

impl Pen {
    /// Types or removes one character of a journal line that stands: the smallest change of a text, made without
    /// comparing the whole of it.
    pub(crate) fn type_one(
        &mut self,
        device: &Device,
        entry: Ulid,
        place: usize,
        removes: bool,
    ) -> Commit {
        let journal = child(&self.doc, &automerge::ROOT, "journal");
        let entry = child(&self.doc, &journal, &entry.to_string());
        let text = child(&self.doc, &entry, "text");
        let mut tx = self.doc.transaction();
        let (removed, typed) = if removes { (1, "") } else { (0, "e") };
        tx.splice_text(&text, place, removed, typed)
            .expect("a character");
        tx.commit_with(CommitOptions::default().with_time(0));
        let change = self.doc.get_last_local_change().expect("just made");
        device.commit(self.id, change.raw_bytes().to_vec(), change.hash().0)
    }
}
