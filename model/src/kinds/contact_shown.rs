//! How a member is reached, where they show it to everyone. The relay derives it from their contact; where they show
//! nothing any more it begins anew, without what it said.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, set};
use crate::doc::tree::{Tree, no_rank};
use crate::doc::writer::ChangeWriter;
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Fetched, Kind, Record, Said, Spec};
use crate::limits::LINE_BYTES_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{Derived, Own, Relayed};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<ContactShown>()),
    fetched: Fetched::Late,
    is_told: false,
    ..Spec::of_members(Named::PerMember, Readers::Everyone)
};

/// How a member is reached, as they show it.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct ContactShown {
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
}

impl DocHead {
    /// How a member is reached, as they show it.
    #[must_use]
    pub fn contact_shown(member: MemberId) -> Self {
        Self::new(Kind::ContactShown, member, String::new())
    }
}

/// A document's content.
pub type Content = ContactShown;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for ContactShown {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["contact"]
    rules {
        set("contact/phone", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("contact/email", Value::Str(LINE_BYTES_MAX), Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> ContactShown {
    let tree = Tree::read(doc, no_rank);
    let contact = tree.map("contact");
    ContactShown {
        phone: contact.string("phone"),
        email: contact.string("email"),
    }
}

impl Derived for ContactShown {
    type Given = Self;
    const READS: &'static [Kind] = &[Kind::Contact];
    const VERSION: u64 = 1;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Self)> {
        let Record::Contact(contact) = record else {
            return Vec::new();
        };
        let shown = contact.shown.then(|| Self {
            phone: contact.phone.clone(),
            email: contact.email.clone(),
        });
        let shown = shown.into_iter();
        shown
            .map(|shown| (DocHead::contact_shown(head.owner), shown))
            .collect()
    }

    fn made_of(given: Vec<Self>) -> Record {
        Record::ContactShown(given.into_iter().next().unwrap_or_default())
    }
}

impl Own for ContactShown {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let place = writer.top("contact")?;
        writer.put_line(&place, "phone", &self.phone)?;
        writer.put_line(&place, "email", &self.email)
    }
}
