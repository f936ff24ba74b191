//! What phones need to know of people, written by the relay in the same transaction as the decision: the directory, which
//! everybody gets and names those who take part, and where each member stands, for the team.

use std::collections::BTreeSet;

use automerge::Automerge;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Record;
use besace_model::kinds::directory::DirectoryMember;
use besace_model::kinds::membership::{Membership, Memberships};
use besace_model::kinds::{self, directory};

use crate::coop::people::{Member, People};
use crate::coop::{CoopError, Inside};
use crate::store::people::Status;

impl Inside<'_> {
    /// Writes what phones need to know of those whom a decision changed.
    pub(in crate::coop) fn update_directory(
        &mut self,
        people: &People,
        touched: &BTreeSet<MemberId>,
    ) -> Result<(), CoopError> {
        let left = |id: &&MemberId| {
            let before = self.people.member(**id).map(|it| it.row.status);
            let now = people.member(**id).map(|it| it.row.status);
            before == Some(Status::Active) && now != before
        };
        let is_leaving = touched.iter().any(|id| left(&id));
        self.write_directory(people, touched)?;
        self.write_memberships(people, touched)?;
        if is_leaving {
            // Its past named them.
            let (coop, head) = (self.row.coop, DocHead::directory());
            self.relay.forget_history(&mut self.writing, coop, &head)?;
        }
        Ok(())
    }

    /// Writes all of it, and lets the directory forget what it told everyone before.
    pub(in crate::coop) fn renew_directory(&mut self) -> Result<(), CoopError> {
        let people = std::sync::Arc::clone(&self.people);
        let all = people.members().map(|member| member.row.member).collect();
        self.write_directory(&people, &all)?;
        self.write_memberships(&people, &all)?;
        let (coop, head) = (self.row.coop, DocHead::directory());
        self.relay.forget_history(&mut self.writing, coop, &head)
    }

    fn write_directory(
        &mut self,
        people: &People,
        touched: &BTreeSet<MemberId>,
    ) -> Result<(), CoopError> {
        let members = touched.iter().filter_map(|id| people.member(*id));
        let entries: Vec<_> = members.map(|it| (it.row.member, entry_of(it))).collect();
        let mut entries = entries.iter().map(|(id, entry)| (*id, entry.as_ref()));
        let (name, now) = (&self.row.name, self.writing.now);
        let step =
            |doc: &mut Automerge, actor| directory::write(doc, name, &mut entries, now, actor);
        let (coop, head) = (self.row.coop, DocHead::directory());
        self.relay.write(&mut self.writing, coop, &head, step)
    }

    fn write_memberships(
        &mut self,
        people: &People,
        touched: &BTreeSet<MemberId>,
    ) -> Result<(), CoopError> {
        let members = touched.iter().filter_map(|id| people.member(*id));
        let members = members
            .map(|it| (it.row.member, membership_of(it)))
            .collect();
        let said = Record::Membership(Memberships { members });
        let (coop, now, head) = (self.row.coop, self.writing.now, DocHead::membership());
        let step = |doc: &mut Automerge, actor| kinds::bring(doc, &head, &said, now, actor);
        self.relay.write(&mut self.writing, coop, &head, step)
    }
}

/// What everybody is told of who takes part.
fn entry_of(member: &Member) -> Option<DirectoryMember> {
    let row = &member.row;
    let entry = DirectoryMember {
        name: row.name.clone(),
        roles: member.grants.roles.clone(),
        coaches: member.coaches.iter().copied().collect(),
        branch: row.branch.clone(),
        active: true,
        facilitates: member.grants.facilitates.clone(),
        stand_ins: member
            .stand_ins
            .iter()
            .map(|(backup, until)| (*backup, until.plus_ms(-1).local_date()))
            .collect(),
        ..DirectoryMember::default()
    };
    Some(entry).filter(|_| row.status == Status::Active)
}

fn membership_of(member: &Member) -> Membership {
    let row = &member.row;
    Membership {
        name: row.name.clone(),
        stage: row.stage,
        associate: row.associate,
        active: row.status == Status::Active,
    }
}
