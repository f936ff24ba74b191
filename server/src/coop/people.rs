//! Who is who, in memory: read from the file when it opens and after each change, so the file stays the truth.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use besace_model::access::{Audience, Grants};
use besace_model::error::ErrorCode;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::time::Timestamp;
use rusqlite::Connection;

use crate::store::people::{self, DeviceEntry, MemberRow, Status};
use crate::store::{StoreError, invitations, person};

/// The people of one cooperative. A copy shares with the original whoever is not changed in it.
#[derive(Debug, Clone, Default)]
pub struct People {
    members: BTreeMap<MemberId, Arc<Member>>,
    devices: BTreeMap<DeviceId, Arc<DeviceEntry>>,
}

/// One member with what they may do.
#[derive(Debug, Clone)]
pub struct Member {
    /// Their row.
    pub row: MemberRow,
    /// What they may do while active.
    pub grants: Grants,
    /// Who accompanies them.
    pub coaches: BTreeSet<MemberId>,
    /// Until when their last unused invitation is open, if there is one.
    pub invited_until: Option<Timestamp>,
}

/// Whom a decision changed: what follows from it is worked out for them alone.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) members: BTreeSet<MemberId>,
    pub(super) devices: BTreeSet<DeviceId>,
}

impl Member {
    fn new(row: MemberRow) -> Self {
        let grants = Grants {
            member: row.member,
            ..Grants::relay()
        };
        Self {
            row,
            grants,
            coaches: BTreeSet::new(),
            invited_until: None,
        }
    }

    /// Reads one.
    fn load(conn: &Connection, id: MemberId) -> Result<Option<Self>, StoreError> {
        let Some(row) = person::member(conn, id)? else {
            return Ok(None);
        };
        let mut member = Self::new(row);
        member.grants.roles = person::roles(conn, id)?.into_iter().collect();
        member.grants.coached = person::coached(conn, id)?.into_iter().collect();
        member.grants.facilitates = person::facilitates(conn, id)?.into_iter().collect();
        member.coaches = person::coaches(conn, id)?.into_iter().collect();
        member.invited_until = person::invited_until(conn, id)?;
        Ok(Some(member))
    }

    /// Whether they read an audience: only who takes part reads anything.
    pub(super) fn reads(&self, audience: Audience) -> bool {
        self.row.status == Status::Active && self.grants.reads(audience)
    }

    /// What decides what they read: nobody's reading changes while this does not.
    pub(super) fn rights(&self) -> (Status, &Grants) {
        (self.row.status, &self.grants)
    }
}

impl People {
    /// Reads everybody.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut members: BTreeMap<_, _> = people::members(conn)?
            .into_iter()
            .map(|row| (row.member, Member::new(row)))
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
            if let Some(member) = members.get_mut(&member) {
                member.coaches.insert(coach);
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
        let members = members.into_iter();
        let devices = people::devices(conn)?.into_iter();
        Ok(Self {
            members: members.map(|(id, member)| (id, Arc::new(member))).collect(),
            devices: devices.map(|it| (it.device, Arc::new(it))).collect(),
        })
    }

    /// Reads those again who were touched.
    pub(super) fn reload(
        &mut self,
        conn: &Connection,
        touched: &Touched,
    ) -> Result<(), StoreError> {
        for id in &touched.members {
            if let Some(member) = Member::load(conn, *id)? {
                self.members.insert(*id, Arc::new(member));
            }
        }
        for id in &touched.devices {
            if let Some(device) = person::device(conn, *id)? {
                self.devices.insert(*id, Arc::new(device));
            }
        }
        Ok(())
    }

    /// Notes when devices were last seen.
    pub(super) fn see(&mut self, seen: &BTreeMap<DeviceId, Timestamp>) {
        for (device, at) in seen {
            if let Some(entry) = self.devices.get_mut(device) {
                Arc::make_mut(entry).last_seen = *at;
            }
        }
    }

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
