//! An operation at a key of a map: what it replaces stands at that very key.

use super::super::bytes::Span;
use super::super::prescan::{LocalId, Op, OpAction};
use super::super::rows::Known;
use super::placed::FreshObject;
use super::{Placed, Resolver};
use crate::doc::rules::NodeId;
use crate::error::{ErrorCode, Refusal};
use crate::limits::DEPTH_MAX;

impl<'a> Resolver<'a> {
    pub(super) fn place_in_map(
        &mut self,
        op: &Op,
        object: u32,
        node: Option<NodeId>,
        depth: u8,
        key: Span,
    ) -> Result<Placed, Refusal> {
        let text = self.text(key);
        let bad = |this: &Self| this.refuse(ErrorCode::BadShape, object, Some(text));
        let preds = self.parsed.preds_of(op);
        if op.insert || !preds.iter().all(|pred| self.stands_at(*pred, object, text)) {
            return Err(bad(self));
        }
        match op.action {
            OpAction::Set(_) => Ok(Placed::Value { object, key }),
            OpAction::Delete if preds.is_empty() => Err(bad(self)),
            OpAction::Delete => Ok(Placed::Cleared {
                object,
                key,
                frees: preds.iter().filter_map(|pred| self.made_by(*pred)).max(),
            }),
            OpAction::MakeMap | OpAction::MakeText => {
                if usize::from(depth) >= DEPTH_MAX {
                    return Err(self.refuse(ErrorCode::BadPath, object, Some(text)));
                }
                let number = self.index.objects_count() + self.out.objects.len() as u32;
                self.out.objects.push(FreshObject {
                    parent: object,
                    key,
                    node: node.and_then(|node| self.index.rules.child(node, text)),
                    is_text: op.action == OpAction::MakeText,
                    depth: depth + 1,
                    op: self.op_number(),
                });
                Ok(Placed::Made(number))
            }
        }
    }

    /// Whether an operation named as replaced is a value or object at that very key.
    fn stands_at(&self, id: LocalId, object: u32, key: &str) -> bool {
        match self.fresh(id) {
            Some(index) => match self.out.places.get(index as usize) {
                Some(Placed::Value {
                    object: of,
                    key: at,
                }) => *of == object && self.text(*at) == key,
                Some(Placed::Made(number)) => self.is_made_at(*number, object, key),
                _ => false,
            },
            None => match self.known(id) {
                Some((
                    Known::Value {
                        object: of,
                        key: at,
                        ..
                    },
                    _,
                )) => of == object && self.index.key(at) == key,
                Some((Known::Made(number), _)) => self.is_made_at(number, object, key),
                _ => false,
            },
        }
    }

    fn is_made_at(&self, number: u32, object: u32, key: &str) -> bool {
        self.object(number)
            .is_some_and(|made| made.parent == object && made.key == key)
    }
}
