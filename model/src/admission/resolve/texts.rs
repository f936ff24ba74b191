//! An operation in a text: a character inserted, or one deleted once.

use super::super::prescan::{Literal, LocalId, Op, OpAction};
use super::super::rows::Known;
use super::{OpRef, Placed, Resolver};
use crate::error::{ErrorCode, Refusal};

impl<'a> Resolver<'a> {
    pub(super) fn insert(&mut self, op: &Op, text: u32) -> Result<Placed, Refusal> {
        match op.action {
            OpAction::Set(value) if op.insert && op.preds.is_empty() => {
                let bytes = match value {
                    Literal::Str(span) => span.of(self.parsed.raw()).len() as u32,
                    _ => 0,
                };
                *self.growth.entry(text).or_default() += i64::from(bytes);
                Ok(Placed::Element { text, bytes })
            }
            _ => Err(self.refuse(ErrorCode::BadShape, text, None)),
        }
    }

    pub(super) fn erase(
        &mut self,
        op: &Op,
        text: u32,
        element: LocalId,
        (target, live_bytes): (OpRef, u32),
    ) -> Result<Placed, Refusal> {
        if op.action != OpAction::Delete || self.parsed.preds_of(op) != [element] {
            return Err(self.refuse(ErrorCode::BadShape, text, None));
        }
        if !self.erased.insert(target) {
            return Err(self.refuse(ErrorCode::BadShape, text, None));
        }
        *self.growth.entry(text).or_default() -= i64::from(live_bytes);
        Ok(Placed::Erased { text, target })
    }

    /// A character of this text, and the bytes that would be freed with it.
    pub(super) fn element(&self, text: u32, id: LocalId) -> Result<(OpRef, u32), Refusal> {
        let found = match self.fresh(id) {
            Some(index) => match self.out.places.get(index as usize) {
                Some(Placed::Element { text: of, bytes }) if *of == text => {
                    Some((OpRef::Fresh(index), *bytes))
                }
                _ => None,
            },
            None => match self.known(id) {
                Some((
                    Known::Element {
                        text: of,
                        bytes,
                        is_live,
                    },
                    target,
                )) if of == text => Some((target, if is_live { bytes } else { 0 })),
                _ => None,
            },
        };
        found.ok_or_else(|| self.refuse(ErrorCode::BadShape, text, None))
    }
}
