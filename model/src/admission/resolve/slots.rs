//! The operations of a change at keys of maps, side by side.

use super::super::bytes::Span;
use super::super::rows::Known;
use super::{OpRef, Placed, Resolver};

/// An operation at a key of a map.
#[derive(Debug, Clone, Copy)]
pub(in crate::admission) struct SlotOp<'a> {
    pub(in crate::admission) object: u32,
    pub(in crate::admission) text: &'a str,
    pub(in crate::admission) key: Span,
    /// Which operation of the change.
    pub(in crate::admission) number: usize,
    pub(in crate::admission) place: Placed,
}

impl<'a> Resolver<'a> {
    /// The operations at keys of maps, those at one key side by side.
    pub(in crate::admission) fn slot_ops(&self) -> Vec<SlotOp<'a>> {
        let mut ops = Vec::with_capacity(self.out.places.len());
        for (number, place) in self.out.places.iter().enumerate() {
            let (object, key) = match *place {
                Placed::Value { object, key } | Placed::Cleared { object, key, .. } => {
                    (object, key)
                }
                Placed::Made(made) => match self.fresh_object(made) {
                    Some(made) => (made.parent, made.key),
                    None => continue,
                },
                Placed::Element { .. } | Placed::Erased { .. } => continue,
            };
            ops.push(SlotOp {
                object,
                text: self.text(key),
                key,
                number,
                place: *place,
            });
        }
        ops.sort_unstable_by_key(|op| (op.object, op.text, op.number));
        ops
    }

    /// The values that an operation of the change replaces.
    pub(in crate::admission) fn values_replaced(
        &self,
        op: usize,
    ) -> impl Iterator<Item = OpRef> + '_ {
        let preds = self.parsed.ops.get(op).map(|op| self.parsed.preds_of(op));
        preds.unwrap_or_default().iter().filter_map(|pred| {
            if let Some(index) = self.fresh(*pred) {
                let place = self.out.places.get(index as usize)?;
                return matches!(place, Placed::Value { .. }).then_some(OpRef::Fresh(index));
            }
            match self.known(*pred)? {
                (Known::Value { is_live: true, .. }, target) => Some(target),
                _ => None,
            }
        })
    }
}
