//! What the index notes of single values, beyond where they stand: signatures that their signers wrote in person, who
//! created what the document is about, and what stands where the next value depends on it.

use super::super::resolve::OpRef;
use super::super::standing::{self, Stands};
use super::DocIndex;
use crate::doc::rules::Scalar;
use crate::ids::MemberId;

impl DocIndex {
    /// Whether an object is a signature that its signer wrote in person.
    pub(in crate::admission) fn is_signed_in_person(&self, object: u32) -> bool {
        self.object(object)
            .is_some_and(|object| object.is_signed_in_person)
    }

    /// Whether the genesis made an object.
    pub(in crate::admission) fn is_of_genesis(&self, object: u32) -> bool {
        object < self.genesis_objects
    }

    /// Who created what the document is about, as whoever said so first; nobody yet, or in a kind without creators.
    #[must_use]
    pub fn creator(&self) -> Option<MemberId> {
        self.creator
    }

    /// The values at a key where the next one depends on them.
    pub(in crate::admission) fn standing_at(&self, object: u32, key: &str) -> &[Stands] {
        let key = self.key_numbers.get(key);
        key.and_then(|key| self.standing.get(&(object, *key)))
            .map_or(&[], Vec::as_slice)
    }

    /// Notes what later judgements need of a value: a signature that its signer writes in person, who created what the
    /// document is about, what stands where the next value depends on it.
    pub(super) fn note_value(
        &mut self,
        (object, key): (u32, u32),
        value: Scalar<'_>,
        (actor, counter): (u32, u32),
    ) {
        let node = self.object(object).and_then(|object| object.node);
        let Some(node) = node.and_then(|node| self.rules.child(node, self.key(key))) else {
            return;
        };
        if self.rules.is_of_signature(node) {
            return self.note_signature(object, actor);
        }
        if self.rules.is_of_creator(node) && self.creator.is_none() {
            self.creator = self.actor(actor).and_then(|actor| actor.member);
        }
        let rule = self.rules.rule(node);
        if let Some(rule) = rule.filter(|rule| standing::is_kept(rule, self.is_of_genesis(object)))
        {
            let value = rule.value.settled(value);
            let values = self.standing.entry((object, key)).or_default();
            values.push(Stands {
                actor,
                counter,
                value,
            });
        }
    }

    fn note_signature(&mut self, object: u32, actor: u32) {
        let signer = self
            .object(object)
            .and_then(|object| self.key_of(object).parse::<MemberId>().ok());
        let author = self.actor(actor).and_then(|actor| actor.member);
        if author.is_some()
            && author == signer
            && let Some(object) = self.objects.get_mut(object as usize)
        {
            object.is_signed_in_person = true;
        }
    }

    pub(super) fn forget_standing(
        &mut self,
        object: u32,
        key: u32,
        target: OpRef,
        actor: u32,
        start_op: u32,
    ) {
        self.unsay(object, target, actor, start_op);
        let replaced = target.named(actor, start_op);
        if let Some(values) = self.standing.get_mut(&(object, key)) {
            values.retain(|stands| (stands.actor, stands.counter) != replaced);
        }
    }
}
