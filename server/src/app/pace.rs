//! How often addresses and devices may ask.

use std::net::IpAddr;

use besace_model::ids::DeviceId;

use super::{App, lock};
use crate::peer::subscriber;

impl App {
    /// Whether an address may make one more request.
    #[must_use]
    pub fn may_ask(&self, peer: IpAddr) -> bool {
        let is_limited = self.0.config.peer_requests_per_second > 0;
        !is_limited
            || lock(&self.0.requests)
                .take(self.0.clock.moment(), subscriber(peer))
                .is_ok()
    }

    /// Whether an address may try an invitation.
    #[must_use]
    pub fn may_guess(&self, peer: IpAddr) -> bool {
        lock(&self.0.guesses)
            .look(self.0.clock.moment(), &subscriber(peer))
            .is_ok()
    }

    /// Notes that an address tried an invitation that is none.
    pub fn guessed_wrong(&self, peer: IpAddr) {
        // The answer to this one is given; what is taken counts for the next.
        let _ = lock(&self.0.guesses).take(self.0.clock.moment(), subscriber(peer));
    }

    /// Counts a push of a device, whatever road it came by.
    ///
    /// # Errors
    /// The milliseconds after which it may push again.
    pub fn may_push(&self, device: DeviceId) -> Result<(), u32> {
        lock(&self.0.pushes).take(self.0.clock.moment(), device)
    }

    /// Counts work that a device's push made, as so many pushes more: it waits for them before its next one.
    pub fn charge(&self, device: DeviceId, pushes: u32) {
        if pushes > 0 {
            lock(&self.0.pushes).charge(self.0.clock.moment(), device, pushes);
        }
    }
}
