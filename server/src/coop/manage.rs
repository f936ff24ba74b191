//! Carries out decisions about people: one transaction each, which also brings the readers' spans and the directory in
//! line.

use std::collections::BTreeSet;
use std::sync::Arc;

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::time::Timestamp;

use super::decision::{Changes, Decision, Described, Done, can_coach};
use super::people::People;
use super::{Coop, CoopError, Inside, Published};
use crate::limits::MEMBERS_MAX;
use crate::store::invitations::{self, Ending, SecretHash};
use crate::store::people::{self, Status};
use crate::store::revocations::Entry;

/// What carrying out a decision leaves to be noted.
#[derive(Debug, Default)]
struct Notes {
    /// Each thing that changed, for the audit: a word, and what it became.
    audit: Vec<(&'static str, String)>,
    /// What was taken from people and given to them, besides invitations.
    entries: Vec<Entry>,
    /// The invitations that ended with it.
    ended: Vec<SecretHash>,
}

impl Notes {
    fn audit(&mut self, word: &'static str, detail: impl Into<String>) {
        self.audit.push((word, detail.into()));
    }
}

impl Coop {
    /// Carries out a decision of `actor`: [`MemberId::RELAY`] for the operator's command line, which may do all;
    /// directors may do all; everybody may invite and revoke their own devices.
    ///
    /// # Errors
    /// [`CoopError`] says why not; nothing was changed then.
    pub fn decide(
        &mut self,
        now: Timestamp,
        actor: MemberId,
        decision: &Decision,
    ) -> Result<(Done, Published), CoopError> {
        if !decision.is_for(actor, &self.people()) {
            return Err(CoopError::NotFound);
        }
        let done = self.write(now, |inside| {
            let mut notes = Notes::default();
            let done = inside.carry_out(actor, decision, &mut notes)?;
            inside.note(actor, decision.subject(), notes)?;
            inside.reload_people(decision.changes_people())?;
            Ok(done)
        })?;
        self.follow();
        Ok(done)
    }
}

impl Inside<'_> {
    fn carry_out(
        &mut self,
        actor: MemberId,
        decision: &Decision,
        notes: &mut Notes,
    ) -> Result<Done, CoopError> {
        let conn = self.writing.conn;
        match decision {
            Decision::Add {
                member,
                described,
                roles,
                coaches,
                invitation,
            } => {
                self.add(*member, described, roles, coaches, notes)?;
                if let Some(invitation) = invitation {
                    self.invite(*member, actor, invitation)?;
                    notes.audit("invite", "");
                }
            }
            Decision::Change { member, changes } => self.change(*member, changes, notes)?,
            Decision::SetFacilitator {
                event,
                member,
                facilitates,
            } => {
                self.people.member(*member).ok_or(CoopError::NotFound)?;
                people::set_facilitator(conn, *event, *member, *facilitates)?;
                self.touched.members.insert(*member);
                let entry = Entry::Facilitator(*event, *member, *facilitates);
                notes.entries.push(entry);
                notes.audit("set_facilitator", "");
            }
            Decision::Invite { member, invitation } => {
                self.people.active(*member).ok_or(CoopError::NotFound)?;
                self.invite(*member, actor, invitation)?;
                self.touched.members.insert(*member);
                notes.audit("invite", "");
            }
            Decision::Enrol {
                secret,
                public_key,
                device,
                name,
            } => {
                let (done, used) = self.enrol(secret, public_key, *device, name)?;
                self.touched.devices.insert(*device);
                notes.ended.push(used);
                notes.audit("enrol", "");
                return Ok(done);
            }
            Decision::RevokeDevice { device } => self.revoke_device(actor, *device, notes)?,
        }
        Ok(Done::Yes)
    }

    /// A new member. They have nothing yet to lose, so the journal notes nothing.
    fn add(
        &mut self,
        member: MemberId,
        described: &Described,
        roles: &BTreeSet<Role>,
        coaches: &BTreeSet<MemberId>,
        notes: &mut Notes,
    ) -> Result<(), CoopError> {
        if self.people.count() >= MEMBERS_MAX {
            return Err(CoopError::Quota);
        }
        if member == MemberId::RELAY || self.people.member(member).is_some() {
            return Err(CoopError::Invalid);
        }
        let described = described.cleaned()?;
        can_coach(coaches, member, &self.people)?;
        let (conn, now) = (self.writing.conn, self.writing.now);
        people::insert_member(conn, member, &described.name, Status::Active, now)?;
        self.describe(member, &described)?;
        people::set_roles(conn, member, roles.iter().copied())?;
        notes.audit("add_member", words(roles.iter().map(|it| it.as_str())));
        if !coaches.is_empty() {
            self.set_coaches(member, &BTreeSet::new(), coaches)?;
            notes.audit("set_coaches", words(coaches));
        }
        self.touched.members.insert(member);
        Ok(())
    }

