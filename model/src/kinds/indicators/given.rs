//! What one document gives to the figures of each year.

use super::{MonthFigures, Parts};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Record};
use crate::limits::YEARS;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::Source;
use crate::sorted::{SortedMap, SortedSet};
use crate::time::{Timestamp, days_from_date};

mod accounts;
mod coaching;
mod governance;
mod lines;
mod people;
mod shared;

pub(super) use coaching::{AGES, Waited};
pub(super) use governance::{Mandated, Turnout};
pub(super) use people::Trace;

/// The kinds that give.
pub(super) const SOURCES: &[Kind] = &[
    Kind::Directory,
    Kind::Profile,
    Kind::Activity,
    Kind::CoachingLog,
    Kind::Ledger,
    Kind::Event,
    Kind::Roster,
    Kind::Attendance,
    Kind::Post,
    Kind::Group,
    Kind::Consultation,
    Kind::Tally,
    Kind::Partner,
    Kind::Opportunity,
];

/// What one document gives to the figures of a year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
pub(crate) struct Given {
    /// The year; none in what is given to all years.
    pub(super) year: Option<u16>,
    /// What it adds, by month.
    pub(super) months: SortedMap<String, MonthFigures>,
    /// What it adds to the parts of figures, by month.
    pub(super) parts: SortedMap<String, Parts>,
    /// What a month tells the median of, by figure: how long asks waited for an answer, in minutes.
    pub(super) waits: SortedMap<String, SortedMap<String, Vec<i64>>>,
    /// What it says of people, for what is counted at the end of a month.
    pub(super) traces: SortedMap<MemberId, Trace>,
    /// Events with their last day, and who had a seat: an exchange is of both.
    pub(super) ended: SortedMap<Ulid, String>,
    /// Who had a seat at which event.
    pub(super) seated: SortedMap<Ulid, SortedSet<MemberId>>,
    /// When the relay had it that an expense or a trip was handed in.
    pub(super) handed_in: SortedMap<Ulid, i64>,
    /// When the relay had what was decided on one, the first and the last.
    pub(super) decided: SortedMap<Ulid, Vec<i64>>,
    /// Asks that waited for long, or wait.
    pub(super) asks: Vec<Waited>,
    /// Mandates of a group.
    pub(super) mandates: Vec<Mandated>,
    /// The month in which consultations close.
    pub(super) closing: SortedMap<Ulid, String>,
    /// How many were asked and answered, where that is counted.
    pub(super) turnouts: SortedMap<Ulid, Turnout>,
}

/// What one document gives, to the figures of which years.
pub(super) fn given(source: &Source<'_>) -> Vec<(DocHead, Given)> {
    let (owner, key) = (source.head.owner, source.head.key.parse::<Ulid>());
    let (mut all, mut each) = (Given::default(), Given::default());
    match (source.record, key) {
        (Record::Directory(directory), _) => people::directory(&mut each, directory),
        (Record::Profile(profile), _) => people::profile(&mut each, owner, profile),
        (Record::CoachingLog(log), _) => {
            coaching::log(&mut all, owner, log);
            coaching::waited(&mut each, log);
        }
        (Record::Register(register), _) => coaching::register(&mut all, owner, register),
        (Record::Ledger(ledger), _) => {
            accounts::ledger(&mut all, ledger);
            people::ledger(&mut each, owner, ledger);
            lines::decided(&mut all, ledger, source.received);
        }
        (Record::Activity(activity), _) => lines::handed_in(&mut all, activity, source.received),
        (Record::Event(Some(event)), Ok(id)) => shared::event(&mut all, id, event),
        (Record::Roster(roster), Ok(id)) => shared::roster(&mut all, id, roster),
        (Record::Attendance(said), _) => shared::attendance(&mut all, said),
        (Record::Post(thread), _) => shared::post(&mut all, owner, thread),
        (Record::Group(group), _) => governance::group(&mut each, group),
        (Record::Consultation(said), Ok(id)) => governance::consultation(&mut all, id, said),
        (Record::Tally(tally), Ok(id)) => governance::tally(&mut each, id, tally),
        (Record::Partner(file), _) => shared::partner(&mut all, file),
        (Record::Opportunity(file), _) => shared::opportunity(&mut all, file),
        _ => {}
    }
    let mut given = all.years();
    if let Record::Ledger(ledger) = source.record {
        for year in people::years(ledger) {
            let head = DocHead::indicators(year);
            if !given.iter().any(|(to, _)| *to == head) {
                let year = Some(year);
                given.push((
                    head,
                    Given {
                        year,
                        ..Given::default()
                    },
                ));
            }
        }
    }
    if each != Given::default() {
        given.push((DocHead::each(Kind::Indicators), each));
    }
    given
}

