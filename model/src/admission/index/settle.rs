//! What an accepted operation becomes in the index, and what it does to what stood there before.

use super::super::prescan::Parsed;
use super::super::resolve::{OpRef, Placed};
use super::super::rows::{Known, OpRow};
use super::super::slots::Slots;
use super::DocIndex;

impl DocIndex {
    /// What an operation becomes in the index, and what it does to what stood there before.
    pub(super) fn settle(
        &mut self,
        place: &Placed,
        parsed: &Parsed,
        actor: u32,
        start_op: u32,
    ) -> Known {
        match *place {
            Placed::Value { object, key } => Known::Value {
                object,
                key: self.intern(key, parsed),
                is_live: true,
            },
            Placed::Made(object) => Known::Made(object),
            Placed::Cleared { object, key, frees } => {
                let key = self.intern(key, parsed);
                if frees.is_some() && self.made.get(&(object, key)).copied() == frees {
                    self.made.remove(&(object, key));
                }
                Known::Deleted
            }
            Placed::Element { text, bytes } => {
                if let Some(object) = self.objects.get_mut(text as usize) {
                    object.text_bytes = object.text_bytes.saturating_add(bytes);
                }
                Known::Element {
                    text,
                    bytes,
                    is_live: true,
                }
            }
            Placed::Erased { target, .. } => {
                self.erase(target, actor, start_op);
                Known::Deleted
            }
        }
    }

    pub(super) fn settle_slots(
        &mut self,
        slots: &Slots,
        parsed: &Parsed,
        actor: u32,
        start_op: u32,
    ) {
        for target in &slots.replaced {
            if let Some(row) = self.row_mut(*target, actor, start_op)
                && let Known::Value { object, key, .. } = Known::from(*row)
            {
                let is_live = false;
                *row = Known::Value {
                    object,
                    key,
                    is_live,
                }
                .into();
                self.forget_standing(object, key, *target, actor, start_op);
            }
        }
        for grown in &slots.grown {
            let place = (grown.object, self.intern(grown.key, parsed));
            let beside = self.beside.remove(&place).unwrap_or_default() + grown.by;
            if beside > 0 {
                self.beside.insert(place, beside);
            }
        }
    }

    /// The row of an operation meant by a change of `actor` that begins at `start_op`.
    fn row_mut(&mut self, target: OpRef, actor: u32, start_op: u32) -> Option<&mut OpRow> {
        let (actor, counter) = target.named(actor, start_op);
        let actor = self.actors.get_mut(actor as usize)?;
        let row = actor.row(counter)?;
        actor.ops.get_mut(row)
    }

    fn erase(&mut self, target: OpRef, actor: u32, start_op: u32) {
        let Some(row) = self.row_mut(target, actor, start_op) else {
            return;
        };
        if let Known::Element {
            text,
            bytes,
            is_live: true,
        } = Known::from(*row)
        {
            *row = Known::Element {
                text,
                bytes,
                is_live: false,
            }
            .into();
            if let Some(object) = self.objects.get_mut(text as usize) {
                object.text_bytes = object.text_bytes.saturating_sub(bytes);
            }
        }
    }
}
