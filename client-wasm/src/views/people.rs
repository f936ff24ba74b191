//! Oneself, profiles, the directory.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::directory::DirectoryMember;
use besace_model::kinds::profile::Profile;
use besace_model::sorted::SortedSet;
use besace_model::words;

use super::{Reader, page};
use crate::view::people::{MeView, MemberRow, ProfileView};
use crate::view::{Page, Window};

impl Reader<'_> {
    pub(super) fn me(&self) -> MeView {
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

    pub(super) fn profile_view(&self, member: MemberId) -> Option<ProfileView> {
        let listed = self
            .directory()
            .and_then(|directory| directory.members.get(&member));
        let found = self.profile(member);
        if listed.is_none() && found.is_none() && member != self.me_id() {
            return None;
        }
        let listed = listed.cloned().unwrap_or_default();
        let profile = found.cloned().unwrap_or_default();
        let head = DocHead::profile(member);
        let doc = self.doc_id(&head);
        let mine = member == self.me_id();
        let (phone, email) = self.contact(member, &profile);
        Some(ProfileView {
            member,
            name: self.name(member),
            mine,
            may_edit: self.may_write(&head, &["profile", "display_name"]),
            state: self.state(doc, ""),
            conflicts: profile
                .conflicts
                .iter()
                .map(|conflict| self.conflict(doc, conflict))
                .collect(),
            rereads: self.rereads(&head, "profile/"),
            base: self.base(&head),
            display_name: profile.display_name,
            trade_name: profile.trade_name,
            trades: in_order(profile.trades),
            skills: in_order(profile.skills),
            languages: in_order(profile.languages),
            offers: profile.offers,
            needs: profile.needs,
            branch: first_of(profile.branch, listed.branch),
            phone,
            email,
            contact_visible: profile.contact_visible,
            looking_for_partners: profile.looking_for_partners,
            roles: listed.roles.into_iter().collect(),
            stage: listed.stage,
            associate: listed.associate,
            active: listed.active,
            coaches: self.people(&listed.coaches),
        })
    }

    /// Telephone and e-mail, where the reader may see them.
    fn contact(&self, member: MemberId, profile: &Profile) -> (String, String) {
        if profile.contact_visible || member == self.me_id() || self.replica.grants.in_team() {
            (profile.phone.clone(), profile.email.clone())
        } else {
            (String::new(), String::new())
        }
    }

    pub(super) fn members(&self, search: &str, window: Window) -> Page<MemberRow> {
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
        let (phone, email) = self.contact(member, &profile);
        MemberRow {
            member,
            name: name.to_owned(),
            trade_name: profile.trade_name,
            trades: in_order(profile.trades),
            branch: first_of(profile.branch, listed.branch.clone()),
            roles: listed.roles.iter().copied().collect(),
            stage: listed.stage,
            associate: listed.associate,
            looking_for_partners: profile.looking_for_partners,
            phone,
            email,
        }
    }
}

fn first_of(wished: String, listed: String) -> String {
    if wished.is_empty() { listed } else { wished }
}

/// Words as a French list has them.
fn in_order(words: SortedSet<String>) -> Vec<String> {
    let mut words: Vec<String> = words.into_iter().collect();
    words.sort_by_cached_key(|word| words::order(word));
    words
}
