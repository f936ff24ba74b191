//! What the operations of a change refer to: the strict shape of admission's fourth step.
//!
//! Every object is one that an ancestor of the change made, or an earlier operation of the same change; maps are
//! written by key, texts by element; an element is a character of that same text; what an operation replaces stands
//! at the same place. A text takes insertions and deletions only, so a character is one operation for ever, and a
//! change deletes it once. Nothing that is merely known but not an ancestor may be referred to: a replica may hold the change before it holds that.

mod maps;
mod names;
mod objects;
mod placed;
mod refuse;
mod slots;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use super::graph::Horizon;
use super::index::DocIndex;
use super::prescan::{KeyRef, Op, Parsed};
use super::slots::Slots;
use crate::error::{ErrorCode, Refusal};
pub(super) use placed::{OpRef, Placed, Resolved};
pub(super) use slots::SlotOp;

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
}
