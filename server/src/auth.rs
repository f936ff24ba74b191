//! Access tokens: the only file that knows jsonwebtoken. A token says who asks, never what they may do: roles are read
//! from the relay's table at each message. RFC 8725: one algorithm, keys from our own set only, every claim required.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::limits::TOKEN_LIFE_MS;
use besace_model::time::Timestamp;
use ed25519_dalek::SigningKey;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

/// The `typ` of every token (RFC 9068).
const TYPE: &str = "at+jwt";
/// The `aud` of every token.
const AUDIENCE: &str = "besace";
/// Disagreement of clocks that is forgiven, in seconds.
const LEEWAY_S: i64 = 60;
/// Bytes of a token that is looked at; ours have about 420.
const TOKEN_BYTES_MAX: usize = 1_024;
/// What stands before the 32 bytes of a private Ed25519 key in PKCS#8 (RFC 8410).
const PKCS8_PREFIX: [u8; 16] = [
    0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20,
];

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

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    iss: String,
    aud: String,
    sub: MemberId,
    coop: CoopId,
    device: DeviceId,
    exp: i64,
    nbf: i64,
    jti: String,
}

/// One signing key.
struct Key {
    kid: String,
    public: [u8; 32],
    signing: EncodingKey,
    verifying: DecodingKey,
}

/// The relay's token keys: one signs, all of them verify.
pub struct Keys {
    keys: Vec<Key>,
    signing: usize,
    issuer: String,
    validation: Validation,
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
        }
    }

    /// A token for a device. `nonce` makes it unlike any other.
    #[must_use]
    pub fn issue(
        &self,
        now: Timestamp,
        coop: CoopId,
        member: MemberId,
        device: DeviceId,
        nonce: [u8; 8],
    ) -> Option<String> {
        let key = self.keys.get(self.signing)?;
        let nbf = now.0.div_euclid(1000);
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: member,
            coop,
            device,
            exp: nbf + TOKEN_LIFE_MS / 1000,
            nbf,
            jti: URL_SAFE_NO_PAD.encode(nonce),
        };
        let header = Header {
            typ: Some(TYPE.to_owned()),
            kid: Some(key.kid.clone()),
            ..Header::new(Algorithm::EdDSA)
        };
        jsonwebtoken::encode(&header, &claims, &key.signing).ok()
    }

    /// Who the bearer of a token is.
    ///
    /// # Errors
    /// [`BadToken`], whatever is wrong.
    pub fn verify(&self, now: Timestamp, token: &str) -> Result<Bearer, BadToken> {
        if token.len() > TOKEN_BYTES_MAX {
            return Err(BadToken);
        }
        let header = jsonwebtoken::decode_header(token).map_err(|_| BadToken)?;
        let kid = header.kid.as_deref().ok_or(BadToken)?;
        let is_ours = header.typ.as_deref() == Some(TYPE) && header.alg == Algorithm::EdDSA;
        let key = self
            .keys
            .iter()
            .find(|key| key.kid == kid)
            .ok_or(BadToken)?;
        if !is_ours {
            return Err(BadToken);
        }
        let claims = jsonwebtoken::decode::<Claims>(token, &key.verifying, &self.validation)
            .map_err(|_| BadToken)?
            .claims;
        if claims.exp.saturating_sub(claims.nbf) > TOKEN_LIFE_MS / 1000 {
            return Err(BadToken);
        }
        let now_s = now.0.div_euclid(1000);
        if now_s >= claims.exp.saturating_add(LEEWAY_S)
            || now_s.saturating_add(LEEWAY_S) < claims.nbf
        {
            return Err(BadToken);
        }
        Ok(Bearer {
            coop: claims.coop,
            member: claims.sub,
            device: claims.device,
            expires: Timestamp(claims.exp.saturating_mul(1000)),
        })
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

impl Key {
    fn new(seed: &[u8; 32]) -> Self {
        let public = SigningKey::from_bytes(seed).verifying_key().to_bytes();
        Self {
            kid: URL_SAFE_NO_PAD.encode(&public[..6]),
            public,
            signing: EncodingKey::from_ed_der(&[&PKCS8_PREFIX[..], seed].concat()),
            verifying: DecodingKey::from_ed_der(&public),
        }
    }
}

#[cfg(test)]
mod tests;
