//! What the index notes of entries that signatures close (see [`super::super::closing`]).

use super::super::closing::{Entry, Said};
use super::super::graph::Reach;
use super::super::prescan::{Op, Parsed};
use super::super::resolve::{OpRef, Placed, Resolved};
use super::super::rows::Known;
use super::super::standing;
use super::{DocIndex, ROOT};
use crate::doc::rules::{NodeId, Rule, Scalar, Signing};
use crate::ids::MemberId;

impl DocIndex {
    /// Whether an object is part of an entry that both sides signed.
    pub(in crate::admission) fn is_closed(&self, object: u32) -> bool {
        !self.closing.is_empty() && self.entry_of(object).is_some_and(|entry| entry.is_closed)
    }

    /// Whether the rule of a key lets who is named there speak on a signature in their name, after all was signed.
    pub(in crate::admission) fn is_word_on_signature(&self, rule: &Rule, object: u32) -> bool {
        matches!(rule.signing, Signing::Contest | Signing::Confirm)
            && !self.is_signed_in_person(object)
    }

    fn entry_of(&self, object: u32) -> Option<&Entry> {
        self.closing.get(&self.object(object)?.entry)
    }

    /// Takes in what a change that was just taken in means for the entries that it wrote to. The graph does not know it yet.
    pub(super) fn close(&mut self, parsed: &Parsed, resolved: &Resolved, actor: u32) {
        if !self.rules.has_closable() {
            return;
        }
        let mut signed = Vec::new();
        let mut last = (ROOT, None);
        let start_op = parsed.start_op() as u32;
        for ((place, op), counter) in resolved.places.iter().zip(&parsed.ops).zip(start_op..) {
            let (object, key) = match *place {
                Placed::Value { object, key } | Placed::Cleared { object, key, .. } => {
                    (object, Some(key.text(parsed.raw())))
                }
                Placed::Made(object) => (object, None),
                Placed::Element { text, .. } | Placed::Erased { text, .. } => (text, None),
            };
            // A text is typed in one place for long.
            if (object, key) == last {
                continue;
            }
            let Some(entry) = self.object(object).map(|object| object.entry) else {
                continue;
            };
            if entry == ROOT {
                continue;
            }
            let Some((node, rule)) = self.rule_for(object, key) else {
                continue;
            };
            if key.is_none() {
                last = (object, key);
            }
            match rule.signing {
                Signing::Digest | Signing::Contest => {
                    signed.push(entry);
                    self.note_said(entry, object, place, (op, parsed), (actor, counter));
                }
                _ if self.is_content(object, node) => {
                    let counter = parsed.max_op() as u32;
                    self.closing.entry(entry).or_default().write(actor, counter);
                }
                _ => {}
            }
        }
        signed.dedup();
        for entry in signed {
            self.close_entry(entry, &resolved.deps, actor);
        }
    }

    /// What a change replaced or took back, told before the change says anything new.
    pub(super) fn unsay(&mut self, object: u32, target: OpRef, actor: u32, start_op: u32) {
        let (actor, counter) = target.named(actor, start_op);
        let entry = self.object(object).map_or(ROOT, |object| object.entry);
        if let Some(entry) = self.closing.get_mut(&entry) {
            entry.forget(actor, counter);
        }
    }

    fn note_said(
        &mut self,
        entry: u32,
        signature: u32,
        place: &Placed,
        (op, parsed): (&Op, &Parsed),
        (actor, counter): (u32, u32),
    ) {
        let Placed::Value { key, .. } = *place else {
            return;
        };
        let is_digest = self
            .rule_for(signature, Some(key.text(parsed.raw())))
            .is_some_and(|(_, rule)| rule.signing == Signing::Digest);
        let digest = match standing::scalar(op, parsed) {
            Scalar::Str(text) if is_digest => text.to_owned(),
            _ => String::new(),
        };
        // One that the same change replaced already stands no more.
        if !matches!(
            self.op(actor, counter),
            Some(Known::Value { is_live: true, .. })
        ) {
            return;
        }
        let author = self.actor(actor).and_then(|actor| actor.member);
        let signer = self.object(signature).map(|it| self.key_of(it));
        let signer = signer.and_then(|signer| signer.parse::<MemberId>().ok());
        self.closing.entry(entry).or_default().say(Said {
            signature,
            actor,
            counter,
            is_own: author.is_some() && author == signer,
            digest,
        });
    }

    fn close_entry(&mut self, entry: u32, deps: &[u32], actor: u32) {
        let owner = self.head().owner.to_string();
        let is_owner = |signature: u32| {
            let signature = self.object(signature);
            signature.is_some_and(|it| self.key_of(it) == owner)
        };
        let Some(signed) = self.closing.get(&entry) else {
            return;
        };
        if signed.is_closed || !signed.is_paired(is_owner) {
            return;
        }
        // The same walk that the change was admitted by: seldom, since an entry is closed once.
        let horizon = self.graph.horizon(deps, &mut { Reach::OF_A_CHANGE });
        let is_seen = horizon.is_some_and(|horizon| signed.is_seen(actor, &horizon));
        if is_seen && let Some(signed) = self.closing.get_mut(&entry) {
            signed.close();
        }
    }

    /// The rule for a key of an object, or for the object itself.
    fn rule_for(&self, object: u32, key: Option<&str>) -> Option<(NodeId, &'static Rule)> {
        let node = self.object(object)?.node?;
        let node = match key {
            Some(key) => self.rules.child(node, key)?,
            None => node,
        };
        Some((node, self.rules.rule(node)?))
    }

    /// Whether signatures bind what stands at a place.
    fn is_content(&self, object: u32, node: NodeId) -> bool {
        let above = self.object(object).and_then(|object| object.node);
        let is_of_signatures = above.is_some_and(|above| self.rules.is_of_signatures(above));
        !is_of_signatures && self.rules.is_signed_content(node)
    }
}
