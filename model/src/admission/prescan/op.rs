//! The operations of a change as it spells them: places, actions and scalars, by index and span.

use std::ops::Range;

use super::super::bytes::Span;

/// An operation's name inside one change: an index into the change's actors (0 is its own) and a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::admission) struct LocalId {
    pub(in crate::admission) actor: u16,
    pub(in crate::admission) counter: u32,
}

/// The object an operation writes in; `None` is the root.
pub(in crate::admission) type ObjectRef = Option<LocalId>;

/// The place in the object.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::admission) enum KeyRef {
    Map(Span),
    Head,
    Element(LocalId),
}

/// What an operation does. The actions our documents have no use for are refused before they get here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::admission) enum OpAction {
    MakeMap,
    MakeText,
    Set(Literal),
    Delete,
}

/// A scalar as written in the change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::admission) enum Literal {
    Str(Span),
    Int(i64),
    Bool(bool),
    Other,
}

/// One operation.
#[derive(Debug, Clone)]
pub(in crate::admission) struct Op {
    pub(in crate::admission) object: ObjectRef,
    pub(in crate::admission) key: KeyRef,
    pub(in crate::admission) insert: bool,
    pub(in crate::admission) action: OpAction,
    pub(in crate::admission) preds: Range<u32>,
}
