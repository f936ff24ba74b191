//! What a change does to the keys of maps: how often it writes each, and how many values then stand there at once.
//!
//! Values written apart stand at a key together until somebody who saw them writes it again, and that one write names
//! all of them. Without a bound, whoever writes without looking makes a key that nobody can write any more.

use super::bytes::Span;
use super::resolve::{OpRef, Placed, Resolver, SlotOp};
use crate::error::{ErrorCode, Refusal};
use crate::limits::{SLOT_OPS_MAX, SLOT_VALUES_MAX};

/// What a change does at keys.
#[derive(Debug, Default)]
pub(super) struct Slots {
    /// Values that stand no more.
    pub(super) replaced: Vec<OpRef>,
    /// Keys where the number of values changes.
    pub(super) grown: Vec<Grown>,
    /// A key that is written too often.
    overdone: Option<(u32, Span)>,
}

/// A key where more values, or fewer, stand beside the one expected there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grown {
    pub(super) object: u32,
    pub(super) key: Span,
    pub(super) by: i32,
}

impl Slots {
    /// Counts a resolved change.
    pub(super) fn of(resolver: &Resolver<'_>) -> Self {
        let mut slots = Self::default();
        let ops = resolver.slot_ops();
        for at_one_key in ops.chunk_by(|a, b| (a.object, a.text) == (b.object, b.text)) {
            slots.count(resolver, at_one_key);
        }
        slots
    }

    fn count(&mut self, resolver: &Resolver<'_>, at_one_key: &[SlotOp<'_>]) {
        let Some(SlotOp { object, key, .. }) = at_one_key.first().copied() else {
            return;
        };
        if at_one_key.len() > SLOT_OPS_MAX {
            self.overdone = Some((object, key));
        }
        let before = self.replaced.len();
        let mut values = 0;
        for op in at_one_key {
            values += i32::from(matches!(op.place, Placed::Value { .. }));
            self.replaced.extend(resolver.values_replaced(op.number));
        }
        if at_one_key.len() > 1 {
            let mut these = self.replaced.split_off(before);
            these.sort_unstable();
            these.dedup();
            self.replaced.append(&mut these);
        }
        // In a map that this change makes, the first value is expected; elsewhere, the one that is replaced.
        let expected = i32::from(values > 0 && resolver.is_fresh(object));
        let by = values - (self.replaced.len() - before) as i32 - expected;
        if by != 0 {
            self.grown.push(Grown { object, key, by });
        }
    }

    /// No key is written over and over (run lengths would hold thousands of such operations in a few bytes), and at
    /// none stand more values than a later write can name.
    pub(super) fn check(&self, resolver: &Resolver<'_>) -> Result<(), Refusal> {
        let refuse =
            |code, object, key| Err(resolver.refuse(code, object, Some(resolver.text(key))));
        if let Some((object, key)) = self.overdone {
            return refuse(ErrorCode::TooManyOps, object, key);
        }
        for grown in self.grown.iter().filter(|grown| grown.by > 0) {
            let key = resolver.text(grown.key);
            let beside = resolver.index.values_beside(grown.object, key) + grown.by;
            if beside >= SLOT_VALUES_MAX as i32 {
                return refuse(ErrorCode::AlreadyMade, grown.object, grown.key);
            }
        }
        Ok(())
    }
}
