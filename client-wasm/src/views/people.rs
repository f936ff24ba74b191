//! People by name.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::directory::Directory;
use besace_model::words;

use super::ViewReader;
use crate::view::Person;

impl ViewReader<'_> {
    /// The name shown for a member: the one they wish, else the directory's.
    pub(crate) fn name(&self, member: MemberId) -> String {
        if let Some(profile) = self.profile(member)
            && !profile.display_name.is_empty()
        {
            return profile.display_name.clone();
        }
        let listed = self.directory().and_then(|it| it.members.get(&member));
        match listed {
            Some(listed) => listed.name.clone(),
            // Of those who left, the team knows the name yet.
            None => self.membership(member).name,
        }
    }

    /// Whether a member did not leave the cooperative, as far as this phone knows.
    pub(crate) fn is_here(&self, member: MemberId) -> bool {
        let is_listed = |directory: &Directory| {
            let known = directory.members.get(&member);
            known.is_some_and(|member| member.active)
        };
        self.directory().is_none_or(is_listed)
    }

    /// Those whom a director made facilitators of something, by name.
    pub(crate) fn facilitators_of(&self, what: Ulid) -> Vec<Person> {
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let all = listed.filter(|(_, it)| it.active && it.facilitates.contains(&what));
        let all: Vec<MemberId> = all.map(|(member, _)| *member).collect();
        self.people(&all)
    }

    pub(crate) fn trade_name(&self, member: MemberId) -> String {
        self.profile(member)
            .map(|profile| profile.trade_name.clone())
            .unwrap_or_default()
    }

    /// People by name, in order.
    pub(crate) fn people<'m>(
        &self,
        members: impl IntoIterator<Item = &'m MemberId>,
    ) -> Vec<Person> {
        let mut people: Vec<Person> = members
            .into_iter()
            .map(|member| Person {
                name: self.name(*member),
                member: *member,
            })
            .collect();
        people.sort_by_cached_key(|person| (words::order(&person.name), person.member));
        people
    }
}
