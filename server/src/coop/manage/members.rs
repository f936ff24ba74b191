//! Decisions about one member: that they are there, and what is said of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use besace_model::access::Role;
use besace_model::ids::MemberId;

use super::Notes;
use crate::coop::decision::{Changes, Described, can_coach};
use crate::coop::{CoopError, Inside};
use crate::limits::MEMBERS_MAX;
use crate::store::invitations::Ending;
use crate::store::people::{self, Status};
use crate::store::revocations::Entry;

impl Inside<'_> {
    /// A new member. They have nothing yet to lose, so the journal notes nothing.
    pub(super) fn add(
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
    pub(super) fn change(
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
}

fn words(all: impl IntoIterator<Item = impl ToString>) -> String {
    let all: Vec<_> = all.into_iter().map(|it| it.to_string()).collect();
    all.join(" ")
}
