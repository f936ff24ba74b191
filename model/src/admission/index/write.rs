//! Writing an accepted change into the index: its actor, its objects, its operations, its place in the graph.

use std::sync::Arc;

use super::super::bytes::Span;
use super::super::graph::NewChange;
use super::super::prescan::Parsed;
use super::super::resolve::Resolved;
use super::super::rows::{Actor, Known};
use super::super::standing;
use super::{DocIndex, Object, ROOT};
use crate::ids::DeviceId;

impl DocIndex {
    pub(super) fn write(&mut self, parsed: &Parsed, resolved: &Resolved, device: Option<DeviceId>) {
        let number = self.graph.len() as u32;
        let start_op = parsed.start_op() as u32;
        let actor = self.actor_for(parsed, number, device);
        for fresh in &resolved.objects {
            let key = self.intern(fresh.key, parsed);
            self.made
                .insert((fresh.parent, key), self.objects.len() as u32);
            let number = self.objects.len() as u32;
            let entry = match fresh.node {
                Some(node) if self.rules.is_closable(node) => number,
                _ => self.object(fresh.parent).map_or(ROOT, |above| above.entry),
            };
            self.objects.push(Object {
                parent: fresh.parent,
                key,
                node: fresh.node,
                is_text: fresh.is_text,
                depth: fresh.depth,
                is_signed_in_person: false,
                text_bytes: 0,
                entry,
            });
        }
        if let Some(actor) = self.actors.get_mut(actor as usize) {
            actor.open_stretch(start_op);
        }
        for ((place, op), counter) in resolved.places.iter().zip(&parsed.ops).zip(start_op..) {
            let known = self.settle(place, parsed, actor, start_op);
            if let Known::Value { object, key, .. } = known {
                let value = standing::scalar(op, parsed);
                self.note_value((object, key), value, (actor, counter));
            }
            if let Some(actor) = self.actors.get_mut(actor as usize) {
                actor.ops.push(known.into());
            }
        }
        self.settle_slots(&resolved.slots, parsed, actor, start_op);
        self.close(parsed, resolved, actor);
        self.graph.push(&NewChange {
            hash: parsed.hash(),
            actor,
            start_op,
            max_op: parsed.max_op() as u32,
            deps: &resolved.deps,
        });
        self.bytes += parsed.raw().len() as u64;
        self.ops += parsed.ops.len() as u64;
    }

    fn actor_for(&mut self, parsed: &Parsed, change: u32, device: Option<DeviceId>) -> u32 {
        let number = self.actor_number(parsed.actor()).unwrap_or_else(|| {
            let number = self.actors.len() as u32;
            self.actor_numbers.insert(*parsed.actor(), number);
            self.actors.push(Actor::new(parsed, device));
            number
        });
        if let Some(actor) = self.actors.get_mut(number as usize) {
            debug_assert_eq!(actor.id, *parsed.actor());
            actor.last_seq = parsed.seq();
            actor.last_change = change;
        }
        number
    }

    pub(super) fn intern(&mut self, key: Span, parsed: &Parsed) -> u32 {
        let key = key.text(parsed.raw());
        if let Some(number) = self.key_numbers.get(key) {
            return *number;
        }
        let number = self.keys.len() as u32;
        let key: Arc<str> = key.into();
        self.keys.push(Arc::clone(&key));
        self.key_numbers.insert(key, number);
        number
    }
}
