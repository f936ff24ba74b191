//! One's other device.

use automerge::Automerge;
use besace_model::access::Grants;
use besace_model::command::Command;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::kinds;

use super::{NOW, me, my_activity};

/// One's other device: a document of its own, and the changes it makes.
pub(in crate::replica::tests) struct Other {
    pub(in crate::replica::tests) doc: Automerge,
    actor: u8,
}

impl Other {
    pub(in crate::replica::tests) fn new(actor: u8) -> Self {
        Self::of(&my_activity(), actor)
    }

    pub(in crate::replica::tests) fn of(head: &DocHead, actor: u8) -> Self {
        Self {
            doc: Genesis::document(head.kind),
            actor,
        }
    }

    pub(in crate::replica::tests) fn make(&mut self, command: &Command) -> Vec<u8> {
        let grants = Grants {
            member: me(),
            ..Grants::relay()
        };
        let context = Context {
            author: &grants,
            now: NOW,
        };
        kinds::commit(&mut self.doc, command, &context, [self.actor; 16])
            .unwrap()
            .change
    }
}
