//! What people do to a consultation.

use automerge::Automerge;
use ts_rs::TS;

use super::{
    ConsultationChanges, ConsultationFields, ConsultationStatus, Electorate, OptionChanges,
    OptionFields,
};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

mod writing;

/// What people do to a consultation.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ConsultationCommand {
    /// Prepares a consultation.
    AddConsultation {
        /// The new consultation.
        id: Ulid,
        /// All its fields.
        consultation: ConsultationFields,
        /// Who may answer.
        electorate: Electorate,
    },
    /// Changes what is asked, while it is prepared.
    EditConsultation {
        /// The consultation.
        id: Ulid,
        /// The fields that change.
        changes: ConsultationChanges,
        /// Who may answer; `None` as it was.
        electorate: Option<Electorate>,
    },
    /// Offers an answer to choose from.
    AddOption {
        /// The consultation.
        consultation: Ulid,
        /// The new option.
        id: Ulid,
        /// All its fields.
        option: OptionFields,
    },
    /// Changes an answer to choose from.
    EditOption {
        /// The consultation.
        consultation: Ulid,
        /// The option.
        id: Ulid,
        /// The fields that change.
        changes: OptionChanges,
    },
    /// Asks it, or calls it off.
    SetConsultationStatus {
        /// The consultation.
        id: Ulid,
        /// Where it stands now.
        status: ConsultationStatus,
    },
    /// Publishes what came of it, once it is closed.
    PublishOutcome {
        /// The consultation.
        id: Ulid,
        /// In words.
        outcome: String,
    },
}

impl Commands for ConsultationCommand {
    fn target(&self, _: MemberId) -> DocHead {
        DocHead::consultation(match self {
            Self::AddConsultation { id, .. }
            | Self::EditConsultation { id, .. }
            | Self::SetConsultationStatus { id, .. }
            | Self::PublishOutcome { id, .. } => *id,
            Self::AddOption { consultation, .. } | Self::EditOption { consultation, .. } => {
                *consultation
            }
        })
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddConsultation {
                id, consultation, ..
            } => Some(Self::EditConsultation {
                id: *id,
                changes: ConsultationChanges {
                    details: Some(consultation.details.clone()),
                    ..ConsultationChanges::default()
                },
                electorate: None,
            }),
            Self::EditConsultation { .. } | Self::PublishOutcome { .. } => Some(self.clone()),
            _ => None,
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}
