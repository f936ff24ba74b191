//! The directory: what phones need to know of people, written by the relay in the same transaction as the decision.

use std::collections::BTreeSet;

use automerge::Automerge;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::directory;
use besace_model::kinds::directory::DirectoryMember;

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
        let members = touched.iter().filter_map(|id| people.member(*id));
        let entries: Vec<_> = members.map(|it| (it.row.member, entry_of(it))).collect();
        let mut entries = entries.iter().map(|(id, entry)| (*id, entry));
        let (name, now) = (&self.row.name, self.writing.now);
        let step =
            |doc: &mut Automerge, actor| directory::write(doc, name, &mut entries, now, actor);
        let (coop, head) = (self.row.coop, DocHead::directory());
        self.relay.write(&mut self.writing, coop, &head, step)
    }
}

fn entry_of(member: &Member) -> DirectoryMember {
    let row = &member.row;
    DirectoryMember {
        name: row.name.clone(),
        roles: member.grants.roles.clone(),
        coaches: member.coaches.iter().copied().collect(),
        branch: row.branch.clone(),
        stage: row.stage,
        associate: row.associate,
        active: row.status == Status::Active,
        facilitates: member.grants.facilitates.clone(),
    }
}
