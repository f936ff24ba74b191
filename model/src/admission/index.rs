//! What admission must know of a document, instead of the document: its changes as a graph, its actors, its objects
//! with their places in the rule table, and for every operation where it stands and what it is.
//!
//! Memory: 8 bytes an operation, about 75 a change, and a row for each object and each distinct key, so a text typed
//! in 100,000 changes takes about 8 MB. Rebuilt from the accepted changes in microseconds each; nothing is verified
//! again on the way.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bytes::Span;
use super::closing::Closing;
use super::graph::{Graph, NewChange, Reach};
use super::judge::Accepted;
use super::prescan::{ActorBytes, Parsed};
use super::resolve::{OpRef, Placed, Resolved, Resolver};
use super::rows::{Actor, Known, OpRow};
use super::slots::Slots;
use super::standing::{self, Standing};
use super::watch::Watch;
use crate::doc::genesis::Genesis;
use crate::doc::rules::{NodeId, Rules};
use crate::error::Refusal;
use crate::head::DocHead;
use crate::ids::{CommitHash, DeviceId, MemberId};

mod close;
mod notes;

/// The number of the root object.
pub(super) const ROOT: u32 = 0;

/// An accepted change does not fit the index of its document: the log is damaged, or changes were replayed out of
/// order.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The bytes are not a change that could ever have been accepted.
    #[error("a logged change cannot be read: {0}")]
    Unreadable(#[source] Refusal),
    /// The change refers to what is not there.
    #[error("a logged change refers to what is not there: {0}")]
    Unresolved(#[source] Refusal),
    /// The verdict was made against an older state of the document: judge again.
    #[error("the verdict is older than the index")]
    Stale,
}

/// The index of one document.
#[derive(Debug)]
pub struct DocIndex {
    head: DocHead,
    pub(super) rules: &'static Rules,
    pub(super) graph: Graph,
    actors: Vec<Actor>,
    actor_numbers: BTreeMap<ActorBytes, u32>,
    objects: Vec<Object>,
    /// How many of the objects the genesis made, the root included.
    genesis_objects: u32,
    keys: Vec<Arc<str>>,
    key_numbers: BTreeMap<Arc<str>, u32>,
    /// The object that stands at a key, by object and key.
    made: BTreeMap<(u32, u32), u32>,
    /// How many values stand beside another at a key, by object and key, where there are any. One too many at a key
    /// that its map got later than its first ones.
    beside: BTreeMap<(u32, u32), i32>,
    /// The values at keys where the next one depends on them.
    standing: Standing,
    /// Who created what the document is about.
    creator: Option<MemberId>,
    /// The entries that signatures close.
    closing: Closing,
    bytes: u64,
    ops: u64,
}

/// A map or a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Object {
    pub(super) parent: u32,
    key: u32,
    pub(super) node: Option<NodeId>,
    pub(super) is_text: bool,
    pub(super) depth: u8,
    /// Whether it is a signature that its signer wrote in person.
    is_signed_in_person: bool,
    /// What the text's live characters take.
    pub(super) text_bytes: u32,
    /// The entry that signatures close, of which this is a part, or [`ROOT`].
    pub(super) entry: u32,
}

impl DocIndex {
    /// The index of a document in which nothing stands but its genesis.
    #[must_use]
    pub fn new(head: DocHead) -> Self {
        let rules = Rules::of(head.kind);
        let genesis = Genesis::of(head.kind);
        Self::with_rules(head, rules, genesis.change.clone(), genesis.hash)
    }

    /// The same with a table and a genesis of the caller's own.
    #[must_use]
    pub(crate) fn with_rules(
        head: DocHead,
        rules: &'static Rules,
        genesis: Vec<u8>,
        hash: CommitHash,
    ) -> Self {
        let mut index = Self {
            head,
            rules,
            graph: Graph::default(),
            actors: Vec::new(),
            actor_numbers: BTreeMap::new(),
            objects: vec![Object {
                parent: ROOT,
                key: 0,
                node: Some(Rules::ROOT),
                is_text: false,
                depth: 0,
                is_signed_in_person: false,
                text_bytes: 0,
                entry: ROOT,
            }],
            genesis_objects: 0,
            keys: Vec::new(),
            key_numbers: BTreeMap::new(),
            made: BTreeMap::new(),
            beside: BTreeMap::new(),
            standing: Standing::new(),
            creator: None,
            closing: Closing::default(),
            bytes: 0,
            ops: 0,
        };
        let genesis = Parsed::genesis(genesis, hash).expect("our own genesis reads");
        index
            .take(&genesis, None, None)
            .expect("our own genesis refers to nothing");
        index.genesis_objects = index.objects_count();
        index
    }

