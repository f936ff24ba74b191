//! Passes: what a device is given with its access token, so that phones that meet without network can tell whose work they
//! are handed. Signed with the cooperative's own key, which its file keeps: a pass means nothing in another one.

use std::fmt;
use std::sync::Arc;

use besace_model::certificate::{Certificate, Pass, Statement, signing_bytes};
use besace_model::ids::{CoopId, DeviceId};
use besace_model::limits::CERTIFICATE_LIFE_MS;
use besace_model::time::Timestamp;
use ed25519_dalek::{Signer, SigningKey};

use super::Glance;

/// The cooperative's key, as far as it says whose device is whose.
#[derive(Clone)]
pub(in crate::coop) struct Certifier {
    coop: CoopId,
    key: Arc<SigningKey>,
}

impl fmt::Debug for Certifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certifier")
            .field("coop", &self.coop)
            .finish_non_exhaustive()
    }
}

impl Certifier {
    pub(in crate::coop) fn new(coop: CoopId, seed: &[u8; 32]) -> Self {
        Self {
            coop,
            key: Arc::new(SigningKey::from_bytes(seed)),
        }
    }
}

impl Glance {
    /// The pass of a device; `None` when it may not connect.
    #[must_use]
    pub fn pass(&self, now: Timestamp, device: DeviceId) -> Option<Pass> {
        let people = self.people();
        let entry = people.device(device)?;
        if !people.may_connect(entry.member, device) {
            return None;
        }
        let statement = Statement {
            coop: self.certifier.coop,
            member: entry.member,
            device,
            key: entry.public_key.to_bytes().into(),
            issued_ms: now.0,
            until_ms: now.plus_ms(CERTIFICATE_LIFE_MS).0,
        }
        .to_bytes();
        let key = &self.certifier.key;
        let signature = key.sign(&signing_bytes(&statement)).to_bytes();
        Some(Pass {
            relay_key: key.verifying_key().to_bytes().into(),
            certificate: Certificate::new(statement, signature),
        })
    }
}
