//! What a phone writes and signs.

use besace_model::command::Command as Say;
use besace_model::commit::{Commit, signing_bytes};
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::kinds;
use besace_model::wire::{DocName, DocPush};
use ed25519_dalek::Signer;

use super::{Phone, World};

impl Phone {
    /// Signs any change for any document.
    pub(in crate::coop::tests) fn sign(&self, doc: DocId, change: Vec<u8>) -> Commit {
        let hash = besace_model::admission::commit_hash(&change);
        Commit {
            device: self.device,
            signature: Some(self.key.sign(&signing_bytes(doc, hash)).to_bytes()),
            change,
        }
    }

    /// Makes the commit of a command, in a writing session of its own.
    pub(in crate::coop::tests) fn commit(&mut self, world: &World, say: &Say) -> DocPush {
        self.commit_at(world, say, say.target(self.member))
    }

    /// The same in a document that earlier versions kept it in.
    pub(in crate::coop::tests) fn commit_at(
        &mut self,
        world: &World,
        say: &Say,
        head: DocHead,
    ) -> DocPush {
        let people = world.coop.people();
        let grants = people.member(self.member).unwrap().grants.clone();
        let id = head.id(world.coop.id());
        self.heads.insert(id, head.clone());
        let kind = head.kind;
        let doc = self
            .docs
            .entry(id)
            .or_insert_with(|| Genesis::document(kind));
        // One writing session per device and document.
        let mut actor = id.0;
        actor[0] = self.device.as_bytes()[0];
        let context = Context {
            author: &grants,
            now: world.now,
        };
        let made = kinds::commit(doc, say, &context, actor).unwrap();
        DocPush {
            doc: DocName::Head(head),
            commits: vec![Commit {
                device: self.device,
                signature: Some(self.key.sign(&signing_bytes(id, made.hash)).to_bytes()),
                change: made.change,
            }],
        }
    }
}
