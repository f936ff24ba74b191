//! What people do to an opportunity.

use automerge::Automerge;
use ts_rs::TS;

use super::{
    AssessmentChanges, ExperimentChanges, OpportunityActionChanges, OpportunityActionFields,
    OpportunityChanges, OpportunityFields, OpportunityStatus,
};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

mod writing;

/// What people do to an opportunity.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum OpportunityCommand {
    /// Makes an opportunity known to all.
    AddOpportunity {
        /// The new opportunity.
        id: Ulid,
        /// All its fields.
        opportunity: OpportunityFields,
    },
    /// Changes fields of an opportunity.
    EditOpportunity {
        /// The opportunity.
        id: Ulid,
        /// The fields that change.
        changes: OpportunityChanges,
    },
    /// Says that it interests oneself, or no more.
    FollowOpportunity {
        /// The opportunity.
        id: Ulid,
        /// Whether it does.
        interested: bool,
    },
    /// Says something about it, or changes what one said.
    CommentOpportunity {
        /// The opportunity.
        id: Ulid,
        /// The whole text; empty to take it back.
        text: String,
    },
    /// Weighs it for the team.
    AssessOpportunity {
        /// The opportunity.
        id: Ulid,
        /// What changes, each from 1 to 5.
        changes: AssessmentChanges,
    },
    /// Decides how it goes on.
    DecideOpportunity {
        /// The opportunity.
        id: Ulid,
        /// What is decided.
        status: OpportunityStatus,
        /// Why.
        reason: String,
    },
    /// Says what is tried, and what came of it.
    EditExperiment {
        /// The opportunity.
        id: Ulid,
        /// The fields that change.
        changes: ExperimentChanges,
    },
    /// Notes something to do about it.
    AddOpportunityAction {
        /// The opportunity.
        opportunity: Ulid,
        /// The new action.
        id: Ulid,
        /// All its fields.
        action: OpportunityActionFields,
    },
    /// Changes fields of an action.
    EditOpportunityAction {
        /// The opportunity.
        opportunity: Ulid,
        /// The action.
        id: Ulid,
        /// The fields that change.
        changes: OpportunityActionChanges,
    },
}

impl Commands for OpportunityCommand {
    fn target(&self, _: MemberId) -> DocHead {
        let (Self::AddOpportunity { id, .. }
        | Self::EditOpportunity { id, .. }
        | Self::FollowOpportunity { id, .. }
        | Self::CommentOpportunity { id, .. }
        | Self::AssessOpportunity { id, .. }
        | Self::DecideOpportunity { id, .. }
        | Self::EditExperiment { id, .. }
        | Self::AddOpportunityAction {
            opportunity: id, ..
        }
        | Self::EditOpportunityAction {
            opportunity: id, ..
        }) = self;
        DocHead::opportunity(*id)
    }

    fn rest(&self) -> Option<Self> {
        Some(match self {
            Self::AddOpportunity { id, opportunity } => Self::EditOpportunity {
                id: *id,
                changes: OpportunityChanges {
                    body: Some(opportunity.body.clone()),
                    ..Default::default()
                },
            },
            Self::AddOpportunityAction {
                opportunity,
                id,
                action,
            } => Self::EditOpportunityAction {
                opportunity: *opportunity,
                id: *id,
                changes: OpportunityActionChanges {
                    text: Some(action.text.clone()),
                    ..Default::default()
                },
            },
            Self::FollowOpportunity { .. }
            | Self::AssessOpportunity { .. }
            | Self::DecideOpportunity { .. } => return None,
            _ => self.clone(),
        })
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}
