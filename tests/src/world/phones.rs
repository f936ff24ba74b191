//! What people do with their phones, and what happens to phones and the relay.

use besace_client::api::{self, DispatchResult, Intent};
use besace_model::command::Command;

use super::World;

impl World {
    /// Opens the app on a phone.
    pub fn open(&mut self, phone: usize) {
        let asks = self.phones[phone].open(self.now);
        self.asked(phone, asks);
    }

    /// Kills the app on a phone.
    pub fn kill(&mut self, phone: usize) {
        self.cut(phone);
        self.phones[phone].kill();
    }

    /// A person asks a phone to download everything again: what a person did stays, the rest goes.
    pub fn download_again(&mut self, phone: usize) {
        self.kill(phone);
        self.phones[phone].drop_downloads();
        self.open(phone);
    }

    /// Takes a phone's signal away, or gives it back.
    pub fn signal(&mut self, phone: usize, has_signal: bool) {
        self.phones[phone].has_signal = has_signal;
        if !has_signal {
            self.cut(phone);
        }
        let input = if has_signal {
            api::Event::Online
        } else {
            api::Event::Offline
        };
        let asks = self.phones[phone].handle(self.now, input);
        self.asked(phone, asks);
    }

    /// Lets the relay look at its clock, as it does by itself when something is due.
    pub fn wake_relay(&mut self) {
        self.relay.tick(self.now);
        self.collect();
    }

    /// Stops the relay without a word.
    pub fn crash_relay(&mut self) {
        self.relay.crash();
        self.collect();
    }

    /// Stops the relay and starts it again from a backup.
    pub fn restore_relay(&mut self, backup: &[u8]) {
        self.relay.restore(backup);
        self.collect();
        // What was on its way arrives before the links are known to be dead.
        self.pass(2_000);
        self.watch.restored();
        self.relay.start();
    }

    /// Does a command on a phone; panics when the replica rejects it.
    pub fn act(&mut self, phone: usize, command: Command) {
        let result = self.attempt(phone, command.clone());
        assert!(
            matches!(
                result,
                Some(DispatchResult::Done { .. } | DispatchResult::NoChange)
            ),
            "phone {phone} rejected {command:?}: {result:?}"
        );
    }

    /// Does a command on a phone, whatever comes of it.
    pub fn attempt(&mut self, phone: usize, command: Command) -> Option<DispatchResult> {
        let base = None;
        self.intend(phone, Intent::Do { command, base })
    }

    /// Does anything a person can do on a phone.
    pub fn intend(&mut self, phone: usize, intent: Intent) -> Option<DispatchResult> {
        let (result, asks) = self.phones[phone].dispatch(self.now, intent);
        self.asked(phone, asks);
        result
    }
}
