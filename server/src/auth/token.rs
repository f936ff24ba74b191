//! A token: its claims, how it is issued and how it is verified.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::limits::TOKEN_LIFE_MS;
use besace_model::time::Timestamp;
use jsonwebtoken::{Algorithm, Header};
use serde::{Deserialize, Serialize};

use super::{AUDIENCE, BadToken, Bearer, Keys};

/// The `typ` of every token (RFC 9068).
pub(super) const TYPE: &str = "at+jwt";
/// Disagreement of clocks that is forgiven, in seconds.
const LEEWAY_S: i64 = 60;
/// Bytes of a token that is looked at; ours have about 420.
const TOKEN_BYTES_MAX: usize = 1_024;

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

impl Keys {
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
}