    /// What the document is.
    #[must_use]
    pub fn head(&self) -> &DocHead {
        &self.head
    }

    /// The newest changes: those nothing builds on.
    pub fn heads(&self) -> impl Iterator<Item = CommitHash> {
        self.graph.heads()
    }

    /// Whether the change was accepted.
    #[must_use]
    pub fn knows(&self, hash: &CommitHash) -> bool {
        self.graph.number(hash).is_some()
    }

    /// Which of the accepted changes it is: the genesis is number 0, the first one accepted is number 1.
    #[must_use]
    pub fn number_of(&self, hash: &CommitHash) -> Option<usize> {
        self.graph.number(hash).map(|number| number as usize)
    }

    /// How many changes were accepted, the genesis included.
    #[must_use]
    pub fn changes_count(&self) -> u64 {
        self.graph.len() as u64
    }

    /// The bytes of all accepted changes.
    #[must_use]
    pub fn changes_bytes(&self) -> u64 {
        self.bytes
    }

    /// How many operations were accepted.
    #[must_use]
    pub fn ops_count(&self) -> usize {
        self.ops as usize
    }

    /// How many writing sessions there are, that of the genesis included.
    #[must_use]
    pub fn sessions_count(&self) -> u64 {
        self.actors.len() as u64
    }

    /// How many writing sessions of a device there are.
    pub(super) fn sessions_of(&self, device: DeviceId) -> usize {
        let sessions = self.actors.iter();
        sessions
            .filter(|session| session.device == Some(device))
            .count()
    }

    /// Takes in a change that was just judged, before anything else is judged.
    ///
    /// # Errors
    /// [`IndexError::Stale`] when something else was taken in since the verdict.
    pub fn record(&mut self, accepted: &Accepted) -> Result<(), IndexError> {
        if accepted.resolved.at != self.graph.len() {
            return Err(IndexError::Stale);
        }
        self.write(&accepted.parsed, &accepted.resolved, accepted.device);
        Ok(())
    }

    /// [`DocIndex::record`] that also tells what the relay decides by.
    ///
    /// # Errors
    /// As [`DocIndex::record`].
    pub fn record_watched(
        &mut self,
        accepted: &Accepted,
        watch: &mut Watch,
    ) -> Result<(), IndexError> {
        self.record(accepted)?;
        watch.take(self, &accepted.parsed, &accepted.resolved);
        Ok(())
    }

    /// Takes in a change of the log, in the log's order, without verifying it again.
    ///
    /// # Errors
    /// [`IndexError`] when the log is damaged or out of order.
    pub fn replay(
        &mut self,
        raw: Vec<u8>,
        hash: CommitHash,
        device: Option<DeviceId>,
    ) -> Result<(), IndexError> {
        let parsed = Parsed::replay(raw, hash)
            .map_err(|code| IndexError::Unreadable(Refusal::whole(code)))?;
        self.take(&parsed, device, None).map(drop)
    }

    /// [`DocIndex::replay`] that also tells what the relay decides by.
    ///
    /// # Errors
    /// As [`DocIndex::replay`].
    pub fn replay_watched(
        &mut self,
        raw: Vec<u8>,
        hash: CommitHash,
        device: Option<DeviceId>,
        watch: &mut Watch,
    ) -> Result<(), IndexError> {
        let parsed = Parsed::replay(raw, hash)
            .map_err(|code| IndexError::Unreadable(Refusal::whole(code)))?;
        let resolved = self.take(&parsed, device, Some(Reach::OF_A_CHANGE))?;
        watch.take(self, &parsed, &resolved);
        Ok(())
    }

    /// What an accepted change refers to was seen by its author: nobody looks back for it again, so reading a log takes as
    /// long as the log is, whatever its changes build on. Only where what it saw matters later is there a `reach`.
    fn take(
        &mut self,
        parsed: &Parsed,
        device: Option<DeviceId>,
        reach: Option<Reach>,
    ) -> Result<Resolved, IndexError> {
        let deps: Vec<u32> = parsed
            .deps()
            .iter()
            .filter_map(|dep| self.graph.number(dep))
            .collect();
        let horizon = reach.and_then(|mut reach| self.graph.horizon(&deps, &mut reach));
        let mut resolver = Resolver::new(self, parsed, deps, horizon.unwrap_or_default());
        resolver
            .run(|_, _, _| Ok(()))
            .map_err(IndexError::Unresolved)?;
        let slots = Slots::of(&resolver);
        let resolved = resolver.into_resolved(slots);
        self.write(parsed, &resolved, device);
        Ok(resolved)
    }