    /// Changes a member: nothing is written before all of it was found possible.
    fn change(
        &mut self,
        member: MemberId,
        changes: &Changes,
        notes: &mut Notes,
    ) -> Result<(), CoopError> {
        let people = Arc::clone(&self.people);
        let before = people.member(member).ok_or(CoopError::NotFound)?;
        let changes = changes.of(before, &people)?;
        let conn = self.writing.conn;
        if let Some(described) = &changes.described {
            self.describe(member, described)?;
            notes.audit("describe", "");
        }
        if let Some(roles) = &changes.roles {
            people::set_roles(conn, member, roles.iter().copied())?;
            let had = before.roles();
            if had.contains(&Role::Director) && !roles.contains(&Role::Director) {
                let ended = self.end_invitations(Ending::ForOthersBy(member))?;
                notes.ended.extend(ended);
            }
            let changed = roles.symmetric_difference(&had);
            let entry = |role: &Role| Entry::Role(member, *role, roles.contains(role));
            notes.entries.extend(changed.map(entry));
            notes.audit("set_roles", words(roles.iter().map(|it| it.as_str())));
        }
        if let Some(coaches) = &changes.coaches {
            self.set_coaches(member, &before.coaches, coaches)?;
            let changed = coaches.symmetric_difference(&before.coaches);
            let entry = |coach: &MemberId| Entry::Coach(*coach, member, coaches.contains(coach));
            notes.entries.extend(changed.map(entry));
            notes.audit("set_coaches", words(coaches));
        }
        if let Some(status) = changes.status {
            self.set_status(member, status, notes)?;
        }
        if changes != Changes::default() {
            self.touched.members.insert(member);
        }
        Ok(())
    }

    fn describe(&self, member: MemberId, described: &Described) -> Result<(), CoopError> {
        Ok(people::describe_member(
            self.writing.conn,
            member,
            &described.name,
            &described.branch,
            described.stage,
            described.associate,
        )?)
    }

    fn set_coaches(
        &mut self,
        member: MemberId,
        before: &BTreeSet<MemberId>,
        coaches: &BTreeSet<MemberId>,
    ) -> Result<(), CoopError> {
        for coach in before.symmetric_difference(coaches) {
            let assigned = coaches.contains(coach);
            people::set_assignment(self.writing.conn, *coach, member, assigned)?;
            self.touched.members.insert(*coach);
        }
        Ok(())
    }

    fn set_status(
        &mut self,
        member: MemberId,
        status: Status,
        notes: &mut Notes,
    ) -> Result<(), CoopError> {
        people::set_status(self.writing.conn, member, status)?;
        if status != Status::Active {
            let ended = self.end_invitations(Ending::Of(member))?;
            notes.ended.extend(ended);
        }
        notes.entries.push(Entry::Part(member, status));
        notes.audit("set_status", status.as_str());
        if status == Status::Left {
            self.release_seats(member)?;
        }
        Ok(())
    }

    fn revoke_device(
        &mut self,
        actor: MemberId,
        device: DeviceId,
        notes: &mut Notes,
    ) -> Result<(), CoopError> {
        let known = self.people.device(device);
        let owner = known
            .map(|device| device.member)
            .filter(|owner| *owner != MemberId::RELAY)
            .ok_or(CoopError::NotFound)?;
        let by = Some(actor).filter(|actor| *actor != MemberId::RELAY);
        people::revoke_device(self.writing.conn, device, by, self.writing.now)?;
        self.touched.devices.insert(device);
        let ended = self.end_invitations(Ending::From(device, owner))?;
        notes.ended.extend(ended);
        notes.entries.push(Entry::Device(device));
        notes.audit("revoke_device", "");
        Ok(())
    }

    /// Writes what a decision left to be noted.
    fn note(&mut self, actor: MemberId, subject: [u8; 16], notes: Notes) -> Result<(), CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        for invitation in &notes.ended {
            let ended = invitations::find(conn, invitation)?;
            self.touched.members.extend(ended.map(|it| it.member));
        }
        let mut entries = notes.entries;
        entries.extend(notes.ended.into_iter().map(Entry::Invitation));
        self.note_entries(&entries)?;
        for (word, detail) in notes.audit {
            people::audit(conn, now, actor, word, &subject, &detail)?;
        }
        Ok(())
    }

    /// Reads whom the decision touched again from the file, inside the transaction, and brings what follows from them
    /// in line.
    fn reload_people(&mut self, follows: bool) -> Result<(), CoopError> {
        let mut people = People::clone(&self.people);
        people.reload(self.writing.conn, &self.touched)?;
        let (before, members) = (Arc::clone(&self.people), &self.touched.members);
        let status = |people: &People, id| people.member(id).map(|member| member.row.status);
        let mut devices = self
            .touched
            .devices
            .iter()
            .filter_map(|id| people.device(*id));
        if devices.any(|device| device.revoked_at.is_some())
            || members
                .iter()
                .any(|id| status(&before, *id) != status(&people, *id))
        {
            self.writing.note_people_changed();
        }
        self.take_people_in(people, follows)
    }

    /// Brings what follows from people in line with them, for those who were touched.
    pub(super) fn take_people_in(
        &mut self,
        people: People,
        follows: bool,
    ) -> Result<(), CoopError> {
        let people = Arc::new(people);
        if follows {
            let members = std::mem::take(&mut self.touched.members);
            self.writing.regrant(&people, &members)?;
            self.update_directory(&people, &members)?;
        }
        self.changed = Some(people);
        Ok(())
    }
}

fn words(all: impl IntoIterator<Item = impl ToString>) -> String {
    let all: Vec<_> = all.into_iter().map(|it| it.to_string()).collect();
    all.join(" ")
}
