//! How a member is reached. The member writes; the team reads it, and everyone what of it the member shows (see
//! `contact_shown`).

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, set};
use crate::doc::tree::{Tree, no_rank};
use crate::doc::typed::fields;
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Kind, Said, Spec};
use crate::limits::LINE_BYTES_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::record::Conflict;
use ts_rs::TS;

mod command;

pub use command::ContactCommand;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    is_one_entry: true,
    is_told: false,
    ..Spec::of_members(Named::PerMember, Readers::Contact)
};

/// How a member is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Contact {
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Whom to call when something happened, or what must be known then.
    pub emergency: String,
    /// Whether every member is shown telephone and e-mail.
    pub shown: bool,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

fields! {
    /// The fields of a contact.
    ContactFields / ContactChanges {
        /// Telephone.
        phone: String,
        /// E-mail.
        email: String,
        /// Whom to call when something happened, or what must be known then.
        emergency: String,
        /// Whether every member is shown telephone and e-mail.
        shown: bool,
    }
}

impl DocHead {
    /// How a member is reached.
    #[must_use]
    pub fn contact(member: MemberId) -> Self {
        Self::new(Kind::Contact, member, String::new())
    }
}

/// A document's content.
pub type Content = Contact;
/// What its member does to it.
pub type Command = ContactCommand;

impl Said for Contact {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["contact"]
    rules {
        set("contact/phone", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("contact/email", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("contact/emergency", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("contact/shown", Value::Bool, Who::Owner),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Contact {
    let tree = Tree::read(doc, no_rank);
    let contact = tree.map("contact");
    Contact {
        phone: contact.string("phone"),
        email: contact.string("email"),
        emergency: contact.string("emergency"),
        shown: contact.flag("shown").unwrap_or(false),
        conflicts: tree.conflicts(doc),
    }
}
