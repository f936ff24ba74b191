//! A year's activity.

mod expenses;
mod leads;
mod trips;

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::activity::{Activity, LeadStage};
use besace_model::sorted::SortedMap;

use super::{ActivityCounts, ActivityEntry, ActivityView, MonthTotals, StageTotal, YearTotals};
use crate::views::{ViewReader, stands};

pub(crate) use expenses::expense_fields;
pub(crate) use leads::is_open;
pub(crate) use trips::trip_fields;

static EMPTY: Activity = Activity {
    journal: SortedMap::new(),
    expenses: SortedMap::new(),
    mileage: SortedMap::new(),
    submitted: SortedMap::new(),
    pipeline: SortedMap::new(),
    forecast: SortedMap::new(),
    conflicts: Vec::new(),
};

impl<'a> ViewReader<'a> {
    fn activity_or_empty(&self, member: MemberId, year: u16) -> &'a Activity {
        self.activity(member, year).unwrap_or(&EMPTY)
    }

    pub(crate) fn activity_view(&self, member: MemberId, year: u16) -> Option<ActivityView> {
        let head = DocHead::activity(member, year);
        let found = self.activity(member, year);
        let lines = self.journal_count(member, year);
        if found.is_none() && lines == 0 && member != self.me_id() {
            return None;
        }
        let activity = found.unwrap_or(&EMPTY);
        let months: Vec<MonthTotals> = (1..=12)
            .map(|month| self.month(&head, activity, &format!("{year:04}-{month:02}")))
            .collect();
        let sum = |of: fn(&MonthTotals) -> i64| months.iter().map(of).sum();
        let mut years: Vec<u16> = self
            .replica
            .docs
            .iter()
            .map(|(_, doc)| &doc.row.head)
            .filter(|head| matches!(head.kind, Kind::Activity | Kind::Journal))
            .filter(|head| head.owner == member)
            .filter_map(|head| head.key.parse().ok())
            .collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        Some(ActivityView {
            member,
            name: self.name(member),
            year,
            years,
            may_edit: member == self.me_id(),
            reads_journal: {
                let journal = DocHead::journal(member, year);
                self.replica.grants.reads(journal.audience())
            },
            year_totals: YearTotals {
                expense_net_cents: sum(|month| month.expense_net_cents),
                expense_vat_cents: sum(|month| month.expense_vat_cents),
                metres: sum(|month| month.metres),
                forecast_cents: sum(|month| month.forecast_cents.unwrap_or_default()),
                leads: stage_totals(activity),
            },
            months,
            base: self.base(&head),
            counts: ActivityCounts {
                journal: lines as u32,
                expenses: count(activity.expenses.values().map(|e| &e.entry)),
                trips: count(activity.mileage.values().map(|e| &e.entry)),
                leads: count(activity.pipeline.values().map(|e| &e.entry)),
            },
        })
    }

    pub(crate) fn month(&self, head: &DocHead, activity: &Activity, month: &str) -> MonthTotals {
        let mut totals = MonthTotals {
            month: month.to_owned(),
            expense_net_cents: 0,
            expense_vat_cents: 0,
            metres: 0,
            to_submit: self.to_submit(head, activity, month),
            forecast_cents: activity.forecast.get(month).copied(),
            forecast_state: self.state(self.doc_id(head), month),
        };
        for expense in activity.expenses.values() {
            if stands(&expense.entry) && expense.date.starts_with(month) {
                totals.expense_net_cents += expense.net_cents;
                totals.expense_vat_cents += expense.vat_cents;
            }
        }
        for trip in activity.mileage.values() {
            if stands(&trip.entry) && trip.date.starts_with(month) {
                totals.metres += trip.metres;
            }
        }
        totals
    }

    pub(crate) fn activity_entry(
        &self,
        member: MemberId,
        year: u16,
        id: Ulid,
    ) -> Option<ActivityEntry> {
        let head = DocHead::activity(member, year);
        if let Some(line) = self.journal_line(member, year, id) {
            return Some(ActivityEntry::Journal(line));
        }
        let activity = self.activity(member, year)?;
        if let Some(expense) = activity.expenses.get(&id) {
            let row = self.expense_row(&head, activity, id, expense);
            return Some(ActivityEntry::Expense(row));
        }
        if let Some(trip) = activity.mileage.get(&id) {
            return Some(ActivityEntry::Trip(
                self.trip_row(&head, activity, id, trip),
            ));
        }
        let lead = activity.pipeline.get(&id)?;
        Some(ActivityEntry::Lead(
            self.lead_row(&head, activity, id, lead),
        ))
    }
}

fn stage_totals(activity: &Activity) -> Vec<StageTotal> {
    let total = |stage| {
        let leads = activity.pipeline.values();
        let standing = leads.filter(|lead| stands(&lead.entry) && lead.stage == stage);
        standing.map(|lead| lead.amount_cents).sum()
    };
    let of = |stage| StageTotal {
        stage,
        cents: total(stage),
    };
    LeadStage::ALL.iter().copied().map(of).collect()
}

fn count<'e>(entries: impl Iterator<Item = &'e besace_model::record::Entry>) -> u32 {
    entries.filter(|entry| stands(entry)).count() as u32
}
