//! Letting people in: invitations, and the devices that come with one.

use besace_model::clean;
use besace_model::commit::{PUBLIC_KEY_BYTES, PublicKey};
use besace_model::ids::{DeviceId, MemberId};
use besace_model::time::Timestamp;
use sha2::{Digest, Sha256};

use super::decision::{Done, NewInvitation, fits};
use super::{CoopError, Inside};
use crate::limits::{
    DEVICES_PER_MEMBER_MAX, INVITATIONS_FOR_ONESELF_MAX, INVITATIONS_FOR_OTHERS_MAX,
    INVITATIONS_MAX,
};
use crate::store::invitations::{self, Ending, Inviter, SecretHash};
use crate::store::people;

impl Inside<'_> {
    /// What somebody handed out ends with their right to hand it out.
    pub(super) fn end_invitations(&self, ending: Ending) -> Result<Vec<SecretHash>, CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        Ok(invitations::cancel(conn, ending, now)?)
    }

    /// Invites a member who takes part.
    pub(super) fn invite(
        &self,
        member: MemberId,
        actor: MemberId,
        invitation: &NewInvitation,
    ) -> Result<(), CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        let NewInvitation {
            secret_hash,
            expires_at,
            device,
        } = invitation;
        let by = Inviter {
            member: actor,
            device: *device,
        };
        if invitations::count_open(conn, now)? >= INVITATIONS_MAX {
            return Err(CoopError::Quota);
        }
        let (own, others) = invitations::count_open_by(conn, by.member, now)?;
        let has_all_theirs = if by.member == member {
            own >= INVITATIONS_FOR_ONESELF_MAX
        } else {
            by.member != MemberId::RELAY && others >= INVITATIONS_FOR_OTHERS_MAX
        };
        if has_all_theirs {
            return Err(CoopError::Quota);
        }
        if *expires_at <= now || invitations::find(conn, secret_hash)?.is_some() {
            return Err(CoopError::Invalid);
        }
        Ok(invitations::insert(
            conn,
            secret_hash,
            member,
            by,
            now,
            *expires_at,
        )?)
    }

    pub(super) fn enrol(
        &self,
        secret: &[u8],
        public_key: &[u8; PUBLIC_KEY_BYTES],
        device: DeviceId,
        name: &str,
    ) -> Result<(Done, SecretHash), CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        let secret_hash: SecretHash = Sha256::digest(secret).into();
        let member = standing(invitations::find(conn, &secret_hash)?, now)?;
        // One who left had their invitations taken back.
        self.people
            .active(member)
            .ok_or(CoopError::InvitationUsed)?;
        let mut devices = self.people.devices();
        let public_key = PublicKey::from_bytes(public_key).ok_or(CoopError::Invalid)?;
        if devices.any(|known| known.device == device || known.public_key == public_key) {
            return Err(CoopError::Invalid);
        }
        let own = self.people.devices();
        let alive = own.filter(|known| known.member == member && known.revoked_at.is_none());
        if alive.count() >= DEVICES_PER_MEMBER_MAX {
            return Err(CoopError::Quota);
        }
        invitations::spend(conn, &secret_hash, now)?;
        // A name only helps its owner: an odd one is left out rather than keep them outside.
        let name = Some(clean::line(name))
            .filter(|name| fits(name))
            .unwrap_or_default();
        people::insert_device(conn, device, member, &public_key.to_bytes(), &name, now)?;
        Ok((Done::Enrolled(member, device), secret_hash))
    }
}

/// Whom an invitation invites, while it does. Whoever asks holds the secret, so nothing is told to somebody who guesses.
pub(super) fn standing(
    invitation: Option<invitations::Invitation>,
    now: Timestamp,
) -> Result<MemberId, CoopError> {
    let invitation = invitation.ok_or(CoopError::BadInvitation)?;
    if invitation.used_at.is_some() {
        return Err(CoopError::InvitationUsed);
    }
    if invitation.expires_at <= now {
        return Err(CoopError::InvitationExpired);
    }
    Ok(invitation.member)
}
