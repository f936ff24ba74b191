//! Who is who, in memory: read from the file when it opens and after each change, so the file stays the truth.

use std::collections::BTreeMap;

use besace_model::error::ErrorCode;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::kind::{Audience, Grants};
use besace_model::time::Timestamp;
use rusqlite::Connection;

use crate::store::people::{self, DeviceEntry, MemberRow, Status};
use crate::store::{StoreError, invitations};

/// The people of one cooperative.
#[derive(Debug, Clone, Default)]
pub struct People {
    members: BTreeMap<MemberId, Member>,
    devices: BTreeMap<DeviceId, DeviceEntry>,
}

/// One member with what they may do.
#[derive(Debug, Clone)]
pub struct Member {
    /// Their row.
    pub row: MemberRow,
    /// What they may do while active.
    pub grants: Grants,
    /// Until when their last unused invitation is open, if there is one.
    pub invited_until: Option<Timestamp>,
}

impl People {
    /// Reads everybody.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut members: BTreeMap<_, _> = people::members(conn)?
            .into_iter()
            .map(|row| {
                let grants = Grants {
                    member: row.member,
                    ..Grants::relay()
                };
                let member = Member {
                    row,
                    grants,
                    invited_until: None,
                };
                (member.row.member, member)
            })
            .collect();
        for (member, role) in people::roles(conn)? {
            if let Some(member) = members.get_mut(&member) {
                member.grants.roles.insert(role);
            }
        }
        for (coach, member) in people::assignments(conn)? {
            if let Some(coach) = members.get_mut(&coach) {
                coach.grants.coached.insert(member);
            }
        }
        for (event, member) in people::facilitators(conn)? {
            if let Some(member) = members.get_mut(&member) {
                member.grants.facilitates.insert(event);
            }
        }
        for (member, until) in invitations::open_until(conn)? {
            if let Some(member) = members.get_mut(&member) {
                member.invited_until = Some(until);
            }
        }
        let devices = people::devices(conn)?
            .into_iter()
            .map(|entry| (entry.device, entry))
            .collect();
        Ok(Self { members, devices })
    }

    /// A member, whatever their status; never the relay.
    #[must_use]
    pub fn member(&self, member: MemberId) -> Option<&Member> {
        self.members
            .get(&member)
            .filter(|found| found.row.status != Status::Relay)
    }

    /// A member who takes part.
    #[must_use]
    pub fn active(&self, member: MemberId) -> Option<&Member> {
        self.member(member)
            .filter(|found| found.row.status == Status::Active)
    }

    /// Who accompanies a member.
    pub fn coaches_of(&self, member: MemberId) -> impl Iterator<Item = MemberId> {
        let coaches = self.members();
        coaches
            .filter(move |coach| coach.grants.coached.contains(&member))
            .map(|coach| coach.row.member)
    }

    /// Every member but the relay.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.members
            .values()
            .filter(|member| member.row.status != Status::Relay)
    }

    /// A device, revoked ones included.
    #[must_use]
    pub fn device(&self, device: DeviceId) -> Option<&DeviceEntry> {
        self.devices.get(&device)
    }

    /// Every device.
    pub fn devices(&self) -> impl Iterator<Item = &DeviceEntry> {
        self.devices.values()
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
        self.active(member)
            .is_some_and(|member| member.grants.reads(audience))
    }
}
