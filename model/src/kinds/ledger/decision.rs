//! How far an expense or a trip has come: what its member and those who decide said of it, together.

use super::{Decision, DecisionStatus, LineState};

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// How far it has come.
    pub state: LineState,
    /// Whether it was changed since it was decided: accepted or paid, it is looked at again; refused, it was corrected,
    /// and is to be decided anew.
    pub is_changed: bool,
}

impl Line {
    /// Whether it waits for who decides.
    #[must_use]
    pub fn is_to_decide(self) -> bool {
        self.state == LineState::Submitted || self.state != LineState::Recorded && self.is_changed
    }
}

/// Where a line stands that was handed in at an instant (empty when not), whose digest is now this one.
#[must_use]
pub fn line(submitted_at: &str, decision: Option<&Decision>, sha256: &str) -> Line {
    let said = if submitted_at.is_empty() {
        LineState::Recorded
    } else {
        LineState::Submitted
    };
    let Some(decision) = decision else {
        return Line {
            state: said,
            is_changed: false,
        };
    };
    let is_changed = decision.line_sha256 != sha256;
    let state = match decision.status {
        DecisionStatus::Received => said,
        DecisionStatus::Invalid if is_changed => said,
        DecisionStatus::Invalid => LineState::Refused,
        DecisionStatus::Valid => LineState::Accepted,
        DecisionStatus::Paid => LineState::Paid,
    };
    Line {
        state,
        is_changed: is_changed && decision.status != DecisionStatus::Received,
    }
}
