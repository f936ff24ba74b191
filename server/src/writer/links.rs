//! Links that hear of what comes: who joins, what waits for them, who leaves.

use std::collections::BTreeSet;
use std::sync::Arc;

use besace_model::ids::{DeviceId, MemberId};
use besace_model::time::Timestamp;
use besace_model::wire::{Cursor, Reads};
use tokio::sync::Notify;

use super::Handle;
use crate::hub::{Frame, LinkId, Next};

impl Handle {
    /// Adds a live link. The waker is notified whenever [`Handle::take`] has something.
    #[must_use]
    pub fn join(&self, member: MemberId, device: DeviceId) -> (LinkId, Arc<Notify>) {
        let waker = Arc::new(Notify::new());
        let mut live = self.shared.live();
        let (link, pushed_out) = live.hub.join(member, device);
        live.wakers.insert(link, Arc::clone(&waker));
        live.wake(pushed_out);
        (link, waker)
    }

    /// Removes a live link.
    pub fn leave(&self, link: LinkId) {
        let mut live = self.shared.live();
        live.hub.leave(link);
        live.wakers.remove(&link);
    }

    /// Lets a link hear of what comes after `at`, of these kinds; when something came already, the cursor to read on from.
    ///
    /// # Errors
    /// The cursor is the error: the link is not listening.
    pub fn listen(&self, link: LinkId, at: u64, reads: Reads) -> Result<(), Cursor> {
        let mut live = self.shared.live();
        let glance = &self.shared.glance;
        glance.with_board(|board| live.hub.listen(link, at, reads, board))
    }

    /// What to send on a link now, and what to do then.
    #[must_use]
    pub fn take(&self, link: LinkId, now: Timestamp) -> (Vec<Frame>, Next) {
        let mut live = self.shared.live();
        let glance = &self.shared.glance;
        glance.with_board(|board| live.hub.take(link, now, board))
    }

    /// The devices that have a live link.
    #[must_use]
    pub fn live_devices(&self) -> BTreeSet<DeviceId> {
        self.shared.live().hub.devices()
    }

    /// How many live links there are.
    #[must_use]
    pub fn links(&self) -> usize {
        self.shared.live().hub.len()
    }
}
