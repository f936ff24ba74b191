//! Access tokens, and what push services know the relay by: the only module that knows jsonwebtoken. A token says who asks, never what they may do: roles are read
//! from the relay's table at each message. RFC 8725: one algorithm, keys from our own set only, every claim required.

mod key;
mod token;
mod vapid;

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::time::Timestamp;
use jsonwebtoken::{Algorithm, Validation};

use key::Key;
pub use vapid::Vapid;

/// The `aud` of every token.
const AUDIENCE: &str = "besace";

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bearer {
    /// The cooperative.
    pub coop: CoopId,
    /// The member.
    pub member: MemberId,
    /// The device.
    pub device: DeviceId,
    /// When the token ends.
    pub expires: Timestamp,
}

/// The token is missing, expired, or not ours; which one is nobody's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the access token is not valid")]
pub struct BadToken;

/// The relay's token keys: one signs, all of them verify.
pub struct Keys {
    keys: Vec<Key>,
    signing: usize,
    issuer: String,
    validation: Validation,
    vapid: Vapid,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.keys.iter().map(|key| &key.kid))
            .finish()
    }
}

impl Keys {
    /// The keys made from `seeds`, in the order of their age; the one at `signing` signs. `issuer` is the public URL.
    #[must_use]
    pub fn new(seeds: &[[u8; 32]], signing: usize, issuer: &str) -> Self {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_audience(&[AUDIENCE]);
        validation.set_issuer(&[issuer]);
        validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        // Ours to check, against the clock we were given.
        validation.validate_exp = false;
        Self {
            keys: seeds.iter().map(Key::new).collect(),
            signing: signing.min(seeds.len().saturating_sub(1)),
            issuer: issuer.to_owned(),
            validation,
            vapid: Vapid::new(seeds.first().unwrap_or(&[1; 32])),
        }
    }

    /// The same, known to push services by a key of its own, which does not change with those that sign tokens.
    #[must_use]
    pub fn with_vapid(self, vapid: Vapid) -> Self {
        Self { vapid, ..self }
    }

    /// What push services know the relay by.
    #[must_use]
    pub fn vapid(&self) -> &Vapid {
        &self.vapid
    }

    /// The public halves, as RFC 8037 writes them.
    #[must_use]
    pub fn jwks(&self) -> serde_json::Value {
        let keys: Vec<serde_json::Value> = self
            .keys
            .iter()
            .map(|key| {
                serde_json::json!({
                    "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA",
                    "kid": key.kid, "x": URL_SAFE_NO_PAD.encode(key.public),
                })
            })
            .collect();
        serde_json::json!({ "keys": keys })
    }
}

#[cfg(test)]
mod tests;
