//! What of an activity waits.

use besace_model::head::DocHead;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::reading::is_open;
use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::{SOON_DAYS, WaitingItem};
use crate::views::{ViewReader, stands};

/// Why something of an activity waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum ActivityWait {
    /// A lead whose next step is due.
    LeadDue,
}

impl ViewReader<'_> {
    /// Leads are filed by the year they came up in: one of December is still due in January.
    pub(crate) fn leads_due(&self) -> Vec<WaitingItem> {
        let member = self.me_id();
        let soon = self.day_after(SOON_DAYS);
        let years = [self.year(), self.year().saturating_sub(1)];
        let leads = years.into_iter().flat_map(|year| {
            let activity = self.activity(member, year).into_iter();
            activity.flat_map(move |activity| activity.pipeline.iter().map(move |it| (year, it)))
        });
        let due = leads.filter(|(_, (_, lead))| {
            stands(&lead.entry) && is_open(lead) && !lead.due.is_empty() && lead.due <= soon
        });
        due.map(|(year, (id, lead))| WaitingItem {
            why: Wait::Activity {
                word: ActivityWait::LeadDue,
            },
            pressing: self.due(&lead.due),
            label: shorten(&lead.title),
            member: Some(member),
            who: lead.contact.clone(),
            due: lead.due.clone(),
            place: Some(Place::new(
                &DocHead::activity(member, year),
                "pipeline",
                &id.to_string(),
            )),
        })
        .collect()
    }
}
