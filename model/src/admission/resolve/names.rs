//! What the name of an operation means: one of the same change, or one among the ancestors.

use super::super::index::ROOT;
use super::super::prescan::{LocalId, ObjectRef};
use super::super::rows::Known;
use super::{OpRef, Placed, Resolver};
use crate::error::{ErrorCode, Refusal};

impl<'a> Resolver<'a> {
    /// The place in this change that an operation name means, when it is one of its own.
    pub(super) fn fresh(&self, id: LocalId) -> Option<u32> {
        (id.actor == 0)
            .then(|| u64::from(id.counter).checked_sub(self.parsed.start_op()))
            .flatten()
            .and_then(|index| u32::try_from(index).ok())
    }

    /// An operation among the ancestors.
    pub(super) fn known(&self, id: LocalId) -> Option<(Known, OpRef)> {
        let actor = self.actors.get(id.actor as usize).copied().flatten()?;
        if !self.out.horizon.shows(actor, id.counter) {
            return None;
        }
        let counter = id.counter;
        let known = self.index.op(actor, counter)?;
        Some((known, OpRef::Known { actor, counter }))
    }

    pub(super) fn find_object(&self, object: ObjectRef) -> Result<u32, Refusal> {
        let Some(id) = object else {
            return Ok(ROOT);
        };
        self.made_by(id)
            .ok_or_else(|| Refusal::whole(ErrorCode::BadShape))
    }

    /// The object an operation made.
    pub(super) fn made_by(&self, id: LocalId) -> Option<u32> {
        match self.fresh(id) {
            Some(index) => match self.out.places.get(index as usize)? {
                Placed::Made(number) => Some(*number),
                _ => None,
            },
            None => match self.known(id)? {
                (Known::Made(number), _) => Some(number),
                _ => None,
            },
        }
    }
}
