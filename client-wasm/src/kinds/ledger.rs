//! The legal and financial frames of members: contracts, obligations, statements, and decisions on expenses and trips.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::MemberId;
use besace_model::kind::Record;
use besace_model::kinds::ledger::{DecisionStatus, Ledger, LedgerCommand, LineState};
use besace_model::plain::{FromPlain, ToPlain};
use besace_model::time::Timestamp;
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::replica::Replica;
use crate::requests::requests;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};
use crate::views::ViewReader;

mod reading;
mod view;
mod waits;

use reading::Wanted;
pub use view::*;
pub use waits::LedgerWait;

requests! {
    /// What screens ask of ledgers. `member: null` means oneself.
    LedgerRequest, LedgerAnswer, LedgerViews by reader {
        /// A member's frame at a glance.
        Ledger {
            /// Whose.
            member: Option<MemberId>,
        } -> Box<LedgerSheet> = Box::new(reader.ledger_sheet(reader.whose(*member))),
        /// A member's statements, the latest first.
        Statements {
            /// Whose.
            member: Option<MemberId>,
            /// Which rows.
            window: Window,
        } -> Page<StatementRow> = reader.statements(reader.whose(*member), *window),
        /// What a member and the cooperative are to do by a day, open ones first.
        Obligations {
            /// Whose.
            member: Option<MemberId>,
            /// Which rows.
            window: Window,
        } -> Page<ObligationRow> = reader.obligations(reader.whose(*member), *window),
        /// Expenses and trips of all members, those handed in first come first.
        Lines {
            /// Words to find in names and labels; empty for all.
            search: String,
            /// One member's only.
            member: Option<MemberId>,
            /// One month `YYYY-MM` only.
            month: Option<String>,
            /// Only those so far; `null` for those that wait for a decision.
            state: Option<LineState>,
            /// Instead of that, all that were handed in or decided and of which the receipt was not, as their members say.
            without_receipt: bool,
            /// Which rows.
            window: Window,
        } -> Page<LineRow> = {
            let wanted = Wanted {
                search,
                member: *member,
                month: month.as_deref(),
                state: *state,
                without_receipt: *without_receipt,
            };
            reader.lines_page(&wanted, *window)
        },
        /// Each member's months of a year, for those who close them.
        Months {
            /// The year.
            year: u16,
            /// Words to find in names and trade names; empty for all.
            search: String,
            /// Which rows.
            window: Window,
        } -> Page<MonthsRow> = reader.months_page(*year, search, *window),
        /// What is due of all members, the most pressing first.
        Deadlines {
            /// Words to find in names; empty for all.
            search: String,
            /// Which rows.
            window: Window,
        } -> Page<DeadlineRow> = reader.deadlines_page(search, *window),
    }
}

impl Shown for Ledger {
    fn collection(word: &str) -> &'static str {
        match word {
            "addContract" | "editContract" => "contracts",
            "addMilestone" | "editMilestone" => "path",
            "setStatement" => "statements",
            "decideLine" => "decisions",
            "closeMonth" => "closed",
            _ => "obligations",
        }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let member = at.head.owner;
        if at.collection == "statements" {
            return Some(Command::Ledger(LedgerCommand::SetStatement {
                member,
                month: at.id.to_owned(),
                statement: at.changes()?,
            }));
        }
        let id = at.id.parse().ok()?;
        Some(Command::Ledger(match at.collection {
            "contracts" => LedgerCommand::EditContract {
                member,
                id,
                changes: at.changes()?,
            },
            "path" => LedgerCommand::EditMilestone {
                member,
                id,
                changes: at.changes()?,
            },
            "obligations" => LedgerCommand::EditObligation {
                member,
                id,
                changes: at.changes()?,
            },
            "decisions" => decided(at)?,
            _ => return None,
        }))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.ledgers_wait()
    }
}

/// A decision goes with its reason and with what it was made on.
fn decided(at: &Settling<'_>) -> Option<LedgerCommand> {
    let Some(Record::Ledger(ledger)) = at.record else {
        return None;
    };
    let id = at.id.parse().ok()?;
    let decision = ledger.decisions.get(&id)?;
    let (mut status, mut reason) = (decision.status, decision.reason.clone());
    match at.field {
        "status" => status = at.value()?,
        "reason" => reason = at.value()?,
        _ => return None,
    }
    Some(LedgerCommand::DecideLine {
        member: at.head.owner,
        id,
        status,
        reason,
        line_sha256: decision.line_sha256.clone(),
    })
}

impl Checked for LedgerCommand {
    /// Nobody decides on what is their own, nor on a line that is not any more what they read.
    fn objection(&self, replica: &Replica, _: Timestamp) -> Option<ErrorCode> {
        let Self::DecideLine {
            member,
            id,
            status,
            line_sha256,
            ..
        } = self
        else {
            return None;
        };
        if *member == replica.member {
            return Some(ErrorCode::Forbidden);
        }
        let found = reading::line_digest(replica, *member, *id);
        let is_as_read = found.is_none_or(|sha256| sha256 == *line_sha256);
        (!is_as_read && *status != DecisionStatus::Received).then_some(ErrorCode::NotAsRead)
    }
}
