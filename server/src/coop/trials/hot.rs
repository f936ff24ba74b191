//! Documents under trial that stay in memory; the least used go when it is full.

use std::collections::{BTreeMap, BTreeSet};

use besace_model::admission::Trial;

use super::Mark;
use crate::limits::{TRIAL_DOCS_KEPT, TRIAL_OPS_KEPT};
use crate::store::docs::DocRow;

#[derive(Debug)]
pub(super) struct Slot {
    pub(super) trial: Trial,
    pub(super) mark: Mark,
    used: u64,
}

/// Documents in memory; the least used go when it is full.
#[derive(Debug, Default)]
pub(super) struct Hot {
    slots: BTreeMap<DocRow, Slot>,
    by_use: BTreeSet<(u64, DocRow)>,
    pub(super) ops: usize,
    uses: u64,
}

impl Hot {
    pub(super) fn take(&mut self, doc: DocRow) -> Option<Slot> {
        let slot = self.slots.remove(&doc)?;
        self.by_use.remove(&(slot.used, doc));
        self.ops -= slot.mark.ops;
        Some(slot)
    }

    pub(super) fn keep(&mut self, doc: DocRow, trial: Trial, mark: Mark) {
        // Another thread may have tried the same meanwhile, and further.
        if self
            .slots
            .get(&doc)
            .is_some_and(|it| it.mark.upto > mark.upto)
        {
            return;
        }
        self.take(doc);
        self.uses += 1;
        let used = self.uses;
        self.ops += mark.ops;
        self.by_use.insert((used, doc));
        self.slots.insert(doc, Slot { trial, mark, used });
        while self.ops > TRIAL_OPS_KEPT || self.slots.len() > TRIAL_DOCS_KEPT {
            let Some((_, least)) = self.by_use.first().copied() else {
                return;
            };
            self.take(least);
        }
    }
}
