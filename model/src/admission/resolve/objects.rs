//! The objects that a change refers to, known or fresh, and what stands in them.

use super::super::bytes::Span;
use super::Resolver;
use super::placed::FreshObject;
use crate::doc::rules::NodeId;

/// An object, known or fresh, as the rules need it.
#[derive(Debug, Clone, Copy)]
pub(in crate::admission) struct ObjectView<'a> {
    pub(in crate::admission) parent: u32,
    pub(in crate::admission) key: &'a str,
    pub(in crate::admission) node: Option<NodeId>,
    pub(in crate::admission) is_text: bool,
    pub(super) depth: u8,
}

impl<'a> Resolver<'a> {
    /// Whether the change makes this object.
    pub(in crate::admission) fn is_fresh(&self, object: u32) -> bool {
        object >= self.index.objects_count()
    }

    pub(super) fn fresh_object(&self, number: u32) -> Option<&FreshObject> {
        let fresh = number.checked_sub(self.index.objects_count())?;
        self.out.objects.get(fresh as usize)
    }

    /// The operation that makes this object, where the change does.
    pub(in crate::admission) fn made_with(&self, object: u32) -> Option<u32> {
        self.fresh_object(object).map(|object| object.op)
    }

    /// By how much the operations so far, and the one at hand, make a text longer.
    pub(in crate::admission) fn growth(&self, text: u32) -> i64 {
        self.growth.get(&text).copied().unwrap_or_default()
    }

    /// Whether another object stands where this fresh one would, from before or from this change.
    pub(in crate::admission) fn is_made_before(&self, number: u32) -> bool {
        let Some(object) = self.fresh_object(number) else {
            return true;
        };
        let key = self.text(object.key);
        self.made.contains(&(object.parent, key)) || self.index.has_object_at(object.parent, key)
    }

    pub(in crate::admission) fn object(&self, number: u32) -> Option<ObjectView<'_>> {
        if let Some(object) = self.index.object(number) {
            return Some(ObjectView {
                parent: object.parent,
                key: self.index.key_of(object),
                node: object.node,
                is_text: object.is_text,
                depth: object.depth,
            });
        }
        let object = self.fresh_object(number)?;
        Some(ObjectView {
            parent: object.parent,
            key: self.text(object.key),
            node: object.node,
            is_text: object.is_text,
            depth: object.depth,
        })
    }

    pub(in crate::admission) fn text(&self, span: Span) -> &'a str {
        span.text(self.parsed.raw())
    }
}
