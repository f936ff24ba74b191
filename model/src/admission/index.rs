//! What admission must know of a document, instead of the document: its changes as a graph, its actors, its objects
//! with their places in the rule table, and for every operation where it stands and what it is.
//!
//! Memory: 8 bytes an operation, about 75 a change, and a row for each object and each distinct key, so a text typed
//! in 100,000 changes takes about 8 MB. Rebuilt from the accepted changes in microseconds each; nothing is verified
//! again on the way.

mod close;
mod counts;
mod lookup;
mod notes;
mod replay;
mod settle;
mod write;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::closing::Closing;
use super::graph::Graph;
use super::prescan::{ActorBytes, Parsed};
use super::rows::Actor;
use super::standing::Standing;
use crate::doc::genesis::Genesis;
use crate::doc::rules::{NodeId, Rules};
use crate::head::DocHead;
use crate::ids::{CommitHash, MemberId};
pub use replay::IndexError;

/// The number of the root object.
pub(super) const ROOT: u32 = 0;

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
}
