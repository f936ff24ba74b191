//! Opportunities: what may be worth doing, what becomes of it, and who does what.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kind::Record;
use besace_model::kinds::opportunity::{
    OpportunityCommand, OpportunityFile, OpportunityKind, OpportunityOrder, OpportunityStatus,
};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::actions::ActionItem;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};
use crate::views::ViewReader;

mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::OpportunityWait;

requests! {
    /// What screens ask of opportunities.
    OpportunityRequest, OpportunityAnswer, OpportunityViews by reader {
        /// Opportunities, as they are wanted.
        Opportunities {
            /// Words to find in titles, texts and names; empty for all.
            search: String,
            /// One sort only.
            kind: Option<OpportunityKind>,
            /// Only those that have come so far.
            status: Option<OpportunityStatus>,
            /// In which order.
            order: OpportunityOrder,
            /// Which rows.
            window: Window,
        } -> Page<OpportunityRow> = reader.opportunities(search, (*kind, *status), *order, *window),
        /// One opportunity with all that is said and done about it.
        Opportunity {
            /// The opportunity.
            id: Ulid,
        } -> Option<Box<OpportunitySheet>> = reader.opportunity_sheet(*id).map(Box::new),
    }
}

impl Shown for OpportunityFile {
    fn collection(word: &str) -> &'static str {
        if word.contains("Action") {
            "actions"
        } else {
            "opportunities"
        }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let id = at.head.key.parse().ok()?;
        Some(Command::Opportunity(match at.collection {
            "opportunities" => OpportunityCommand::EditOpportunity {
                id,
                changes: at.changes()?,
            },
            "assessment" => OpportunityCommand::AssessOpportunity {
                id,
                changes: at.changes()?,
            },
            "decision" => {
                let (status, reason) = decided(at)?;
                OpportunityCommand::DecideOpportunity { id, status, reason }
            }
            "experiment" => OpportunityCommand::EditExperiment {
                id,
                changes: at.changes()?,
            },
            "actions" => OpportunityCommand::EditOpportunityAction {
                opportunity: id,
                id: at.id.parse().ok()?,
                changes: at.changes()?,
            },
            _ => return None,
        }))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.opportunities_wait()
    }

    fn actions(reader: &ViewReader<'_>) -> Vec<ActionItem> {
        reader.opportunity_actions()
    }
}

/// A decision goes with its reason.
fn decided(at: &Settling<'_>) -> Option<(OpportunityStatus, String)> {
    let Some(Record::Opportunity(file)) = at.record else {
        return None;
    };
    Some(match at.field {
        "status" => (at.value()?, file.reason.clone()),
        _ => (file.status, at.value()?),
    })
}

impl Checked for OpportunityCommand {}