    pub(super) fn actor_number(&self, actor: &ActorBytes) -> Option<u32> {
        self.actor_numbers.get(actor).copied()
    }

    pub(super) fn actor(&self, number: u32) -> Option<&Actor> {
        self.actors.get(number as usize)
    }

    pub(super) fn op(&self, actor: u32, counter: u32) -> Option<Known> {
        let actor = self.actor(actor)?;
        actor.ops.get(actor.row(counter)?).map(|row| (*row).into())
    }

    pub(super) fn object(&self, number: u32) -> Option<&Object> {
        self.objects.get(number as usize)
    }

    pub(super) fn objects_count(&self) -> u32 {
        self.objects.len() as u32
    }

    /// How many objects beside those of the genesis there are, once there is the one of this number.
    pub(super) fn objects_made_with(&self, number: u32) -> u32 {
        (number + 1).saturating_sub(self.genesis_objects)
    }

    pub(super) fn key(&self, number: u32) -> &str {
        self.keys.get(number as usize).map_or("", |key| key)
    }

    pub(super) fn key_of(&self, object: &Object) -> &str {
        self.key(object.key)
    }

    /// Whether an object stands at a key, made by whomever.
    pub(super) fn has_object_at(&self, object: u32, key: &str) -> bool {
        self.key_numbers
            .get(key)
            .is_some_and(|key| self.made.contains_key(&(object, *key)))
    }

    /// How many values stand beside another at a key.
    pub(super) fn values_beside(&self, object: u32, key: &str) -> i32 {
        let key = self.key_numbers.get(key);
        key.and_then(|key| self.beside.get(&(object, *key)))
            .copied()
            .unwrap_or_default()
    }

    fn write(&mut self, parsed: &Parsed, resolved: &Resolved, device: Option<DeviceId>) {
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

    /// What an operation becomes in the index, and what it does to what stood there before.
    fn settle(&mut self, place: &Placed, parsed: &Parsed, actor: u32, start_op: u32) -> Known {
        match *place {
            Placed::Value { object, key } => Known::Value {
                object,
                key: self.intern(key, parsed),
                is_live: true,
            },
            Placed::Made(object) => Known::Made(object),
            Placed::Cleared { object, key, frees } => {
                let key = self.intern(key, parsed);
                if frees.is_some() && self.made.get(&(object, key)).copied() == frees {
                    self.made.remove(&(object, key));
                }
                Known::Deleted
            }
            Placed::Element { text, bytes } => {
                if let Some(object) = self.objects.get_mut(text as usize) {
                    object.text_bytes = object.text_bytes.saturating_add(bytes);
                }
                Known::Element {
                    text,
                    bytes,
                    is_live: true,
                }
            }
            Placed::Erased { target, .. } => {
                self.erase(target, actor, start_op);
                Known::Deleted
            }
        }
    }

    fn settle_slots(&mut self, slots: &Slots, parsed: &Parsed, actor: u32, start_op: u32) {
        for target in &slots.replaced {
            if let Some(row) = self.row_mut(*target, actor, start_op)
                && let Known::Value { object, key, .. } = Known::from(*row)
            {
                let is_live = false;
                *row = Known::Value {
                    object,
                    key,
                    is_live,
                }
                .into();
                self.forget_standing(object, key, *target, actor, start_op);
            }
        }
        for grown in &slots.grown {
            let place = (grown.object, self.intern(grown.key, parsed));
            let beside = self.beside.remove(&place).unwrap_or_default() + grown.by;
            if beside > 0 {
                self.beside.insert(place, beside);
            }
        }
    }

    /// The row of an operation meant by a change of `actor` that begins at `start_op`.
    fn row_mut(&mut self, target: OpRef, actor: u32, start_op: u32) -> Option<&mut OpRow> {
        let (actor, counter) = target.named(actor, start_op);
        let actor = self.actors.get_mut(actor as usize)?;
        let row = actor.row(counter)?;
        actor.ops.get_mut(row)
    }

    fn erase(&mut self, target: OpRef, actor: u32, start_op: u32) {
        let Some(row) = self.row_mut(target, actor, start_op) else {
            return;
        };
        if let Known::Element {
            text,
            bytes,
            is_live: true,
        } = Known::from(*row)
        {
            *row = Known::Element {
                text,
                bytes,
                is_live: false,
            }
            .into();
            if let Some(object) = self.objects.get_mut(text as usize) {
                object.text_bytes = object.text_bytes.saturating_sub(bytes);
            }
        }
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

    fn intern(&mut self, key: Span, parsed: &Parsed) -> u32 {
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
