//! Where the operations of a change stand once they are resolved, and what they are.

use super::super::bytes::Span;
use super::super::graph::Horizon;
use super::super::slots::Slots;
use crate::doc::rules::NodeId;

/// Where an operation stands and what it is.
#[derive(Debug, Clone, Copy)]
pub(in crate::admission) enum Placed {
    /// A scalar at a key.
    Value { object: u32, key: Span },
    /// A new object, under the number it will have.
    Made(u32),
    /// A key cleared, and the newest object that goes with it.
    Cleared {
        object: u32,
        key: Span,
        frees: Option<u32>,
    },
    /// A character of a text.
    Element { text: u32, bytes: u32 },
    /// A character deleted.
    Erased { text: u32, target: OpRef },
}

/// An operation meant by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::admission) enum OpRef {
    /// By its place in the same change.
    Fresh(u32),
    /// By its name.
    Known { actor: u32, counter: u32 },
}

impl OpRef {
    /// Session and counter, in a change of `actor` that begins at `start_op`.
    pub(in crate::admission) fn named(self, actor: u32, start_op: u32) -> (u32, u32) {
        match self {
            Self::Fresh(index) => (actor, start_op.saturating_add(index)),
            Self::Known { actor, counter } => (actor, counter),
        }
    }
}

/// An object the change makes.
#[derive(Debug)]
pub(in crate::admission) struct FreshObject {
    pub(in crate::admission) parent: u32,
    pub(in crate::admission) key: Span,
    pub(in crate::admission) node: Option<NodeId>,
    pub(in crate::admission) is_text: bool,
    pub(in crate::admission) depth: u8,
    /// The operation of the change that makes it.
    pub(in crate::admission) op: u32,
}

/// A change with everything it refers to.
#[derive(Debug)]
pub(in crate::admission) struct Resolved {
    /// How many changes the index knew.
    pub(in crate::admission) at: usize,
    pub(in crate::admission) deps: Vec<u32>,
    pub(in crate::admission) places: Vec<Placed>,
    pub(in crate::admission) objects: Vec<FreshObject>,
    pub(in crate::admission) slots: Slots,
    /// What the change cannot see.
    pub(in crate::admission) horizon: Horizon,
}
