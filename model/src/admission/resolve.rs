//! What the operations of a change refer to: the strict shape of admission's fourth step.
//!
//! Every object is one that an ancestor of the change made, or an earlier operation of the same change; maps are
//! written by key, texts by element; an element is a character of that same text; what an operation replaces stands
//! at the same place. A text takes insertions and deletions only, so a character is one operation for ever, and a
//! change deletes it once. Nothing that is merely known but not an ancestor may be referred to: a replica may hold the change before it holds that.

use std::collections::{BTreeMap, BTreeSet};

use super::bytes::Span;
use super::graph::Horizon;
use super::index::{DocIndex, ROOT};
use super::prescan::{KeyRef, Literal, LocalId, ObjectRef, Op, OpAction, Parsed};
use super::rows::Known;
use super::slots::Slots;
use crate::doc::rules::{NodeId, is_clean};
use crate::error::{ErrorCode, Refusal};
use crate::limits::{DEPTH_MAX, KEY_BYTES_MAX};

/// Where an operation stands and what it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Placed {
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
pub(super) enum OpRef {
    /// By its place in the same change.
    Fresh(u32),
    /// By its name.
    Known { actor: u32, counter: u32 },
}

impl OpRef {
    /// Session and counter, in a change of `actor` that begins at `start_op`.
    pub(super) fn named(self, actor: u32, start_op: u32) -> (u32, u32) {
        match self {
            Self::Fresh(index) => (actor, start_op.saturating_add(index)),
            Self::Known { actor, counter } => (actor, counter),
        }
    }
}

/// An object the change makes.
#[derive(Debug)]
pub(super) struct FreshObject {
    pub(super) parent: u32,
    pub(super) key: Span,
    pub(super) node: Option<NodeId>,
    pub(super) is_text: bool,
    pub(super) depth: u8,
}

/// A change with everything it refers to.
#[derive(Debug)]
pub(super) struct Resolved {
    /// How many changes the index knew.
    pub(super) at: usize,
    pub(super) deps: Vec<u32>,
    pub(super) places: Vec<Placed>,
    pub(super) objects: Vec<FreshObject>,
    pub(super) slots: Slots,
    /// What the change cannot see.
    pub(super) horizon: Horizon,
}

/// An operation at a key of a map.
#[derive(Debug, Clone, Copy)]
pub(super) struct SlotOp<'a> {
    pub(super) object: u32,
    pub(super) text: &'a str,
    pub(super) key: Span,
    /// Which operation of the change.
    pub(super) number: usize,
    pub(super) place: Placed,
}

/// An object, known or fresh, as the rules need it.
#[derive(Debug, Clone, Copy)]
pub(super) struct ObjectView<'a> {
    pub(super) parent: u32,
    pub(super) key: &'a str,
    pub(super) node: Option<NodeId>,
    pub(super) is_text: bool,
    depth: u8,
}

