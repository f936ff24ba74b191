//! A certificate: the relay's signed word on whose device a key is.
//!
//! A phone knows the people of its cooperative, and no device but its own. What another phone hands it without network
//! comes with the certificate of each device that signed: whoever has the relay's key can then tell whose work it is. It
//! says nothing of what that member may do, and nothing of whether the device was revoked since: it lasts for a time, is
//! renewed with each access token, and the relay judges again whatever arrives there.

#[cfg(test)]
mod tests;

use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};

use crate::commit::{PUBLIC_KEY_BYTES, PublicKey, SIGNATURE_BYTES};
use crate::ids::{CoopId, DeviceId, MemberId};
use crate::limits::CERTIFICATE_BYTES_MAX;
use crate::time::Timestamp;

const DOMAIN: &[u8] = b"besace-device-1\0";

/// What the relay says of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Statement {
    /// The cooperative.
    #[n(0)]
    pub coop: CoopId,
    /// Whose device it is.
    #[n(1)]
    pub member: MemberId,
    /// The device.
    #[n(2)]
    pub device: DeviceId,
    /// Its public key.
    #[n(3)]
    pub key: ByteArray<PUBLIC_KEY_BYTES>,
    /// Since when, by the relay's clock.
    #[n(4)]
    pub issued_ms: i64,
    /// Until when.
    #[n(5)]
    pub until_ms: i64,
}

/// A statement and the relay's signature. Decoding it proves nothing yet.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Certificate {
    /// The statement, as it was signed.
    #[n(0)]
    statement: ByteVec,
    /// Ed25519 over [`signing_bytes`].
    #[n(1)]
    signature: ByteArray<SIGNATURE_BYTES>,
}

/// What the relay gives a device with an access token: enough to hand over what it wrote, and to read what others hand
/// over.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Pass {
    /// The relay's public key, for this cooperative.
    #[n(0)]
    pub relay_key: ByteArray<PUBLIC_KEY_BYTES>,
    /// The device's certificate.
    #[n(1)]
    pub certificate: Certificate,
}

/// Why a certificate proves nothing here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unproven {
    /// It is not the relay's word.
    #[error("the certificate is not signed by the relay")]
    Signature,
    /// It says nothing that can be read, or names a key that is none.
    #[error("the certificate says nothing that can be read")]
    Malformed,
    /// Its time is over.
    #[error("the certificate's time is over")]
    Over,
}

/// What the relay signs: the domain, and the statement.
#[must_use]
pub fn signing_bytes(statement: &[u8]) -> Vec<u8> {
    [DOMAIN, statement].concat()
}

impl Statement {
    /// As it is signed.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).unwrap_or_default()
    }
}

impl Certificate {
    /// A statement with what the relay signed over its [`signing_bytes`].
    #[must_use]
    pub fn new(statement: Vec<u8>, signature: [u8; SIGNATURE_BYTES]) -> Self {
        Self {
            statement: statement.into(),
            signature: signature.into(),
        }
    }

    /// What the relay said, with the device's key ready for use; `now` is the relay's time, as well as it is known.
    ///
    /// # Errors
    /// [`Unproven`] says why it proves nothing.
    pub fn verify(
        &self,
        relay: &PublicKey,
        now: Timestamp,
    ) -> Result<(Statement, PublicKey), Unproven> {
        if self.statement.len() > CERTIFICATE_BYTES_MAX {
            return Err(Unproven::Malformed);
        }
        if !relay.verifies(&signing_bytes(&self.statement), &self.signature) {
            return Err(Unproven::Signature);
        }
        let statement: Statement =
            minicbor::decode(&self.statement).map_err(|_| Unproven::Malformed)?;
        let key = PublicKey::from_bytes(&statement.key).ok_or(Unproven::Malformed)?;
        if now.0 >= statement.until_ms {
            return Err(Unproven::Over);
        }
        Ok((statement, key))
    }
}

impl Pass {
    /// As it is kept and handed out.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads [`Pass::to_bytes`]; `None` when it is none.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        minicbor::decode(bytes).ok()
    }

    /// The relay's key; `None` when it is no key.
    #[must_use]
    pub fn relay(&self) -> Option<PublicKey> {
        PublicKey::from_bytes(&self.relay_key)
    }
}
