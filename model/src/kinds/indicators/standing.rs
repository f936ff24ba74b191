//! What is counted at the end of each month: where people stand, who was not seen, which mandates are held, which asks wait.

use super::given::{AGES, Given, Trace, Waited};
use super::{MonthFigures, Parts, UNSEEN_DAYS};
use crate::kinds::ledger::PathStage;
use crate::kinds::register::INTERVIEWS_A_YEAR;
use crate::time::{DAY_MS, Timestamp, days_from_civil, days_from_date};

/// A cohort is looked at again after so many months.
const COHORT_MONTHS: i64 = 36;

/// A month of which something is told.
struct Month {
    /// Years times twelve and months: those that follow each other have numbers that do.
    number: i64,
    /// Its last day.
    end: String,
    /// Whether it is over.
    is_over: bool,
}

impl Month {
    /// A month, once it has begun.
    fn begun(number: i64, today: &str) -> Option<Self> {
        let first = |number: i64| {
            let days = days_from_civil(number.div_euclid(12), number.rem_euclid(12) + 1, 1);
            Timestamp(days * DAY_MS)
        };
        let end = first(number + 1).plus_ms(-DAY_MS).date();
        (*first(number).date() <= *today).then(|| Self {
            number,
            is_over: *end < *today,
            end,
        })
    }

    fn name(&self) -> &str {
        self.end.get(..7).unwrap_or_default()
    }

    /// Its last day, or today as long as it is not over; since 1970.
    fn last_day(&self, today: &str) -> i64 {
        let last = if self.is_over { &self.end } else { today };
        days_from_date(last).unwrap_or_default()
    }

    /// The last day that is too long ago at its end.
    fn unseen_since(&self) -> String {
        let days = days_from_date(&self.end).unwrap_or_default();
        Timestamp((days - UNSEEN_DAYS) * DAY_MS).date()
    }
}

/// Adds to the months of a year, those that have begun, what stands at the end of each.
pub(super) fn stand(all: &mut Given, year: u16, today: &str) {
    let months = (0..12).map_while(|month| Month::begun(i64::from(year) * 12 + month, today));
    for month in months {
        let (mut figures, mut parts) = (MonthFigures::default(), Parts::new());
        for trace in all.traces.values() {
            trace.stand(&month, &mut figures, &mut parts);
        }
        let mandates = all.mandates.iter().filter(|it| it.stands(&month.end));
        for mandate in mandates {
            figures.mandates += 1;
            figures.mandates_held += i64::from(mandate.is_held(&month.end));
        }
        let day = month.last_day(today);
        let open = |age| all.asks.iter().filter(move |ask| ask.is_open(day, age));
        let [week, month_long] = AGES.map(|age| open(age).count() as i64);
        figures.asks_open_7 += week;
        figures.asks_open_30 += month_long;
        let name = || month.name().to_owned();
        if figures != MonthFigures::default() {
            let of_month = all.months.get_or_insert_with(name(), Default::default);
            of_month.add(&figures);
        }
        if !parts.is_empty() {
            let of_month = all.parts.get_or_insert_with(name(), Parts::new);
            of_month.extend(parts);
        }
    }
}

impl Trace {
    fn stand(&self, month: &Month, figures: &mut MonthFigures, parts: &mut Parts) {
        let stage = self.path.iter().rfind(|step| step.on <= month.end);
        let stage = stage.map(|step| step.stage);
        let is_member = stage.is_some_and(PathStage::is_member);
        let came = self.path.iter().find(|step| step.stage.is_member());
        if came.is_some_and(|step| number_of(&step.on) == Some(month.number - COHORT_MONTHS)) {
            figures.cohort_36 += 1;
            figures.retained_36 += i64::from(is_member);
            figures.associates_36 += i64::from(stage == Some(PathStage::Associate));
        }
        let Some(stage) = stage.filter(|_| is_member) else {
            return;
        };
        match stage {
            PathStage::Cape => figures.members_cape += 1,
            PathStage::Associate => figures.members_associate += 1,
            _ => figures.members_employed += 1,
        }
        if stage.is_employed() {
            figures.interviews_due += i64::from(INTERVIEWS_A_YEAR);
        }
        let branch = [&self.branch, &self.listed].into_iter();
        let branch = branch.map(|it| it.trim()).find(|it| !it.is_empty());
        for part in [
            format!("branch:{}", shortened(branch.unwrap_or_default())),
            format!("sector:{}", self.sector),
        ] {
            *parts.get_or_insert_with(part, i64::default) += 1;
        }
        let since = month.unseen_since();
        let is_recent = |day: &String| *day > since && *day <= month.end;
        if month.is_over && !self.met.iter().any(is_recent) {
            figures.members_unseen += 1;
            figures.members_isolated += i64::from(!self.exchanged.iter().any(is_recent));
        }
    }
}

/// The number of a day's month.
fn number_of(day: &str) -> Option<i64> {
    days_from_date(day)?;
    Some(day.get(..4)?.parse::<i64>().ok()? * 12 + day.get(5..7)?.parse::<i64>().ok()? - 1)
}

/// What fits a key of the document.
fn shortened(name: &str) -> &str {
    const BYTES_MAX: usize = crate::limits::KEY_BYTES_MAX - "branch:".len();
    &name[..name.floor_char_boundary(BYTES_MAX)]
}

/// When the figures of a year are to be made again, whatever is given until then: as the next month begins, or as an ask
/// that waits comes of age.
pub(super) fn again(year: u16, now: Timestamp, asks: &[Waited]) -> Option<Timestamp> {
    let today = now.local_date();
    let (this, day) = (number_of(&today)?, days_from_date(&today)?);
    let (first, last) = (i64::from(year) * 12, i64::from(year) * 12 + 12);
    let next = (this + 1).max(first);
    let month = days_from_civil(next.div_euclid(12), next.rem_euclid(12) + 1, 1);
    let waiting = asks.iter().filter(|ask| ask.answered.is_none());
    let of_age = waiting.flat_map(|ask| AGES.map(|age| ask.made + age));
    let of_age = of_age.filter(|at| day < *at && (first..last).contains(&this));
    let next = of_age.chain((next <= last).then_some(month)).min();
    next.map(|day| Timestamp(day * DAY_MS))
}