/// One pass over the operations of a change.
pub(super) struct Resolver<'a> {
    pub(super) index: &'a DocIndex,
    pub(super) parsed: &'a Parsed,
    /// The numbers of the change's actors; the first is its own.
    actors: Vec<Option<u32>>,
    out: Resolved,
    made: BTreeSet<(u32, &'a str)>,
    erased: BTreeSet<OpRef>,
    /// By how much each text grows.
    growth: BTreeMap<u32, i64>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(
        index: &'a DocIndex,
        parsed: &'a Parsed,
        deps: Vec<u32>,
        horizon: Horizon,
    ) -> Self {
        Self {
            index,
            parsed,
            actors: std::iter::once(parsed.actor())
                .chain(parsed.other_actors())
                .map(|actor| index.actor_number(actor))
                .collect(),
            out: Resolved {
                at: index.graph.len(),
                deps,
                places: Vec::with_capacity(parsed.ops.len()),
                objects: Vec::new(),
                slots: Slots::default(),
                horizon,
            },
            made: BTreeSet::new(),
            erased: BTreeSet::new(),
            growth: BTreeMap::new(),
        }
    }

    /// Resolves every operation; `each` may refuse it before the next one is looked at.
    pub(super) fn run(
        &mut self,
        mut each: impl FnMut(&Self, &Op, &Placed) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let parsed = self.parsed;
        for op in &parsed.ops {
            let place = self.place(op)?;
            each(self, op, &place)?;
            self.take(place);
        }
        Ok(())
    }

    /// What came of [`Resolver::run`].
    pub(super) fn into_resolved(self, slots: Slots) -> Resolved {
        Resolved { slots, ..self.out }
    }

    /// The number of the operation at hand.
    pub(super) fn op_number(&self) -> u32 {
        self.out.places.len() as u32
    }

    /// The operations at keys of maps, those at one key side by side.
    pub(super) fn slot_ops(&self) -> Vec<SlotOp<'a>> {
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
    pub(super) fn values_replaced(&self, op: usize) -> impl Iterator<Item = OpRef> + '_ {
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

    /// Whether the change makes this object.
    pub(super) fn is_fresh(&self, object: u32) -> bool {
        object >= self.index.objects_count()
    }

    fn fresh_object(&self, number: u32) -> Option<&FreshObject> {
        let fresh = number.checked_sub(self.index.objects_count())?;
        self.out.objects.get(fresh as usize)
    }

    /// By how much the operations so far, and the one at hand, make a text longer.
    pub(super) fn growth(&self, text: u32) -> i64 {
        self.growth.get(&text).copied().unwrap_or_default()
    }

    /// Whether another object stands where this fresh one would, from before or from this change.
    pub(super) fn is_made_before(&self, number: u32) -> bool {
        let Some(object) = self.fresh_object(number) else {
            return true;
        };
        let key = self.text(object.key);
        self.made.contains(&(object.parent, key)) || self.index.has_object_at(object.parent, key)
    }

    pub(super) fn object(&self, number: u32) -> Option<ObjectView<'_>> {
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

    pub(super) fn text(&self, span: Span) -> &'a str {
        span.text(self.parsed.raw())
    }

    /// A refusal at a key of an object, or at the object itself.
    pub(super) fn refuse(&self, code: ErrorCode, object: u32, key: Option<&str>) -> Refusal {
        let mut keys: Vec<String> = key.map(fit_to_show).into_iter().collect();
        let mut number = object;
        while number != ROOT && keys.len() <= DEPTH_MAX {
            let Some(object) = self.object(number) else {
                break;
            };
            keys.push(fit_to_show(object.key));
            number = object.parent;
        }
        keys.reverse();
        Refusal::at(code, keys.join("/"))
    }

    fn take(&mut self, place: Placed) {
        if let Placed::Made(_) = place
            && let Some(fresh) = self.out.objects.last()
        {
            self.made.insert((fresh.parent, self.text(fresh.key)));
        }
        self.out.places.push(place);
    }

    fn place(&mut self, op: &Op) -> Result<Placed, Refusal> {
        let number = self.find_object(op.object)?;
        let Some(object) = self.object(number) else {
            return Err(Refusal::whole(ErrorCode::BadShape));
        };
        let (node, depth) = (object.node, object.depth);
        match (object.is_text, op.key) {
            (false, KeyRef::Map(key)) => self.place_in_map(op, number, node, depth, key),
            (true, KeyRef::Head) => self.insert(op, number),
            (true, KeyRef::Element(element)) => {
                let target = self.element(number, element)?;
                if op.insert {
                    self.insert(op, number)
                } else {
                    self.erase(op, number, element, target)
                }
            }
            _ => Err(self.refuse(ErrorCode::BadShape, number, None)),
        }
    }

    fn place_in_map(
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
                });
                Ok(Placed::Made(number))
            }
        }
    }

    fn insert(&mut self, op: &Op, text: u32) -> Result<Placed, Refusal> {
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

    fn erase(
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

    /// The place in this change that an operation name means, when it is one of its own.
    fn fresh(&self, id: LocalId) -> Option<u32> {
        (id.actor == 0)
            .then(|| u64::from(id.counter).checked_sub(self.parsed.start_op()))
            .flatten()
            .and_then(|index| u32::try_from(index).ok())
    }

    /// An operation among the ancestors.
    fn known(&self, id: LocalId) -> Option<(Known, OpRef)> {
        let actor = self.actors.get(id.actor as usize).copied().flatten()?;
        if !self.out.horizon.shows(actor, id.counter) {
            return None;
        }
        let counter = id.counter;
        let known = self.index.op(actor, counter)?;
        Some((known, OpRef::Known { actor, counter }))
    }

    fn find_object(&self, object: ObjectRef) -> Result<u32, Refusal> {
        let Some(id) = object else {
            return Ok(ROOT);
        };
        self.made_by(id)
            .ok_or_else(|| Refusal::whole(ErrorCode::BadShape))
    }

    /// The object an operation made.
    fn made_by(&self, id: LocalId) -> Option<u32> {
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

    /// A character of this text, and the bytes that would be freed with it.
    fn element(&self, text: u32, id: LocalId) -> Result<(OpRef, u32), Refusal> {
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

/// A key as a refusal may carry it to a screen or a log: bounded, and nothing that plays tricks on the reader.
fn fit_to_show(key: &str) -> String {
    if key.len() <= KEY_BYTES_MAX && is_clean(key, false) {
        return key.to_owned();
    }
    let shown = key.chars().map(|c| match c {
        c if is_clean(c.encode_utf8(&mut [0; 4]), false) => c,
        _ => char::REPLACEMENT_CHARACTER,
    });
    shown.take(KEY_BYTES_MAX / 4).collect()
}
