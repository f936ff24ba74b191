//! What of opportunities waits: decisions for direction, results for who tries, actions for who does them.

use besace_model::kinds::opportunity::{ExperimentStatus, OpportunityStatus};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::reading::{Found, is_open};
use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::{Pressing, SOON_DAYS, WaitingItem};
use crate::views::{ViewReader, live};

/// Why something of an opportunity waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum OpportunityWait {
    /// An action of mine is due.
    ActionDue,
    /// It is studied or weighed, and I decide.
    Decide,
    /// What I try is past its last day: what came of it?
    Result,
    /// What was tried stays, and I write the guide: a page tells how it is done.
    Teach,
}

impl ViewReader<'_> {
    pub(super) fn opportunities_wait(&self) -> Vec<WaitingItem> {
        let mut waiting = Vec::new();
        for found in self.found_opportunities() {
            let said = found.said;
            if self.is_to_decide(&found) {
                let label = (OpportunityWait::Decide, said.title.as_str());
                waiting.push(self.of_opportunity(&found, label, &said.deadline, ("", "")));
            }
            let tried = &found.file.experiment;
            if said.entry.created_by == Some(self.me_id())
                && tried.status == ExperimentStatus::Running
                && self.is_past(&tried.end)
            {
                let label = (OpportunityWait::Result, said.title.as_str());
                waiting.push(self.of_opportunity(&found, label, &tried.end, ("", "")));
            }
            if tried.status == ExperimentStatus::Adopted
                && self.may_write_guide()
                && self.pages_from(found.id).is_empty()
            {
                let label = (OpportunityWait::Teach, said.title.as_str());
                let mut teach = self.of_opportunity(&found, label, "", ("", ""));
                teach.pressing = Pressing::Later;
                waiting.push(teach);
            }
            self.opportunity_actions_wait(&found, &mut waiting);
        }
        waiting
    }

    fn is_to_decide(&self, found: &Found<'_>) -> bool {
        let is_ready = match found.file.status {
            OpportunityStatus::Published => found.file.impact.is_some(),
            OpportunityStatus::Studying => true,
            _ => false,
        };
        is_ready && self.may_write(&found.head(), &["decision", "status"])
    }

    fn opportunity_actions_wait(&self, found: &Found<'_>, waiting: &mut Vec<WaitingItem>) {
        let (me, soon) = (self.me_id(), self.day_after(SOON_DAYS));
        for (id, action) in live(&found.file.actions, |action| &action.entry) {
            let due = &action.due;
            if action.owner == Some(me) && is_open(action) && !due.is_empty() && *due <= soon {
                let label = (OpportunityWait::ActionDue, action.text.as_str());
                let entry = ("actions", id.to_string());
                waiting.push(self.of_opportunity(found, label, due, (entry.0, &entry.1)));
            }
        }
    }

    fn of_opportunity(
        &self,
        found: &Found<'_>,
        (word, label): (OpportunityWait, &str),
        due: &str,
        (collection, id): (&str, &str),
    ) -> WaitingItem {
        let creator = found.said.entry.created_by;
        WaitingItem {
            why: Wait::Opportunity { word },
            pressing: self.due(due),
            label: shorten(label),
            member: creator,
            who: creator.map(|by| self.name(by)).unwrap_or_default(),
            due: due.to_owned(),
            place: Some(Place::new(&found.head(), collection, id)),
        }
    }
}
