//! Where members stand.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::membership::{Membership, Memberships};

use super::Shown;
use crate::views::ViewReader;

impl Shown for Memberships {
    fn is_found(&self, _: &ViewReader<'_>, _: &DocHead, _: &str) -> bool {
        // The directory and profiles say who there is.
        false
    }
}

impl ViewReader<'_> {
    /// Where a member stands, as far as the reader may know: what relays of before told everyone, where one has not told
    /// the team yet.
    pub(crate) fn membership(&self, member: MemberId) -> Membership {
        let known = self.doc::<Memberships>(&DocHead::membership());
        if let Some(found) = known.and_then(|known| known.members.get(&member)) {
            return found.clone();
        }
        let listed = self.directory().and_then(|it| it.members.get(&member));
        let listed = listed.cloned().unwrap_or_default();
        Membership {
            name: listed.name,
            stage: listed.stage,
            associate: listed.associate,
            active: listed.active,
        }
    }
}
