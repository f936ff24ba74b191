//! What the team does to a partner.

use automerge::Automerge;
use ts_rs::TS;

use super::record::*;
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What the team does to a partner.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PartnerCommand {
    /// Makes a partner known to the team.
    AddPartner {
        /// The new partner.
        id: Ulid,
        /// All its fields.
        partner: PartnerFields,
    },
    /// Changes fields of a partner.
    EditPartner {
        /// The partner.
        id: Ulid,
        /// The fields that change.
        changes: PartnerChanges,
    },
    /// Notes somebody to speak to at a partner's.
    AddPartnerContact {
        /// The partner.
        partner: Ulid,
        /// The new contact.
        id: Ulid,
        /// All its fields.
        contact: PartnerContactFields,
    },
    /// Changes fields of a contact.
    EditPartnerContact {
        /// The partner.
        partner: Ulid,
        /// The contact.
        id: Ulid,
        /// The fields that change.
        changes: PartnerContactChanges,
    },
    /// Logs something done with a partner.
    AddPartnerInteraction {
        /// The partner.
        partner: Ulid,
        /// The new interaction.
        id: Ulid,
        /// All its fields.
        interaction: PartnerInteractionFields,
    },
    /// Changes fields of an interaction.
    EditPartnerInteraction {
        /// The partner.
        partner: Ulid,
        /// The interaction.
        id: Ulid,
        /// The fields that change.
        changes: PartnerInteractionChanges,
    },
    /// Notes something agreed with a partner.
    AddPartnerAgreement {
        /// The partner.
        partner: Ulid,
        /// The new agreement.
        id: Ulid,
        /// All its fields.
        agreement: PartnerAgreementFields,
    },
    /// Changes fields of an agreement.
    EditPartnerAgreement {
        /// The partner.
        partner: Ulid,
        /// The agreement.
        id: Ulid,
        /// The fields that change.
        changes: PartnerAgreementChanges,
    },
}

impl Commands for PartnerCommand {
    fn target(&self, _: MemberId) -> DocHead {
        let (Self::AddPartner { id: partner, .. }
        | Self::EditPartner { id: partner, .. }
        | Self::AddPartnerContact { partner, .. }
        | Self::EditPartnerContact { partner, .. }
        | Self::AddPartnerInteraction { partner, .. }
        | Self::EditPartnerInteraction { partner, .. }
        | Self::AddPartnerAgreement { partner, .. }
        | Self::EditPartnerAgreement { partner, .. }) = self;
        DocHead::partner(*partner)
    }

    fn rest(&self) -> Option<Self> {
        Some(match self {
            Self::AddPartner { id, partner } => Self::EditPartner {
                id: *id,
                changes: PartnerChanges {
                    brings: Some(partner.brings.clone()),
                    ..Default::default()
                },
            },
            Self::AddPartnerInteraction {
                partner,
                id,
                interaction,
            } => Self::EditPartnerInteraction {
                partner: *partner,
                id: *id,
                changes: PartnerInteractionChanges {
                    note: Some(interaction.note.clone()),
                    ..Default::default()
                },
            },
            Self::AddPartnerAgreement {
                partner,
                id,
                agreement,
            } => Self::EditPartnerAgreement {
                partner: *partner,
                id: *id,
                changes: PartnerAgreementChanges {
                    deliverables: Some(agreement.deliverables.clone()),
                    ..Default::default()
                },
            },
            Self::AddPartnerContact { .. } | Self::EditPartnerContact { .. } => return None,
            _ => self.clone(),
        })
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}

impl PartnerCommand {
    /// Writes what a command says.
    fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddPartner { id, partner } => {
                entry::add::<PartnerChanges>(writer, *id, &partner.clone().into())
            }
            Self::EditPartner { id, changes } => entry::edit(writer, *id, changes),
            Self::AddPartnerContact { id, contact, .. } => {
                entry::add::<PartnerContactChanges>(writer, *id, &contact.clone().into())
            }
            Self::EditPartnerContact { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddPartnerInteraction {
                id, interaction, ..
            } => entry::add::<PartnerInteractionChanges>(writer, *id, &interaction.clone().into()),
            Self::EditPartnerInteraction { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddPartnerAgreement { id, agreement, .. } => {
                entry::add::<PartnerAgreementChanges>(writer, *id, &agreement.clone().into())
            }
            Self::EditPartnerAgreement { id, changes, .. } => entry::edit(writer, *id, changes),
        }
    }
}
