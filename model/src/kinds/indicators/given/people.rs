//! What documents say of people, for what is counted at the end of a month: where they stood, by what branch and sector, and
//! when somebody last saw them.

use std::ops::RangeInclusive;

use super::{month_of, year_of};
use crate::ids::MemberId;
use crate::kinds::directory::Directory;
use crate::kinds::indicators::UNSEEN_DAYS;
use crate::kinds::ledger::{Ledger, PathStage};
use crate::kinds::profile::{Profile, Sector};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::{SortedMap, SortedSet};
use crate::time::{DAY_MS, Timestamp, days_from_date};

use super::Given;

/// What documents say of one member.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
pub(in crate::kinds::indicators) struct Trace {
    /// Where they stand, from a day on, in order.
    pub(in crate::kinds::indicators) path: Vec<Step>,
    /// Their branch, as they say it.
    pub(in crate::kinds::indicators) branch: String,
    /// Their branch, as the directory says it.
    pub(in crate::kinds::indicators) listed: String,
    /// The word of their sector; empty where they did not say.
    pub(in crate::kinds::indicators) sector: String,
    /// Days of sessions.
    pub(in crate::kinds::indicators) met: SortedSet<String>,
    /// Days of exchanges on the board, and of events at which they had a seat.
    pub(in crate::kinds::indicators) exchanged: SortedSet<String>,
}

/// A step of somebody's path.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub(in crate::kinds::indicators) struct Step {
    /// Its first day.
    pub(in crate::kinds::indicators) on: String,
    /// Where they stand from then on.
    pub(in crate::kinds::indicators) stage: PathStage,
}

pub(super) fn directory(given: &mut Given, directory: &Directory) {
    let members = directory.members.iter();
    for (member, listed) in members.filter(|(_, listed)| !listed.branch.is_empty()) {
        trace(given, *member).listed = listed.branch.clone();
    }
}

pub(super) fn profile(given: &mut Given, owner: MemberId, profile: &Profile) {
    let sector = profile.sector.map(Sector::as_str).unwrap_or_default();
    if sector.is_empty() && profile.branch.is_empty() {
        return;
    }
    let trace = trace(given, owner);
    trace.branch = profile.branch.clone();
    trace.sector = sector.to_owned();
}

pub(super) fn ledger(given: &mut Given, owner: MemberId, ledger: &Ledger) {
    let path = ledger.milestones().into_iter();
    let path: Vec<_> = path
        .map(|(_, one)| Step {
            on: one.on.clone(),
            stage: one.stage,
        })
        .collect();
    if !path.is_empty() {
        trace(given, owner).path = path;
    }
}

/// The years of which a ledger has something to tell: from when the member came to what it says last.
pub(super) fn years(ledger: &Ledger) -> RangeInclusive<u16> {
    let year = |day: &str| month_of(day).and_then(|month| year_of(&month));
    let steps = ledger.milestones();
    let last = steps.last().map(|(_, step)| step.on.as_str());
    let last = last.max(ledger.statements.keys().max().map(String::as_str));
    match (
        ledger.entry().and_then(|it| year(&it.on)),
        last.and_then(year),
    ) {
        (Some(first), Some(last)) => first..=last,
        // No year at all.
        _ => RangeInclusive::new(1, 0),
    }
}

pub(super) fn met(given: &mut Given, member: MemberId, day: String) {
    trace(given, member).met.insert(day);
}

pub(super) fn exchanged(given: &mut Given, member: MemberId, day: String) {
    trace(given, member).exchanged.insert(day);
}

fn trace(given: &mut Given, member: MemberId) -> &mut Trace {
    given.traces.get_or_insert_with(member, Trace::default)
}

/// The first day on which something of a day is too long ago.
pub(in crate::kinds::indicators) fn forgotten_on(day: &str) -> String {
    let days = days_from_date(day).unwrap_or_default();
    Timestamp((days + UNSEEN_DAYS) * DAY_MS).date()
}

impl Trace {
    /// Adds what another document says of the same member.
    pub(in crate::kinds::indicators) fn add(&mut self, other: Self) {
        self.path.extend(other.path);
        for (mine, theirs) in [
            (&mut self.branch, other.branch),
            (&mut self.listed, other.listed),
            (&mut self.sector, other.sector),
        ] {
            if !theirs.is_empty() {
                *mine = theirs;
            }
        }
        self.met.extend(other.met);
        self.exchanged.extend(other.exchanged);
    }

    /// Cuts it into the years to which a day matters: its own, and that in which it is too long ago.
    pub(super) fn by_year(self, mut give: impl FnMut(Option<u16>, Self)) {
        let mut years: SortedMap<Option<u16>, Self> = SortedMap::new();
        let years_of = |day: &str| {
            let last = month_of(day).and_then(|month| year_of(&month));
            SortedSet::from([last, year_of(&forgotten_on(day))])
        };
        for day in self.met {
            for year in years_of(&day) {
                let trace = years.get_or_insert_with(year, Self::default);
                trace.met.insert(day.clone());
            }
        }
        for day in self.exchanged {
            for year in years_of(&day) {
                let trace = years.get_or_insert_with(year, Self::default);
                trace.exchanged.insert(day.clone());
            }
        }
        for (year, trace) in years {
            give(year, trace);
        }
    }
}
