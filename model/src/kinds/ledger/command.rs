//! What people do to a ledger.

use automerge::Automerge;
use ts_rs::TS;

use super::{
    ContractChanges, ContractFields, DecisionStatus, MilestoneChanges, MilestoneFields,
    ObligationChanges, ObligationFields, StatementChanges,
};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

mod writing;

/// What people do to a ledger.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum LedgerCommand {
    /// Writes down a contract, or an amendment of one.
    AddContract {
        /// Whose.
        member: MemberId,
        /// The new entry.
        id: Ulid,
        /// All its fields.
        contract: ContractFields,
    },
    /// Changes fields of a contract.
    EditContract {
        /// Whose.
        member: MemberId,
        /// The contract.
        id: Ulid,
        /// The fields that change.
        changes: ContractChanges,
    },
    /// Says that a member goes on to another stage; back to one only for a reason.
    AddMilestone {
        /// Whose.
        member: MemberId,
        /// The new entry.
        id: Ulid,
        /// All its fields.
        milestone: MilestoneFields,
    },
    /// Corrects a stage.
    EditMilestone {
        /// Whose.
        member: MemberId,
        /// The milestone.
        id: Ulid,
        /// The fields that change.
        changes: MilestoneChanges,
    },
    /// Writes down what is to be done by a day.
    AddObligation {
        /// Whose.
        member: MemberId,
        /// The new entry.
        id: Ulid,
        /// All its fields.
        obligation: ObligationFields,
    },
    /// Changes fields of an obligation.
    EditObligation {
        /// Whose.
        member: MemberId,
        /// The obligation.
        id: Ulid,
        /// The fields that change.
        changes: ObligationChanges,
    },
    /// Says that an obligation is met, or that it is not: the member of their own, direction of any.
    TickObligation {
        /// Whose.
        member: MemberId,
        /// The obligation.
        id: Ulid,
        /// Whether it is met.
        done: bool,
    },
    /// Writes down a month's statement, or changes figures of it.
    SetStatement {
        /// Whose.
        member: MemberId,
        /// The month, `YYYY-MM`.
        month: String,
        /// What is set; all of a new one.
        statement: StatementChanges,
    },
    /// Decides on an expense or a trip.
    DecideLine {
        /// Whose.
        member: MemberId,
        /// The expense or the trip.
        id: Ulid,
        /// What is decided.
        status: DecisionStatus,
        /// Why; said of what is refused, empty otherwise.
        reason: String,
        /// The digest of the line as it was read.
        line_sha256: String,
    },
    /// Closes a month, or opens it again.
    CloseMonth {
        /// Whose.
        member: MemberId,
        /// The month, `YYYY-MM`.
        month: String,
        /// Whether it is closed.
        closed: bool,
    },
}

impl LedgerCommand {
    /// Whose ledger it is about.
    #[must_use]
    pub fn member(&self) -> MemberId {
        match self {
            Self::AddContract { member, .. }
            | Self::EditContract { member, .. }
            | Self::AddMilestone { member, .. }
            | Self::EditMilestone { member, .. }
            | Self::AddObligation { member, .. }
            | Self::EditObligation { member, .. }
            | Self::TickObligation { member, .. }
            | Self::SetStatement { member, .. }
            | Self::DecideLine { member, .. }
            | Self::CloseMonth { member, .. } => *member,
        }
    }
}

impl Commands for LedgerCommand {
    fn target(&self, _: MemberId) -> DocHead {
        DocHead::ledger(self.member())
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddContract {
                member,
                id,
                contract,
            } => Some(Self::EditContract {
                member: *member,
                id: *id,
                changes: ContractChanges {
                    goals: Some(contract.goals.clone()),
                    variable_rule: Some(contract.variable_rule.clone()),
                    clients_clause: Some(contract.clients_clause.clone()),
                    ..ContractChanges::default()
                },
            }),
            Self::EditContract { .. } => Some(self.clone()),
            _ => None,
        }
    }

    /// A decision and a tick are about what stands when they are given.
    fn is_of_what_stands(&self) -> bool {
        matches!(
            self,
            Self::DecideLine { .. } | Self::TickObligation { .. } | Self::CloseMonth { .. }
        )
    }

    fn writing(&self, doc: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        let is_forward = self.leads_forward(doc);
        writes(move |writer| self.apply(writer, is_forward))
    }
}
