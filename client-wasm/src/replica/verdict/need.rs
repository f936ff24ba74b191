//! The relay misses what a change depends on.

use besace_model::ids::CommitHash;
use besace_model::limits::{BACKOFF_MS_MAX, BACKOFF_MS_MIN};

use crate::replica::Replica;
use crate::replica::update::After;
use crate::store::Batch;

/// How often the relay may ask for what a commit depends on before the command is made again.
const NEEDS_MAX: u8 = 3;

impl Replica {
    /// The relay misses dependencies: those of ours go first, the accepted ones too, which it then has lost; others' are
    /// waited for, longer each time. When it keeps missing them the command is made again on top of what it has; nobody
    /// is bothered with it.
    pub(super) fn need(
        &mut self,
        number: u32,
        deps: &[CommitHash],
        after: &mut After,
        batch: &mut Batch,
    ) {
        let Some(doc) = self.outbox.get_mut(number).map(|item| item.doc) else {
            return;
        };
        if self.outbox.sent_has(deps) {
            self.outbox.reopen_sent(self.coop, Some(doc), batch);
        }
        let ours: Vec<u32> = deps
            .iter()
            .filter_map(|dep| self.outbox.by_hash(dep))
            .map(|item| item.number)
            .collect();
        for dep in &ours {
            if let Some(item) = self.outbox.get_mut(*dep) {
                item.in_flight = false;
            }
        }
        let Some(item) = self.outbox.get_mut(number) else {
            return;
        };
        item.in_flight = false;
        item.needs = item.needs.saturating_add(1);
        let needs = item.needs;
        if needs == NEEDS_MAX && !self.meta.starting_over && !after.judged.contains(&doc) {
            self.renew_actor(doc);
            after.recover.insert(doc);
        }
        if needs > 1 || ours.len() < deps.len() {
            let wait = (BACKOFF_MS_MIN << needs.min(6)).min(BACKOFF_MS_MAX);
            self.outbox.hold(doc, self.clock.moment().plus_ms(wait));
        }
    }
}