impl Given {
    /// Adds to the figures of the month of a day or an instant; one that cannot be read adds to none.
    fn at(&mut self, when: &str, add: impl FnOnce(&mut MonthFigures)) {
        if let Some(month) = month_of(when) {
            add(self.months.get_or_insert_with(month, Default::default));
        }
    }

    /// Adds one to a part of a figure, in the month of a day or an instant.
    fn part(&mut self, when: &str, part: String) {
        if let Some(month) = month_of(when) {
            let parts = self.parts.get_or_insert_with(month, Parts::new);
            *parts.get_or_insert_with(part, i64::default) += 1;
        }
    }

    /// Notes how long something waited, for the median of a figure and month.
    pub(super) fn waited(&mut self, month: String, figure: String, minutes: i64) {
        let waits = self.waits.get_or_insert_with(month, Default::default);
        waits.get_or_insert_with(figure, Vec::new).push(minutes);
    }

    /// Cut into the years to which each of it matters.
    fn years(self) -> Vec<(DocHead, Self)> {
        let mut years: SortedMap<u16, Self> = SortedMap::new();
        for (month, figures) in self.months {
            if let Some(given) = of_year(&mut years, year_of(&month)) {
                given.months.insert(month, figures);
            }
        }
        for (month, parts) in self.parts {
            if let Some(given) = of_year(&mut years, year_of(&month)) {
                given.parts.insert(month, parts);
            }
        }
        for (month, waits) in self.waits {
            if let Some(given) = of_year(&mut years, year_of(&month)) {
                given.waits.insert(month, waits);
            }
        }
        for (member, trace) in self.traces {
            trace.by_year(|year, trace| {
                if let Some(given) = of_year(&mut years, year) {
                    given.traces.insert(member, trace);
                }
            });
        }
        for (id, day) in self.ended {
            for year in [year_of(&day), year_of(&people::forgotten_on(&day))] {
                if let Some(given) = of_year(&mut years, year) {
                    given.ended.insert(id, day.clone());
                }
            }
        }
        for (id, month) in self.closing {
            if let Some(given) = of_year(&mut years, year_of(&month)) {
                given.closing.insert(id, month);
            }
        }
        for (id, at) in self.handed_in {
            let year = year_of(&Timestamp(at).local_date());
            for year in [year, year.map(|year| year + 1)] {
                if let Some(given) = of_year(&mut years, year) {
                    given.handed_in.insert(id, at);
                }
            }
        }
        for (id, decided) in self.decided {
            for at in &decided {
                if let Some(given) = of_year(&mut years, year_of(&Timestamp(*at).local_date())) {
                    given.decided.insert(id, decided.clone());
                }
            }
        }
        // When its event ends, the roster does not know; seats are taken within a year of that.
        let seated: Vec<u16> = years.keys().copied().collect();
        for (id, members) in self.seated {
            for year in seated.iter().flat_map(|year| [*year, year + 1]) {
                if let Some(given) = of_year(&mut years, Some(year)) {
                    given.seated.insert(id, members.clone());
                }
            }
        }
        let years = years.into_iter();
        years
            .map(|(year, given)| (DocHead::indicators(year), given))
            .collect()
    }
}

/// What is given to a year, begun where nothing is yet.
fn of_year(years: &mut SortedMap<u16, Given>, year: Option<u16>) -> Option<&mut Given> {
    let year = year?;
    let new = || Given {
        year: Some(year),
        ..Given::default()
    };
    Some(years.get_or_insert_with(year, new))
}

/// The month `YYYY-MM` of a day, a month, or an instant where the cooperative is.
pub(super) fn month_of(when: &str) -> Option<String> {
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
