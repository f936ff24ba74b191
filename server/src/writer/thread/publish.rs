//! Handing out what was written: to the hub at once, to its hearers once it was tried.

use besace_model::time::Now;

use super::{Writer, unless_full};
use crate::coop::{CoopError, Published};
use crate::hub::{Held, Hub, Origin};
use crate::writer::lanes::Task;

impl<C: Fn() -> Now> Writer<C> {
    /// Queues what was published. What the relay wrote is handed out at once; what members wrote is tried first, and
    /// those who hear of it are woken once it was: the link that pushed, which may be busy with a slow phone, keeps nobody
    /// waiting.
    pub(super) fn publish(&mut self, published: &Published) -> Result<(), CoopError> {
        let held = self.queue(published, &mut []);
        self.try_elsewhere(held)
    }

    /// Queues what was published and wakes who may hear of it at once; returns what is to be tried first.
    pub(super) fn queue(&self, published: &Published, origins: &mut [Origin<'_>]) -> Vec<Held> {
        let people = self.shared.glance.people();
        let mut live = self.shared.live();
        let glance = &self.shared.glance;
        let fanout =
            glance.with_board(|board| live.hub.publish(published, board, &people, origins));
        live.wake(fanout.woken);
        fanout.held
    }

    pub(super) fn try_elsewhere(&mut self, held: Vec<Held>) -> Result<(), CoopError> {
        if held.is_empty() {
            return Ok(());
        }
        let Some(lanes) = &self.shared.lanes else {
            return self.try_here(held);
        };
        if !lanes.short.ask(Task::Held(held)) {
            self.shared.wake(Hub::abandon_all);
        }
        Ok(())
    }

    /// In memory, where no other thread can read.
    fn try_here(&mut self, held: Vec<Held>) -> Result<(), CoopError> {
        for held in held {
            if self.coop.try_entries(&held.entries)? {
                self.shared.wake(|hub| hub.release(held.run));
            } else {
                let frozen = unless_full(self.coop.settle(self.now()))?;
                self.publish(&frozen)?;
            }
        }
        Ok(())
    }
}
