//! What a member shows to all. The member writes.
//!
//! Telephone and e-mail stood here too. Earlier versions still write them here, and the relay carries them to the contact.

use automerge::Automerge;
use ts_rs::TS;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Tree, no_rank};
use crate::doc::typed::fields;
use crate::doc::word::words;
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::limits::LINE_BYTES_MAX;
use crate::moving::Moved;
use crate::plain::{FromPlain, ToPlain};
use crate::record::Conflict;
use crate::sorted::SortedSet;

mod command;

pub use command::ProfileCommand;

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

words! {
    /// A set of words in a profile.
    ProfileSet {
        /// Trades.
        Trades = "trades",
        /// Skills.
        Skills = "skills",
        /// Languages spoken.
        Languages = "languages",
    }
}

/// What a member shows to all.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Profile {
    /// The name they wish to be shown with.
    pub display_name: String,
    /// Commercial name.
    pub trade_name: String,
    /// Trades.
    pub trades: SortedSet<String>,
    /// Skills.
    pub skills: SortedSet<String>,
    /// Languages spoken.
    pub languages: SortedSet<String>,
    /// What they offer to others.
    pub offers: String,
    /// What they look for.
    pub needs: String,
    /// Branch of the cooperative.
    pub branch: String,
    /// Telephone, until the relay has carried it to the contact.
    pub phone: String,
    /// E-mail, until then.
    pub email: String,
    /// Whether both are shown to other members, until then.
    pub contact_visible: bool,
    /// Whether they look for partners on a job.
    pub looking_for_partners: bool,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

fields! {
    /// The fields of a profile.
    ProfileFields / ProfileChanges {
        /// The name they wish to be shown with.
        display_name: String,
        /// Commercial name.
        trade_name: String,
        /// What they offer to others.
        offers: String,
        /// What they look for.
        needs: String,
        /// Branch of the cooperative.
        branch: String,
        /// Telephone.
        phone: String,
        /// E-mail.
        email: String,
        /// Whether telephone and e-mail are shown to other members.
        contact_visible: bool,
        /// Whether they look for partners on a job.
        looking_for_partners: bool,
    }
}

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

impl Said for Profile {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["profile", "trades", "skills", "languages"]
    rules {
        set("profile/display_name", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("profile/trade_name", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("profile/offers", Value::Text, Who::Owner),
        set("profile/needs", Value::Text, Who::Owner),
        set("profile/branch", Value::Str(LINE_BYTES_MAX), Who::Owner),
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
        phone: profile.string("phone"),
        email: profile.string("email"),
        contact_visible: profile.flag("contact_visible").unwrap_or(false),
        looking_for_partners: profile.flag("looking_for_partners").unwrap_or(false),
        conflicts: tree.conflicts(doc),
    }
}
