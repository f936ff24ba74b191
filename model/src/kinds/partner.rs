//! A partner of the cooperative: who to speak to there, what was done together, what was agreed. The team writes and
//! reads, and so does the member to whom direction gave a mandate for it; everyone reads what of it is shown (see
//! `partner_card`).

use automerge::Automerge;

use crate::access::Readers;
use crate::doc::entry::table;
use crate::doc::rules::Table;
use crate::doc::tree::{Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};

mod command;
mod record;
mod words;

pub use command::PartnerCommand;
pub use record::{
    Partner, PartnerAgreement, PartnerAgreementChanges, PartnerAgreementFields, PartnerChanges,
    PartnerContact, PartnerContactChanges, PartnerContactFields, PartnerFields, PartnerFile,
    PartnerInteraction, PartnerInteractionChanges, PartnerInteractionFields,
};
pub use words::{PartnerAct, PartnerKind};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    ..Spec::of_members(Named::ByUlid, Readers::Guests)
};

impl DocHead {
    /// A partner.
    #[must_use]
    pub fn partner(partner: Ulid) -> Self {
        Self::new(Kind::Partner, MemberId::RELAY, partner.to_string())
    }
}

/// A document's content.
pub type Content = PartnerFile;
/// What the team does to one.
pub type Command = PartnerCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["partners", "contacts", "interactions", "agreements"]
    entries [Partner, PartnerContact, PartnerInteraction, PartnerAgreement]
    rules {}
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> PartnerFile {
    let tree = Tree::read(doc, no_rank);
    PartnerFile {
        partners: tree.map("partners").read(Partner::read),
        contacts: tree.map("contacts").read(PartnerContact::read),
        interactions: tree.map("interactions").read(PartnerInteraction::read),
        agreements: tree.map("agreements").read(PartnerAgreement::read),
        conflicts: tree.conflicts(doc),
    }
}
