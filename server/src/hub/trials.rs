//! Commits in queues that wait for their trial: released once it went well, abandoned when it cannot be told.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::queue::State;
use super::{Hub, LinkId};
use crate::coop::PublishedEntry;
use crate::store::docs::DocRow;

/// Commits that stand in queues and wait for their trial.
#[derive(Debug, Clone)]
pub struct Held {
    /// Names them: the place of the last one.
    pub run: u64,
    /// The commits, neighbours in the log.
    pub entries: Vec<Arc<PublishedEntry>>,
}

#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) docs: BTreeSet<DocRow>,
    pub(super) links: Vec<LinkId>,
}

impl Hub {
    /// Lets what was tried be handed out. Returns the links to wake.
    pub fn release(&mut self, run: u64) -> Vec<LinkId> {
        let waiting = self.waiting.remove(&run);
        waiting.map(|it| it.links).unwrap_or_default()
    }

    /// Takes what could not be tried out of the queues: their links read on. Returns them, to be woken.
    pub fn abandon(&mut self, run: u64) -> Vec<LinkId> {
        let links = self.release(run);
        for id in &links {
            if let Some(link) = self.links.get_mut(id)
                && link.state == State::Live
            {
                link.fall_behind();
            }
        }
        links
    }

    /// [`Hub::abandon`] for all that waits, when nobody will say how its trial went.
    pub fn abandon_all(&mut self) -> Vec<LinkId> {
        let runs: Vec<u64> = self.waiting.keys().copied().collect();
        let links = runs.into_iter().flat_map(|run| self.abandon(run));
        links.collect()
    }

    /// A document was frozen: what waits of it is never handed out.
    pub(super) fn drop_document(&mut self, doc: DocRow) -> Vec<LinkId> {
        let waiting = self.waiting.iter();
        let runs = waiting.filter(|(_, it)| it.docs.contains(&doc));
        let runs: Vec<u64> = runs.map(|(run, _)| *run).collect();
        let links = runs.into_iter().flat_map(|run| self.abandon(run));
        links.collect()
    }
}
