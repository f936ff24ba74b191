//! Finding what was accepted: actors, operations, objects, keys, and what stands at a key.

use super::super::prescan::ActorBytes;
use super::super::rows::{Actor, Known};
use super::{DocIndex, Object, ROOT};

impl DocIndex {
    pub(in crate::admission) fn actor_number(&self, actor: &ActorBytes) -> Option<u32> {
        self.actor_numbers.get(actor).copied()
    }

    pub(in crate::admission) fn actor(&self, number: u32) -> Option<&Actor> {
        self.actors.get(number as usize)
    }

    pub(in crate::admission) fn op(&self, actor: u32, counter: u32) -> Option<Known> {
        let actor = self.actor(actor)?;
        actor.ops.get(actor.row(counter)?).map(|row| (*row).into())
    }

    pub(in crate::admission) fn object(&self, number: u32) -> Option<&Object> {
        self.objects.get(number as usize)
    }

    pub(in crate::admission) fn objects_count(&self) -> u32 {
        self.objects.len() as u32
    }

    /// How many objects beside those of the genesis there are, once there is the one of this number.
    pub(in crate::admission) fn objects_made_with(&self, number: u32) -> u32 {
        (number + 1).saturating_sub(self.genesis_objects)
    }

    pub(in crate::admission) fn key(&self, number: u32) -> &str {
        self.keys.get(number as usize).map_or("", |key| key)
    }

    pub(in crate::admission) fn key_of(&self, object: &Object) -> &str {
        self.key(object.key)
    }

    /// Whether an entry was ever made in a top-level map.
    #[must_use]
    pub fn has_entries(&self, map: &str) -> bool {
        let key = self.key_numbers.get(map);
        let Some(map) = key.and_then(|key| self.made.get(&(ROOT, *key))) else {
            return false;
        };
        let entries = self.made.range((*map, 0)..=(*map, u32::MAX));
        entries.count() > 0
    }

    /// Whether an object stands at a key, made by whomever.
    pub(in crate::admission) fn has_object_at(&self, object: u32, key: &str) -> bool {
        self.key_numbers
            .get(key)
            .is_some_and(|key| self.made.contains_key(&(object, *key)))
    }

    /// The object at the end of a way from the root.
    pub(in crate::admission) fn object_at(&self, way: &[&str]) -> Option<u32> {
        way.iter().try_fold(ROOT, |object, key| {
            let key = self.key_numbers.get(*key)?;
            self.made.get(&(object, *key)).copied()
        })
    }

    /// How many values stand beside another at a key.
    pub(in crate::admission) fn values_beside(&self, object: u32, key: &str) -> i32 {
        let key = self.key_numbers.get(key);
        key.and_then(|key| self.beside.get(&(object, *key)))
            .copied()
            .unwrap_or_default()
    }
}
