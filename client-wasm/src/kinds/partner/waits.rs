//! What of partners waits: next steps for who logged them, agreements that end for who is to be asked.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::reading::{Found, is_open};
use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::{SOON_DAYS, WaitingItem};
use crate::views::{ViewReader, live};

/// Why something of a partner waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum PartnerWait {
    /// A next step that I said is due.
    NextStep,
    /// An agreement ends of a partner about whom I am to be asked.
    AgreementEnds,
}

impl ViewReader<'_> {
    pub(super) fn partners_wait(&self) -> Vec<WaitingItem> {
        let mut waiting = Vec::new();
        for found in self.found_partners() {
            self.steps_wait(&found, &mut waiting);
            self.agreements_wait(&found, &mut waiting);
        }
        waiting
    }

    fn steps_wait(&self, found: &Found<'_>, waiting: &mut Vec<WaitingItem>) {
        let (me, soon) = (self.me_id(), self.day_after(SOON_DAYS));
        for (id, it) in live(&found.file.interactions, |it| &it.entry) {
            let is_mine = it.entry.created_by == Some(me);
            if is_mine && is_open(it) && !it.due.is_empty() && it.due <= soon {
                let entry = ("interactions", id);
                let label = (PartnerWait::NextStep, it.next_step.as_str());
                waiting.push(self.of_partner(found, label, &it.due, entry));
            }
        }
    }

    fn agreements_wait(&self, found: &Found<'_>, waiting: &mut Vec<WaitingItem>) {
        if found.partner.ask != Some(self.me_id()) {
            return;
        }
        for (id, it) in live(&found.file.agreements, |it| &it.entry) {
            if self.ends_in(it).is_some() {
                let entry = ("agreements", id);
                let label = (PartnerWait::AgreementEnds, it.title.as_str());
                waiting.push(self.of_partner(found, label, &it.end, entry));
            }
        }
    }

    fn of_partner(
        &self,
        found: &Found<'_>,
        (word, label): (PartnerWait, &str),
        due: &str,
        (collection, id): (&str, Ulid),
    ) -> WaitingItem {
        WaitingItem {
            why: Wait::Partner { word },
            pressing: self.due(due),
            label: shorten(label),
            member: None,
            who: found.partner.name.clone(),
            due: due.to_owned(),
            place: Some(Place::new(
                &DocHead::partner(found.id),
                collection,
                &id.to_string(),
            )),
        }
    }
}
