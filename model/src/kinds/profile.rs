//! What a member shows to all. The member writes.
//!
//! Telephone and e-mail stood here too. Earlier versions still write them here, and the relay carries them to the contact.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Fetched, Kind, Spec};
use crate::limits::LINE_BYTES_MAX;
use crate::moving::Moved;

mod command;
mod record;

pub use command::ProfileCommand;
pub use record::{Profile, ProfileChanges, ProfileFields, ProfileSet, Sector};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    moved: &[Moved {
        from: "profile",
        fields: &[
            ("phone", "phone"),
            ("email", "email"),
            ("contact_visible", "shown"),
        ],
        to: Kind::Contact,
        into: "contact",
    }],
    fetched: Fetched::Late,
    is_one_entry: true,
    is_told: false,
    ..Spec::of_members(Named::PerMember, Readers::Everyone)
};

impl DocHead {
    /// The profile of a member.
    #[must_use]
    pub fn profile(member: MemberId) -> Self {
        Self::new(Kind::Profile, member, String::new())
    }
}

/// A document's content.
pub type Content = Profile;
/// What its member does to it.
pub type Command = ProfileCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["profile", "trades", "skills", "languages"]
    rules {
        set("profile/display_name", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("profile/trade_name", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("profile/offers", Value::Text, Who::Owner),
        set("profile/needs", Value::Text, Who::Owner),
        set("profile/branch", Value::Str(LINE_BYTES_MAX), Who::Owner),
        clearable("profile/sector", Value::Choice(Sector::WORDS), Who::Owner),
        set("profile/phone", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("profile/email", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("profile/contact_visible", Value::Bool, Who::Owner),
        set("profile/looking_for_partners", Value::Bool, Who::Owner),
        clearable("trades/{tag}", Value::Bool, Who::Owner),
        clearable("skills/{tag}", Value::Bool, Who::Owner),
        clearable("languages/{tag}", Value::Bool, Who::Owner),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Profile {
    let tree = Tree::read(doc, no_rank);
    let root = tree.root();
    let profile = tree.map("profile");
    Profile {
        display_name: profile.string("display_name"),
        trade_name: profile.string("trade_name"),
        trades: root.set("trades"),
        skills: root.set("skills"),
        languages: root.set("languages"),
        offers: profile.text("offers"),
        needs: profile.text("needs"),
        branch: profile.string("branch"),
        sector: Sector::parse(profile.word("sector")),
        phone: profile.string("phone"),
        email: profile.string("email"),
        contact_visible: profile.flag("contact_visible").unwrap_or(false),
        looking_for_partners: profile.flag("looking_for_partners").unwrap_or(false),
        conflicts: tree.conflicts(doc),
    }
}
