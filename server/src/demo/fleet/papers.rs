//! The documents as all of the phones see them.

use std::collections::BTreeMap;

use automerge::Automerge;
use besace_model::access::Grants;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::{Context, Made};
use besace_model::ids::{CoopId, DocId};
use besace_model::kinds::commit;
use besace_model::limits::ACTOR_BYTES;
use besace_model::wire::DocName;

use crate::demo::DemoError;
use crate::demo::dice::Dice;
use crate::demo::plan::Step;

/// The documents as all of the phones see them.
#[derive(Default)]
pub(in crate::demo) struct Papers {
    docs: BTreeMap<DocId, Automerge>,
    actors: BTreeMap<(usize, DocId), [u8; ACTOR_BYTES]>,
}

impl Papers {
    /// Carries out a step, as the phone of who gives it does.
    pub(in crate::demo) fn write(
        &mut self,
        coop: CoopId,
        grants: &Grants,
        dice: &mut Dice,
        step: &Step,
    ) -> Result<Written, DemoError> {
        let head = step.command.target(grants.member);
        let id = head.id(coop);
        let is_new = !self.docs.contains_key(&id);
        let doc = self
            .docs
            .entry(id)
            .or_insert_with(|| Genesis::document(head.kind));
        let actor = *self
            .actors
            .entry((step.by, id))
            .or_insert_with(|| dice.bytes());
        let context = Context {
            author: grants,
            now: step.at,
        };
        let made =
            commit(doc, &step.command, &context, actor).map_err(|source| DemoError::Command {
                command: format!("{:?}", step.command),
                source,
            })?;
        let doc = if is_new {
            DocName::Head(head)
        } else {
            DocName::Known(id)
        };
        Ok(Written { doc, id, made })
    }
}

/// A step, written.
pub(in crate::demo) struct Written {
    /// How a push names the document.
    pub(in crate::demo) doc: DocName,
    pub(in crate::demo) id: DocId,
    pub(in crate::demo) made: Made,
}
