//! The changes of a document as a graph: which are known, which are the heads, what a set of them can see.
//!
//! Changes are numbered in the order of the log, so every dependency has a lower number than what depends on it.

mod horizon;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::ids::CommitHash;
pub(super) use horizon::{Horizon, Reach};

/// The changes.
#[derive(Debug, Default)]
pub(super) struct Graph {
    known: BTreeMap<CommitHash, u32>,
    rows: Vec<Row>,
    deps: Vec<u32>,
    heads: Vec<Head>,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    actor: u32,
    start_op: u32,
    max_op: u32,
    deps_end: u32,
}

#[derive(Debug, Clone, Copy)]
struct Head {
    hash: CommitHash,
    number: u32,
}

/// A change to be added.
#[derive(Debug)]
pub(super) struct NewChange<'a> {
    pub(super) hash: CommitHash,
    pub(super) actor: u32,
    pub(super) start_op: u32,
    pub(super) max_op: u32,
    pub(super) deps: &'a [u32],
}

impl Graph {
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn number(&self, hash: &CommitHash) -> Option<u32> {
        self.known.get(hash).copied()
    }

    pub(super) fn max_op(&self, number: u32) -> u32 {
        self.rows.get(number as usize).map_or(0, |row| row.max_op)
    }

    pub(super) fn heads(&self) -> impl Iterator<Item = CommitHash> {
        self.heads.iter().map(|head| head.hash)
    }

    pub(super) fn push(&mut self, change: &NewChange<'_>) {
        let number = self.rows.len() as u32;
        self.known.insert(change.hash, number);
        self.deps.extend_from_slice(change.deps);
        self.rows.push(Row {
            actor: change.actor,
            start_op: change.start_op,
            max_op: change.max_op,
            deps_end: self.deps.len() as u32,
        });
        self.heads
            .retain(|head| !change.deps.contains(&head.number));
        self.heads.push(Head {
            hash: change.hash,
            number,
        });
    }

    fn deps_of(&self, number: usize) -> &[u32] {
        let start = match number.checked_sub(1) {
            None => 0,
            Some(before) => self.rows.get(before).map_or(0, |row| row.deps_end),
        };
        let end = self.rows.get(number).map_or(0, |row| row.deps_end);
        self.deps
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// How many heads there would be after a change with these dependencies.
    pub(super) fn heads_after(&self, deps: &[u32]) -> usize {
        let others = self.heads.iter();
        others.filter(|head| !deps.contains(&head.number)).count() + 1
    }
}
