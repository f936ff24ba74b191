//! One signing key: its halves and its name.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::SigningKey;
use jsonwebtoken::{DecodingKey, EncodingKey};

/// What stands before the 32 bytes of a private Ed25519 key in PKCS#8 (RFC 8410).
const PKCS8_PREFIX: [u8; 16] = [
    0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20,
];

/// One signing key.
pub(super) struct Key {
    pub(super) kid: String,
    pub(super) public: [u8; 32],
    pub(super) signing: EncodingKey,
    pub(super) verifying: DecodingKey,
}

impl Key {
    pub(super) fn new(seed: &[u8; 32]) -> Self {
        let public = SigningKey::from_bytes(seed).verifying_key().to_bytes();
        Self {
            kid: URL_SAFE_NO_PAD.encode(&public[..6]),
            public,
            signing: EncodingKey::from_ed_der(&[&PKCS8_PREFIX[..], seed].concat()),
            verifying: DecodingKey::from_ed_der(&public),
        }
    }
}
