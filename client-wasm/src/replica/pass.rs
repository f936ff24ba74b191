//! What the relay gives a device with its access token, for meeting other phones without network.

use besace_model::certificate::Pass;
use besace_model::time::Timestamp;

use super::Replica;
use crate::api::Topic;
use crate::store::Batch;

impl Replica {
    /// Keeps the pass that came with a token. A relay of before gives none, and the last one lasts.
    pub(super) fn keep_pass(&mut self, pass: Option<&[u8]>) {
        let Some(pass) = pass.and_then(Pass::from_bytes) else {
            return;
        };
        if self.wiped || self.meta.pass.as_ref() == Some(&pass) {
            return;
        }
        self.meta.pass = Some(pass);
        self.topics.insert(Topic::Sync);
        let mut batch = Batch::default();
        self.write_meta(&mut batch);
        self.save(batch);
    }

    /// The relay's time, as well as this phone knows it.
    pub(crate) fn relay_time(&self, now: Timestamp) -> Timestamp {
        now.plus_ms(self.meta.skew_ms)
    }
}
