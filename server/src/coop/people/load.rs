//! Reading everybody from the file: all when it opens, those touched after a change.

use std::collections::BTreeMap;
use std::sync::Arc;

use besace_model::ids::DeviceId;
use besace_model::time::Timestamp;
use rusqlite::Connection;

use super::member::Member;
use super::{People, Touched};
use crate::store::{StoreError, covers, invitations, people, person};

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
        for (away, backup, until) in covers::all_stand_ins(conn)? {
            if let Some(away) = members.get_mut(&away) {
                away.stand_ins.insert(backup, until);
            }
            if let Some(backup) = members.get_mut(&backup) {
                let covered = covers::covered(conn, backup.row.member)?;
                backup.grants.coached.extend(covered);
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
    pub(in crate::coop) fn reload(
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
    pub(in crate::coop) fn see(&mut self, seen: &BTreeMap<DeviceId, Timestamp>) {
        for (device, at) in seen {
            if let Some(entry) = self.devices.get_mut(device) {
                Arc::make_mut(entry).last_seen = *at;
            }
        }
    }
}
