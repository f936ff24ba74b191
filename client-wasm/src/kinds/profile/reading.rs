//! Reading profiles.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::sorted::SortedSet;
use besace_model::words;

use super::ProfileView;
use crate::views::ViewReader;

impl ViewReader<'_> {
    pub(crate) fn profile_view(&self, member: MemberId) -> Option<ProfileView> {
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
        let membership = self.membership(member);
        let reached = self.reached(member, &profile);
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
            sector: profile.sector,
            phone: reached.phone,
            email: reached.email,
            emergency: reached.emergency,
            looking_for_partners: profile.looking_for_partners,
            roles: listed.roles.into_iter().collect(),
            stage: membership.stage,
            associate: membership.associate,
            active: membership.active,
            coaches: self.people(&listed.coaches),
        })
    }
}

/// What a member wishes, or else what the directory has.
pub(crate) fn first_of(wished: String, listed: String) -> String {
    if wished.is_empty() { listed } else { wished }
}

/// Words as a French list has them.
pub(crate) fn in_order(words: SortedSet<String>) -> Vec<String> {
    let mut words: Vec<String> = words.into_iter().collect();
    words.sort_by_cached_key(|word| words::order(word));
    words
}
