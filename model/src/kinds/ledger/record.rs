//! A ledger as plain data.

use super::{Contract, DecisionStatus, Milestone, Obligation, ObligationOwner, Statement};
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};
use crate::record::Conflict;
use crate::sorted::SortedMap;

/// The legal and financial frame of a member.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Ledger {
    /// Contracts and their amendments.
    pub contracts: SortedMap<Ulid, Contract>,
    /// The stages of the member's path.
    pub path: SortedMap<Ulid, Milestone>,
    /// What is to be done by a day.
    pub obligations: SortedMap<Ulid, Obligation>,
    /// Which of these are done.
    pub done: SortedMap<Ulid, Done>,
    /// Statements by month `YYYY-MM`.
    pub statements: SortedMap<String, Statement>,
    /// Decisions by the expense or the trip that they are about.
    pub decisions: SortedMap<Ulid, Decision>,
    /// Months `YYYY-MM` that are closed, with when that was said.
    pub closed: SortedMap<String, String>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

/// Who said that an obligation is met, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Done {
    /// When the member ticked it; empty while they did not.
    pub ticked_at: String,
    /// When direction or finance did; empty while they did not.
    pub done_at: String,
}

/// What was decided on an expense or a trip.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Decision {
    /// What.
    pub status: DecisionStatus,
    /// Why, when it was refused.
    pub reason: String,
    /// The digest of the line as it was decided (`Expense::digest`, `Trip::digest`).
    pub line_sha256: String,
    /// Who.
    pub decided_by: Option<MemberId>,
    /// When (RFC 3339).
    pub at: String,
}

impl Ledger {
    /// When an obligation was met; empty while it is not. A member's tick counts for what the member answers for.
    #[must_use]
    pub fn done_at(&self, id: Ulid, obligation: &Obligation) -> &str {
        match self.done.get(&id) {
            Some(done) if !done.done_at.is_empty() => &done.done_at,
            Some(done) if obligation.owner == ObligationOwner::Member => &done.ticked_at,
            _ => "",
        }
    }
}
