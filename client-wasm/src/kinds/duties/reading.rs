//! Reading the calendar.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::duties::{
    self, Duties, Duty, DutyFields, DutyStanding, DutyTerms, ProposedDuty,
};

use super::{DutyRow, DutyTotals};
use crate::view::today::SOON_DAYS;
use crate::view::{Page, Window};
use crate::views::{ViewReader, live, page};

impl<'a> ViewReader<'a> {
    fn calendar(&self, year: u16) -> Option<&'a Duties> {
        self.doc(&DocHead::duties(year))
    }

    /// What stands in the calendar of a year.
    pub(super) fn duties_of(&self, year: u16) -> Vec<(Ulid, &'a Duty)> {
        let calendar = self.calendar(year);
        calendar.map_or_else(Vec::new, |it| live(&it.duties, |duty| &duty.entry))
    }

    pub(super) fn duty_standing(&self, duty: &Duty) -> DutyStanding {
        duty.standing(&self.today, &self.day_after(SOON_DAYS))
    }

    pub(crate) fn duties(&self, year: u16, done: bool, window: Window) -> Page<DutyRow> {
        let mut all = self.duties_of(year);
        all.retain(|(_, duty)| duty.done_on.is_empty() != done);
        all.sort_by_cached_key(|(id, duty)| (duty.due.clone(), duty.title.clone(), *id));
        if done {
            all.reverse();
        }
        page(&all, window, |(id, duty)| self.duty_row(year, *id, duty))
    }

    pub(crate) fn duty_totals(&self, year: u16) -> DutyTotals {
        let any = self.me_id().to_string();
        let mut totals = DutyTotals {
            may_edit: self.may_write(&DocHead::duties(year), &["duties", &any, "title"]),
            ..DutyTotals::default()
        };
        for (_, duty) in self.duties_of(year) {
            let standing = self.duty_standing(duty);
            *match standing {
                DutyStanding::Late => &mut totals.late,
                DutyStanding::Soon => &mut totals.soon,
                DutyStanding::Open => &mut totals.open,
                DutyStanding::Done => &mut totals.done,
            } += 1;
            if standing != DutyStanding::Done && duty.responsible.is_none() {
                totals.unowned += 1;
            }
        }
        totals
    }

    pub(crate) fn proposed_duties(&self, year: u16, terms: DutyTerms) -> Vec<ProposedDuty> {
        let calendar = self.calendar(year);
        let is_there = |id: &Ulid| calendar.is_some_and(|it| it.duties.contains_key(id));
        let mut proposed = duties::calendar(year, terms);
        proposed.retain(|duty| !is_there(&duty.id));
        proposed
    }

    fn duty_row(&self, year: u16, id: Ulid, duty: &Duty) -> DutyRow {
        let conflicts = self.calendar(year).map_or(&[][..], |it| &it.conflicts);
        let head = DocHead::duties(year);
        DutyRow {
            info: self.info(&head, ("duties", "title"), id, &duty.entry, conflicts),
            year,
            responsible_name: duty.responsible.map(|who| self.name(who)).unwrap_or_default(),
            mine: duty.responsible == Some(self.me_id()),
            standing: self.duty_standing(duty),
            fields: DutyFields {
                template: duty.template,
                title: duty.title.clone(),
                due: duty.due.clone(),
                responsible: duty.responsible,
                done_on: duty.done_on.clone(),
                evidence: duty.evidence.clone(),
                note: duty.note.clone(),
            },
        }
    }
}
