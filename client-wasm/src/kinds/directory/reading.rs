//! Oneself, profiles, the directory.

use besace_model::access::Role;
use besace_model::ids::MemberId;
use besace_model::kinds::directory::DirectoryMember;
use besace_model::words;

use crate::views::{ViewReader, page};
use super::{MeView, MemberRow};
use crate::kinds::profile::reading::{first_of, in_order};
use crate::view::{Page, Window};

impl ViewReader<'_> {
    pub(crate) fn me(&self) -> MeView {
        let grants = &self.replica.grants;
        let directory = self.directory();
        let mine = directory.and_then(|directory| directory.members.get(&self.me_id()));
        MeView {
            member: self.me_id(),
            name: self.name(self.me_id()),
            coop: self.replica.coop,
            coop_name: directory
                .map(|directory| directory.coop_name.clone())
                .unwrap_or_default(),
            device: self.replica.device,
            roles: grants.roles.iter().copied().collect(),
            in_team: grants.in_team(),
            is_coach: grants.has(Role::Coach),
            coaches: mine
                .map(|mine| self.people(&mine.coaches))
                .unwrap_or_default(),
            coached: self.people(&grants.coached),
            may_create_events: self.replica.grants.may_create_events(),
            directory_on_phone: directory.is_some(),
        }
    }

    pub(crate) fn members(&self, search: &str, window: Window) -> Page<MemberRow> {
        let listed = self.directory().map(|directory| &directory.members);
        let mut all: Vec<(String, MemberId, &DirectoryMember)> = listed
            .into_iter()
            .flatten()
            .filter(|(_, listed)| listed.active)
            .filter(|(member, listed)| self.matches(**member, listed, search))
            .map(|(member, listed)| (self.name(*member), *member, listed))
            .collect();
        all.sort_by_cached_key(|(name, member, _)| (words::order(name), *member));
        page(&all, window, |(name, member, listed)| {
            self.member_row(name, *member, listed)
        })
    }

    fn matches(&self, member: MemberId, listed: &DirectoryMember, search: &str) -> bool {
        if search.is_empty() {
            return true;
        }
        let mut text = listed.name.clone();
        if let Some(profile) = self.profile(member) {
            let sets = profile.trades.iter().chain(&profile.skills);
            for part in [
                &profile.display_name,
                &profile.trade_name,
                &profile.offers,
                &profile.needs,
                &profile.branch,
            ]
            .into_iter()
            .chain(sets)
            {
                text.push(' ');
                text.push_str(part);
            }
        }
        words::finds(search, &text)
    }

    fn member_row(&self, name: &str, member: MemberId, listed: &DirectoryMember) -> MemberRow {
        let profile = self.profile(member).cloned().unwrap_or_default();
        let membership = self.membership(member);
        let reached = self.reached(member, &profile);
        MemberRow {
            member,
            name: name.to_owned(),
            trade_name: profile.trade_name,
            trades: in_order(profile.trades),
            branch: first_of(profile.branch, listed.branch.clone()),
            roles: listed.roles.iter().copied().collect(),
            stage: membership.stage,
            associate: membership.associate,
            looking_for_partners: profile.looking_for_partners,
            phone: reached.phone,
            email: reached.email,
        }
    }
}
