//! Who accompanies a member now, those included who stand in for a coach who is away.

use besace_model::access::Role;
use besace_model::ids::MemberId;
use besace_model::kinds::directory::{self, DirectoryMember};

use super::StandIn;
use crate::view::Person;
use crate::views::ViewReader;

impl ViewReader<'_> {
    /// For whom somebody accompanies a member, if they stand in for one of their coaches.
    pub(super) fn stand_in(&self, backup: MemberId, member: MemberId) -> Option<StandIn> {
        let (away, until) = directory::stand_in(self.directory()?, backup, member)?;
        Some(StandIn {
            member: backup,
            name: self.name(backup),
            away,
            away_name: self.name(away),
            until: until.to_owned(),
        })
    }

    /// Everybody who stands in for a coach of a member.
    pub(super) fn stand_ins(&self, member: MemberId) -> Vec<StandIn> {
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let coaches = listed.filter(|(_, it)| it.active && it.roles.contains(&Role::Coach));
        coaches
            .filter_map(|(backup, _)| self.stand_in(*backup, member))
            .collect()
    }

    /// A member's coaches by name, and who stands in for them.
    pub(super) fn accompanying(&self, member: MemberId, stand_ins: &[StandIn]) -> Vec<Person> {
        let listed = self.directory().and_then(|it| it.members.get(&member));
        let coaches = listed.into_iter().flat_map(coaches_of);
        self.people(coaches.chain(stand_ins.iter().map(|it| &it.member)))
    }
}

fn coaches_of(listed: &DirectoryMember) -> impl Iterator<Item = &MemberId> {
    listed.coaches.iter()
}
