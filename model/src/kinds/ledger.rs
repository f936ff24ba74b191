//! The legal and financial frame of a member: contracts, the path they went, obligations, statements by month, and what
//! was decided on their expenses and trips. Finance and direction write; the member ticks their own obligations.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Course, Table, Value, along, clearable, set};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Calls, Concern, Kind, Said, Spec};
use crate::limits::LINE_BYTES_MAX;
use crate::record::Conflict;

mod command;
mod contract;
mod deadlines;
mod decision;
mod entries;
mod path;
mod reading;
mod record;
mod statement;
mod words;

pub use command::LedgerCommand;
pub use contract::{ASSOCIATE_MONTHS, CAPE_MONTHS, TRIAL_MONTHS, contribution};
pub use deadlines::{Alert, Deadline, DeadlineKind, alert, deadlines};
pub use decision::{Line, line};
pub use entries::{
    Contract, ContractChanges, ContractFields, Milestone, MilestoneChanges, MilestoneFields,
    Obligation, ObligationChanges, ObligationFields,
};
pub use record::{Decision, Done, Ledger};
pub use statement::{Statement, StatementChanges};
pub use words::*;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    calls: Calls::Subject(Concern::Accounts),
    ..Spec::of_members(Named::PerMember, Readers::Activity)
};

impl DocHead {
    /// The frame of a member.
    #[must_use]
    pub fn ledger(member: MemberId) -> Self {
        Self::new(Kind::Ledger, member, String::new())
    }
}

/// A document's content.
pub type Content = Ledger;
/// What people do to one.
pub type Command = LedgerCommand;

impl Said for Ledger {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// What was accepted may be refused yet, and the other way round, until it is paid. What was paid by mistake is accepted
/// again, never refused: whoever refuses it without knowing that it was paid is told.
const STATUS: Course = Course::Steps(&[
    (RECEIVED, VALID),
    (RECEIVED, INVALID),
    (RECEIVED, PAID),
    (VALID, RECEIVED),
    (VALID, INVALID),
    (VALID, PAID),
    (INVALID, RECEIVED),
    (INVALID, VALID),
    (INVALID, PAID),
    (PAID, VALID),
]);
const RECEIVED: &str = DecisionStatus::Received.as_str();
const VALID: &str = DecisionStatus::Valid.as_str();
const INVALID: &str = DecisionStatus::Invalid.as_str();
const PAID: &str = DecisionStatus::Paid.as_str();

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["contracts", "path", "obligations", "statements", "decisions", "closed"]
    entries [Contract, Milestone, Obligation]
    groups [Statement::RULES]
    rules {
        clearable("obligations/{ulid}/ticked_at", Value::Instant, Who::Owner),
        clearable("obligations/{ulid}/done_at", Value::Instant, Who::Direction),
        set("decisions/{ulid}", Value::Map, Who::Direction),
        along("decisions/{ulid}/status", Value::Choice(DecisionStatus::WORDS), STATUS, Who::Direction),
        clearable("decisions/{ulid}/reason", Value::Str(LINE_BYTES_MAX), Who::Direction),
        set("decisions/{ulid}/line_sha256", Value::Digest, Who::Direction),
        set("decisions/{ulid}/decided_by", Value::Author, Who::Direction),
        set("decisions/{ulid}/at", Value::Instant, Who::Direction),
        clearable("closed/{month}", Value::Instant, Who::Direction),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Ledger {
    reading::read(doc)
}
