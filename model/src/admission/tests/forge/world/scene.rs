//! One document of the world of a forger.

use automerge::legacy::OpId;
use automerge::{Automerge, Change, ChangeHash};

use crate::admission::{DocIndex, commit_hash};
use crate::command::Command;
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::ids::{DeviceId, DocId};

/// An honest change and the device that makes it.
#[derive(Clone)]
pub(in crate::admission::tests::forge) struct Honest {
    pub(in crate::admission::tests::forge) by: usize,
    pub(in crate::admission::tests::forge) raw: Vec<u8>,
}

/// One document: what the relay accepted, what a replica holds that was long away, what is honestly done next.
pub(in crate::admission::tests::forge) struct Scene {
    pub(in crate::admission::tests::forge) head: DocHead,
    pub(in crate::admission::tests::forge) id: DocId,
    pub(in crate::admission::tests::forge) index: DocIndex,
    /// What was accepted, in its order.
    pub(in crate::admission::tests::forge) log: Vec<(Vec<u8>, Option<DeviceId>)>,
    pub(in crate::admission::tests::forge) full: Automerge,
    /// An earlier state, and what a replica that stayed there wrote on its own.
    pub(in crate::admission::tests::forge) base: Automerge,
    pub(in crate::admission::tests::forge) aside: Vec<Change>,
    pub(in crate::admission::tests::forge) honest: Vec<Honest>,
    pub(in crate::admission::tests::forge) commands: Vec<(usize, Command)>,
    /// Names of the operations in it, and of its changes: what is worth referring to.
    pub(in crate::admission::tests::forge) names: Vec<OpId>,
    pub(in crate::admission::tests::forge) hashes: Vec<ChangeHash>,
    /// How much of the log is honest.
    pub(super) start: usize,
}

pub(super) fn change(raw: &[u8]) -> Change {
    Change::from_bytes(raw.to_vec()).unwrap()
}

impl Scene {
    /// Forgets what forgers added.
    pub(in crate::admission::tests::forge) fn begin_again(&mut self) {
        self.log.truncate(self.start);
        self.index = DocIndex::new(self.head.clone());
        for (raw, device) in &self.log {
            let hash = commit_hash(raw);
            self.index.replay(raw.clone(), hash, *device).unwrap();
        }
        self.full = Genesis::document(self.head.kind);
        let log: Vec<_> = self.log.iter().map(|(raw, _)| change(raw)).collect();
        (self.names, self.hashes) = (Vec::new(), Vec::new());
        self.learn(&change(&Genesis::of(self.head.kind).change));
        log.iter().for_each(|change| self.learn(change));
        self.full.apply_changes(log).unwrap();
    }

    fn learn(&mut self, change: &Change) {
        self.hashes.push(change.hash());
        let names = change.start_op().get()..=change.max_op();
        let actor = change.actor_id();
        self.names
            .extend(names.map(|counter| OpId(counter, actor.clone())));
    }

    /// How many changes forgers added.
    pub(in crate::admission::tests::forge) fn forged(&self) -> usize {
        self.log.len() - self.start
    }

    /// Takes in what was just accepted.
    pub(in crate::admission::tests::forge) fn keep(
        &mut self,
        accepted: &crate::admission::Accepted,
        device: DeviceId,
    ) {
        self.index.record(accepted).unwrap();
        let raw = accepted.parsed().raw().to_vec();
        let change = change(&raw);
        self.learn(&change);
        self.full.apply_changes([change]).unwrap();
        self.log.push((raw, Some(device)));
    }
}
