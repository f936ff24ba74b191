//! Who asks: challenges and access tokens.

use std::sync::Arc;

use besace_model::error::ErrorCode;
use besace_model::ids::DeviceId;
use besace_model::session::relay::Access;

use super::{App, lock};
use crate::auth::Bearer;
use crate::challenge::NONCE_BYTES;
use crate::home::Tenant;

impl App {
    /// Who bears a token, if they may do anything right now.
    ///
    /// # Errors
    /// [`ErrorCode::Unauthorized`], [`ErrorCode::DeviceRevoked`], or [`ErrorCode::Retry`] while their cooperative is
    /// closed.
    pub async fn caller(&self, token: &str) -> Result<(Bearer, Arc<Tenant>), ErrorCode> {
        let bearer = self.0.keys.verify(self.0.clock.now(), token);
        let bearer = bearer.map_err(|_| ErrorCode::Unauthorized)?;
        let Some(coop) = self.coop(bearer.coop).await? else {
            return Err(self.unknown_here(ErrorCode::Unauthorized).await);
        };
        let people = coop.handle.people();
        people.admit(bearer.member, bearer.device)?;
        Ok((bearer, coop))
    }

    /// Judges an access token for a live link or an exchange.
    ///
    /// # Errors
    /// As [`App::caller`].
    pub async fn access(&self, token: &str) -> Result<(Access, Arc<Tenant>), ErrorCode> {
        let (bearer, tenant) = self.caller(token).await?;
        let now = self.0.clock.both();
        let left_ms = bearer.expires.0.saturating_sub(now.wall.0);
        let access = Access {
            coop: bearer.coop,
            member: bearer.member,
            device: bearer.device,
            expires_at: now.moment.plus_ms(left_ms),
        };
        Ok((access, tenant))
    }

    /// Gives a device a challenge.
    #[must_use]
    pub fn open_challenge(&self, device: DeviceId) -> [u8; NONCE_BYTES] {
        let nonce = self.0.clock.random();
        lock(&self.0.challenges).open(self.0.clock.moment(), device, nonce);
        nonce
    }

    /// Whether the device was given the challenge; it is used up now.
    #[must_use]
    pub fn take_challenge(&self, device: DeviceId, nonce: &[u8; NONCE_BYTES]) -> bool {
        lock(&self.0.challenges).take(self.0.clock.moment(), device, nonce)
    }
}
