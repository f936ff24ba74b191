//! What of the calendar waits: for who answers for it, for direction whatever it is, and for finance where nobody does.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::kinds::duties::{Duty, DutyStanding};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::WaitingItem;
use crate::views::ViewReader;

/// Why a duty waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum DutiesWait {
    /// Its day is past.
    DutyLate,
    /// It is due soon.
    DutyDue,
}

impl ViewReader<'_> {
    pub(crate) fn duties_wait(&self) -> Vec<WaitingItem> {
        let mut waiting = Vec::new();
        let year = self.year();
        for year in [year.saturating_sub(1), year, year.saturating_add(1)] {
            for (id, duty) in self.duties_of(year) {
                let word = match self.duty_standing(duty) {
                    DutyStanding::Late => DutiesWait::DutyLate,
                    DutyStanding::Soon => DutiesWait::DutyDue,
                    DutyStanding::Open | DutyStanding::Done => continue,
                };
                if !self.waits_for_me(duty) {
                    continue;
                }
                waiting.push(WaitingItem {
                    why: Wait::Duties { word },
                    pressing: self.due(&duty.due),
                    label: shorten(&duty.title),
                    member: duty.responsible,
                    who: duty.responsible.map(|who| self.name(who)).unwrap_or_default(),
                    due: duty.due.clone(),
                    place: Some(Place::new(&DocHead::duties(year), "duties", &id.to_string())),
                });
            }
        }
        waiting
    }

    fn waits_for_me(&self, duty: &Duty) -> bool {
        let grants = &self.replica.grants;
        match duty.responsible {
            Some(who) if who == self.me_id() => true,
            Some(_) => grants.has(Role::Director),
            None => grants.reads_far(),
        }
    }
}
