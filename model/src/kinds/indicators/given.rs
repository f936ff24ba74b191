//! What one document gives to the figures of each year.

use super::MonthFigures;
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::limits::YEARS;
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedMap;
use crate::time::{Timestamp, days_from_date};

mod accounts;
mod coaching;
mod shared;

/// The kinds that give.
pub(super) const SOURCES: &[Kind] = &[
    Kind::CoachingLog,
    Kind::Ledger,
    Kind::Event,
    Kind::Roster,
    Kind::Post,
    Kind::Partner,
    Kind::Opportunity,
];

/// What one document gives to the figures of a year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
pub(crate) struct Given {
    /// What it adds, by month.
    pub(super) months: SortedMap<String, MonthFigures>,
    /// How long asks waited for an answer, in minutes, by the month of the answer.
    pub(super) waits: SortedMap<String, Vec<i64>>,
}

/// What one document gives, to the figures of which years.
pub(super) fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Given)> {
    let mut all = Given::default();
    match record {
        Record::CoachingLog(log) => coaching::log(&mut all, head.owner, log),
        Record::Ledger(ledger) => accounts::ledger(&mut all, ledger),
        Record::Event(Some(event)) => shared::event(&mut all, event),
        Record::Roster(roster) => shared::roster(&mut all, roster),
        Record::Post(thread) => shared::post(&mut all, thread),
        Record::Partner(file) => shared::partner(&mut all, file),
        Record::Opportunity(file) => shared::opportunity(&mut all, file),
        _ => {}
    }
    all.by_year()
}

impl Given {
    /// Adds to the figures of the month of a day or an instant; one that cannot be read adds to none.
    fn at(&mut self, when: &str, add: impl FnOnce(&mut MonthFigures)) {
        if let Some(month) = month_of(when) {
            add(self.months.get_or_insert_with(month, Default::default));
        }
    }

    fn by_year(self) -> Vec<(DocHead, Self)> {
        let mut years: SortedMap<u16, Self> = SortedMap::new();
        for (month, figures) in self.months {
            if let Some(year) = year_of(&month) {
                let given = years.get_or_insert_with(year, Default::default);
                given.months.insert(month, figures);
            }
        }
        for (month, minutes) in self.waits {
            if let Some(year) = year_of(&month) {
                let given = years.get_or_insert_with(year, Default::default);
                given.waits.insert(month, minutes);
            }
        }
        let years = years.into_iter();
        years
            .map(|(year, given)| (DocHead::indicators(year), given))
            .collect()
    }
}

/// The month `YYYY-MM` of a day, a month, or an instant where the cooperative is.
fn month_of(when: &str) -> Option<String> {
    let day = match when.len() {
        7 => format!("{when}-01"),
        10 => when.to_owned(),
        _ => Timestamp::parse_rfc3339(when)?.local_date(),
    };
    days_from_date(&day)?;
    let month = day.get(..7)?;
    year_of(month).map(|_| month.to_owned())
}

fn year_of(month: &str) -> Option<u16> {
    let year = month.get(..4)?.parse().ok()?;
    YEARS.contains(&i64::from(year)).then_some(year)
}
