//! What a year asks of a cooperative, by French law and by the rules of these cooperatives: proposed, for direction to take
//! over and correct. Dates that an office sets for each firm are terms.

use ts_rs::TS;

use super::working_days::next_working_day;
use super::{DutyCause, DutyTemplate};
use crate::ids::Ulid;
use crate::plain::{FromPlain, ToPlain};
use crate::time::{DAY_MS, Timestamp, days_from_civil};

/// What differs from one cooperative to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct DutyTerms {
    /// The month at whose end accounts are closed, 1 to 12.
    pub closing_month: i64,
    /// The day of the month of the social declaration: the 5th from fifty employees on, else the 15th.
    pub dsn_day: i64,
    /// The day of the month of value added tax, as the tax office says: 15 to 24.
    pub vat_day: i64,
}

/// Something that a year asks for.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ProposedDuty {
    /// The entry that it becomes: the same for everybody, so that two who take it over make one.
    pub id: Ulid,
    /// Why.
    pub cause: DutyCause,
    /// What sort of duty.
    pub template: DutyTemplate,
    /// By when.
    pub due: String,
    /// The month that it is about (`YYYY-MM`); empty where it is about none.
    pub of: String,
}

/// A day of the assembly's call before the last day for it.
const CALL_DAYS: i64 = 15;

/// What a year asks for, in the order of its days.
#[must_use]
pub fn calendar(year: u16, terms: DutyTerms) -> Vec<ProposedDuty> {
    let mut of_year = OfYear {
        year: i64::from(year),
        all: Vec::new(),
    };
    of_year.monthly(terms);
    of_year.fixed();
    of_year.closing(terms.closing_month.clamp(1, 12));
    let mut all = of_year.all;
    all.sort_by(|a, b| (&a.due, a.id).cmp(&(&b.due, b.id)));
    all
}

struct OfYear {
    year: i64,
    all: Vec<ProposedDuty>,
}

impl OfYear {
    /// Every month: of the month before.
    fn monthly(&mut self, terms: DutyTerms) {
        for month in 1..=12 {
            let (year, before) = if month == 1 {
                (self.year - 1, 12)
            } else {
                (self.year, month - 1)
            };
            let of = format!("{year:04}-{before:02}");
            let (dsn, vat) = (terms.dsn_day.clamp(1, 28), terms.vat_day.clamp(1, 28));
            self.add(DutyCause::Dsn, month, self.day(month, dsn), &of);
            self.add(DutyCause::Vat, month, self.day(month, vat), &of);
        }
    }

    /// Every year on the same day.
    fn fixed(&mut self) {
        for month in [3, 6, 9, 12] {
            self.add(DutyCause::TaxInstalment, month, self.day(month, 15), "");
        }
        for (cause, month, day) in [
            (DutyCause::Certificates, 1, 31),
            (DutyCause::TrainingReport, 5, 31),
            (DutyCause::CfeDeposit, 6, 15),
            (DutyCause::QualiopiAudit, 6, 30),
            (DutyCause::CfeBalance, 12, 15),
            (DutyCause::Risks, 12, 31),
        ] {
            self.add(cause, month, self.day(month, day), "");
        }
    }

    /// After accounts are closed: the assembly within six months, and what follows it.
    fn closing(&mut self, closing: i64) {
        let after = |months: i64| (closing + months - 1) % 12 + 1;
        let (balance, due) = if closing == 12 {
            (5, self.day(5, 2))
        } else {
            (after(4), self.last(after(3)))
        };
        self.add(DutyCause::TaxBalance, 1, self.day(balance, 15), "");
        // Second working day after the first of May for who closes with the year.
        let due = if closing == 12 {
            next_working_day(next_working_day(due) + 1)
        } else {
            due
        };
        self.add(DutyCause::TaxReturn, 1, due, "");
        let (assembly, month_after) = (self.last(after(6)), self.last(after(7)));
        for (cause, day) in [
            (DutyCause::AgmCall, assembly - CALL_DAYS),
            (DutyCause::SharedServices, assembly),
            (DutyCause::Agm, assembly),
            (DutyCause::Mandates, assembly),
            (DutyCause::AccountsFiled, month_after),
            (DutyCause::VariablePay, month_after),
        ] {
            self.add(cause, 1, day, "");
        }
    }

    fn day(&self, month: i64, day: i64) -> i64 {
        days_from_civil(self.year, month, day)
    }

    /// The last day of a month.
    fn last(&self, month: i64) -> i64 {
        let (year, next) = if month == 12 {
            (self.year + 1, 1)
        } else {
            (self.year, month + 1)
        };
        days_from_civil(year, next, 1) - 1
    }

    /// Adds what is due on a day; `number` tells apart those of one cause.
    fn add(&mut self, cause: DutyCause, number: i64, day: i64, of: &str) {
        let due = if cause.waits_for_work() {
            // Never so far that it would stand in another year's calendar.
            next_working_day(day).min(self.day(12, 31).max(day))
        } else {
            day
        };
        self.all.push(ProposedDuty {
            id: self.id(cause, number),
            cause,
            template: cause.template(),
            due: Timestamp(due * DAY_MS).date(),
            of: of.to_owned(),
        });
    }

    /// Of year, cause and number, and not of the day: who has other terms means the same duty.
    fn id(&self, cause: DutyCause, number: i64) -> Ulid {
        let begins = days_from_civil(self.year, 1, 1) * DAY_MS;
        let mut rest = *b"duty\0\0\0\0\0\0";
        rest[4] = cause as u8;
        rest[5] = u8::try_from(number).unwrap_or_default();
        Ulid::from_parts(begins.unsigned_abs(), rest)
    }
}

#[cfg(test)]
mod tests;
