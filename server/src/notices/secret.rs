//! The secrets of links in mails: which cooperative, and 128 random bits. The relay keeps their digest only.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use besace_model::ids::CoopId;
use sha2::{Digest, Sha256};

use crate::store::channels::SecretDigest;

/// The secret of a link in a mail.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct MailSecret {
    coop: CoopId,
    secret: [u8; 16],
}

impl MailSecret {
    /// A new one.
    #[must_use]
    pub fn new(coop: CoopId, secret: [u8; 16]) -> Self {
        Self { coop, secret }
    }

    /// Reads what a link carries.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (coop, secret) = bytes.split_at_checked(16)?;
        Some(Self {
            coop: CoopId::from_bytes(coop.try_into().ok()?),
            secret: secret.try_into().ok()?,
        })
    }

    /// What a link carries.
    #[must_use]
    pub fn text(&self) -> String {
        crate::bytes::encode(&[*self.coop.as_bytes(), self.secret].concat())
    }

    /// The cooperative.
    #[must_use]
    pub fn coop(&self) -> CoopId {
        self.coop
    }

    /// What the relay keeps.
    #[must_use]
    pub fn digest(&self) -> SecretDigest {
        Sha256::digest(self.secret).into()
    }
}

impl fmt::Debug for MailSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailSecret([redacted])")
    }
}
