//! A watched field: the values that stand at it, and those that were replaced within reach.

use std::collections::VecDeque;

use super::super::graph::Horizon;
use crate::record::FieldValue;

/// A field.
#[derive(Debug, Default)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) standing: Vec<Written>,
    /// In the order in which they were replaced first.
    pub(super) replaced: VecDeque<Replaced>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OpName {
    pub(super) actor: u32,
    pub(super) counter: u32,
}

#[derive(Debug)]
pub(super) struct Written {
    pub(super) op: OpName,
    /// The number of the change.
    pub(super) change: u32,
    /// What decides between two of one counter.
    pub(super) actor: [u8; 16],
    pub(super) value: FieldValue,
}

#[derive(Debug)]
pub(super) struct Replaced {
    written: Written,
    /// The first change that replaced it.
    pub(super) change: u32,
    by: Vec<OpName>,
}

impl Field {
    pub(super) fn replace(&mut self, op: OpName, by: OpName, change: u32) {
        if let Some(place) = self.standing.iter().position(|written| written.op == op) {
            let written = self.standing.swap_remove(place);
            let by = vec![by];
            self.replaced.push_back(Replaced {
                written,
                change,
                by,
            });
        } else if let Some(replaced) = self.replaced.iter_mut().find(|it| it.written.op == op) {
            replaced.by.push(by);
        }
    }

    /// The value that Automerge shows to whom this much is in sight.
    pub(super) fn seen(&self, horizon: &Horizon) -> Option<&FieldValue> {
        let shows = |op: &OpName| horizon.shows(op.actor, op.counter);
        if horizon.is_clear() {
            return winner(self.standing.iter());
        }
        let replaced = self.replaced.iter();
        let again = replaced.filter(|replaced| !replaced.by.iter().any(shows));
        let all = self.standing.iter().chain(again.map(|it| &it.written));
        winner(all.filter(|written| shows(&written.op)))
    }
}

/// Automerge's choice: the highest name of an operation.
pub(super) fn winner<'w>(written: impl Iterator<Item = &'w Written>) -> Option<&'w FieldValue> {
    let highest = written.max_by_key(|written| (written.op.counter, written.actor));
    highest.map(|written| &written.value)
}
