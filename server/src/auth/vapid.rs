//! The key by which push services know the relay (VAPID, RFC 8292), and what it signs. It stays for as long as the relay does:
//! a browser's subscription is bound to it.

use besace_model::time::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToEncodedPoint;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::bytes;

/// What stands before the 32 bytes of a private key of P-256 in PKCS#8 (RFC 5208 and RFC 5915).
const PKCS8_PREFIX: [u8; 35] = [
    0x30, 0x41, 2, 1, 0, 0x30, 0x13, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 8, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 3, 1, 7, 4, 0x27, 0x30, 0x25, 2, 1, 1, 4, 0x20,
];
/// How long what is signed is good for; push services take a day at most.
const LIFE_S: i64 = 12 * 60 * 60;

/// The relay's key for push services.
pub struct Vapid {
    signing: EncodingKey,
    public: String,
}

impl std::fmt::Debug for Vapid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Vapid").field(&self.public).finish()
    }
}

#[derive(Serialize)]
struct Claims<'a> {
    aud: &'a str,
    exp: i64,
    sub: &'a str,
}

impl Vapid {
    /// The key made from a seed.
    #[must_use]
    pub fn new(seed: &[u8; 32]) -> Self {
        let secret = secret(*seed);
        let point = secret.public_key().to_encoded_point(false);
        Self {
            signing: EncodingKey::from_ec_der(&[&PKCS8_PREFIX[..], &secret.to_bytes()].concat()),
            public: bytes::encode(point.as_bytes()),
        }
    }

    /// The public half, as browsers take it.
    #[must_use]
    pub fn public(&self) -> &str {
        &self.public
    }

    /// The `Authorization` of a request to the push service at an origin; `contact` is whom its operator asks.
    #[must_use]
    pub fn authorization(&self, now: Timestamp, origin: &str, contact: &str) -> Option<String> {
        let claims = Claims {
            aud: origin,
            exp: now.0.div_euclid(1000) + LIFE_S,
            sub: contact,
        };
        let header = Header::new(Algorithm::ES256);
        let token = jsonwebtoken::encode(&header, &claims, &self.signing).ok()?;
        Some(format!("vapid t={token}, k={}", self.public))
    }
}

/// A seed as a key. One in four thousand million is none: its digest is taken then.
fn secret(mut seed: [u8; 32]) -> SecretKey {
    loop {
        match SecretKey::from_slice(&seed) {
            Ok(secret) => return secret,
            Err(_) => seed = Sha256::digest(seed).into(),
        }
    }
}
