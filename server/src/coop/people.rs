//! Who is who, in memory: read from the file when it opens and after each change, so the file stays the truth.

mod load;
mod member;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use besace_model::access::Audience;
use besace_model::error::ErrorCode;
use besace_model::ids::{DeviceId, MemberId};

pub use member::Member;

use crate::store::people::{DeviceEntry, Status};

/// The people of one cooperative. A copy shares with the original whoever is not changed in it.
#[derive(Debug, Clone, Default)]
pub struct People {
    members: BTreeMap<MemberId, Arc<Member>>,
    devices: BTreeMap<DeviceId, Arc<DeviceEntry>>,
}

/// Whom a decision changed: what follows from it is worked out for them alone.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) members: BTreeSet<MemberId>,
    pub(super) devices: BTreeSet<DeviceId>,
}

impl People {
    /// A member, whatever their status; never the relay.
    #[must_use]
    pub fn member(&self, member: MemberId) -> Option<&Member> {
        self.members
            .get(&member)
            .map(Arc::as_ref)
            .filter(|found| found.row.status != Status::Relay)
    }

    /// A member who takes part.
    #[must_use]
    pub fn active(&self, member: MemberId) -> Option<&Member> {
        self.member(member)
            .filter(|found| found.row.status == Status::Active)
    }

    /// Every member but the relay.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        let members = self.members.values().map(Arc::as_ref);
        members.filter(|member| member.row.status != Status::Relay)
    }

    /// How many members there are, the relay aside.
    #[must_use]
    pub fn count(&self) -> usize {
        self.members.len().saturating_sub(1)
    }

    /// A device, revoked ones included.
    #[must_use]
    pub fn device(&self, device: DeviceId) -> Option<&DeviceEntry> {
        self.devices.get(&device).map(Arc::as_ref)
    }

    /// Every device.
    pub fn devices(&self) -> impl Iterator<Item = &DeviceEntry> {
        self.devices.values().map(Arc::as_ref)
    }

    /// Whether a device may speak for a member right now.
    ///
    /// # Errors
    /// [`ErrorCode::DeviceRevoked`] or [`ErrorCode::Unauthorized`].
    pub fn admit(&self, member: MemberId, device: DeviceId) -> Result<(), ErrorCode> {
        let entry = self.device(device).ok_or(ErrorCode::Unauthorized)?;
        if entry.revoked_at.is_some() {
            return Err(ErrorCode::DeviceRevoked);
        }
        if entry.member != member || self.active(member).is_none() {
            return Err(ErrorCode::Unauthorized);
        }
        Ok(())
    }

    /// Whether [`People::admit`] says yes.
    #[must_use]
    pub fn may_connect(&self, member: MemberId, device: DeviceId) -> bool {
        self.admit(member, device).is_ok()
    }

    /// Whether a member reads an audience: only who takes part reads anything.
    #[must_use]
    pub fn reads(&self, member: MemberId, audience: Audience) -> bool {
        self.member(member)
            .is_some_and(|member| member.reads(audience))
    }
}
