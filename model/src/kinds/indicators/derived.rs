//! How figures are added up, and how the relay writes them.

use super::given::{Given, SOURCES, given, month_of};
use super::{Indicators, MonthFigures, Parts, standing};
use crate::command::CommandError;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::projection::{Derived, Making, Own, Source};
use crate::time::Timestamp;

const MINUTE_MS: i64 = 60_000;

impl Derived for Indicators {
    type Given = Given;
    const READS: &'static [Kind] = SOURCES;
    const VERSION: u64 = 3;

    /// What lines wait for is told by when the relay had it: see [`Derived::given_of`].
    fn given(_: &DocHead, _: &Record) -> Vec<(DocHead, Given)> {
        Vec::new()
    }

    fn given_of(source: &Source<'_>) -> Vec<(DocHead, Given)> {
        given(source)
    }

    fn made_of(_: Vec<Given>) -> Record {
        Record::Indicators(Self::default())
    }

    fn made_at(given: Vec<Given>, making: &Making<'_>) -> (Record, Option<Timestamp>) {
        let mut all = Given::default();
        for one in given {
            all.add(one);
        }
        // What is given to every year alone is of none.
        let Some(year) = all.year else {
            return (Self::made_of(Vec::new()), None);
        };
        all.meet(year);
        standing::stand(&mut all, year, &making.upto.local_date());
        let again = standing::again(year, making.upto, &all.asks);
        let Given {
            mut months,
            mut parts,
            waits,
            ..
        } = all;
        for (month, waits) in waits {
            for (figure, mut minutes) in waits {
                let median = median(&mut minutes);
                let figures = months.get_or_insert_with(month.clone(), Default::default);
                match figure.as_str() {
                    ANSWER => figures.answer_minutes = median,
                    DECISION => figures.decision_minutes = median,
                    _ => {
                        let of_month = parts.get_or_insert_with(month.clone(), Parts::new);
                        of_month.insert(figure, median);
                    }
                }
            }
        }
        let made = Record::Indicators(Self { months, parts });
        (made, again)
    }
}

/// The figures that are medians.
const ANSWER: &str = "answer_minutes";
const DECISION: &str = "decision_minutes";

impl Given {
    /// Adds what another document gives.
    pub(super) fn add(&mut self, other: Self) {
        self.year = self.year.or(other.year);
        for (month, figures) in other.months {
            self.month(month).add(&figures);
        }
        for (month, parts) in other.parts {
            let of_month = self.parts.get_or_insert_with(month, Parts::new);
            for (part, number) in parts {
                *of_month.get_or_insert_with(part, i64::default) += number;
            }
        }
        for (month, waits) in other.waits {
            for (figure, minutes) in waits {
                let of_month = self
                    .waits
                    .get_or_insert_with(month.clone(), Default::default);
                of_month
                    .get_or_insert_with(figure, Vec::new)
                    .extend(minutes);
            }
        }
        for (member, trace) in other.traces {
            let of_member = self.traces.get_or_insert_with(member, Default::default);
            of_member.add(trace);
        }
        self.ended.extend(other.ended);
        self.seated.extend(other.seated);
        self.handed_in.extend(other.handed_in);
        self.decided.extend(other.decided);
        self.asks.extend(other.asks);
        self.mandates.extend(other.mandates);
        self.closing.extend(other.closing);
        self.turnouts.extend(other.turnouts);
    }

    fn month(&mut self, month: String) -> &mut MonthFigures {
        self.months.get_or_insert_with(month, Default::default)
    }

    /// Brings together what different documents say of one thing: seats and when the event ended, what was asked and how
    /// many answered, what was handed in and what was decided on it.
    pub(super) fn meet(&mut self, year: u16) {
        for (event, members) in std::mem::take(&mut self.seated) {
            let Some(ended) = self.ended.get(&event).cloned() else {
                continue;
            };
            for member in members {
                let trace = self.traces.get_or_insert_with(member, Default::default);
                trace.exchanged.insert(ended.clone());
            }
        }
        for (id, month) in std::mem::take(&mut self.closing) {
            if let Some(turnout) = self.turnouts.get(&id).cloned() {
                let figures = self.month(month);
                figures.voices_asked += turnout.asked;
                figures.voices += turnout.voices;
            }
        }
        for (id, decided) in std::mem::take(&mut self.decided) {
            let Some(handed_in) = self.handed_in.get(&id).copied() else {
                continue;
            };
            // What was decided before it was handed in anew was about what stood then.
            let Some(at) = decided.into_iter().filter(|at| *at >= handed_in).min() else {
                continue;
            };
            let month = month_of(&Timestamp(at).local_date());
            if let Some(month) = month.filter(|it| it.starts_with(&format!("{year:04}"))) {
                self.waited(month, DECISION.to_owned(), (at - handed_in) / MINUTE_MS);
            }
        }
    }
}

/// The one in the middle; of an even number, the mean of the two.
fn median(values: &mut [i64]) -> i64 {
    values.sort_unstable();
    let half = values.len() / 2;
    match values.len() {
        0 => 0,
        odd if odd % 2 == 1 => values[half],
        _ => i64::midpoint(values[half - 1], values[half]),
    }
}

impl Own for Indicators {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let all = writer.top("months")?;
        writer.clear_others(&all, |month: &String| self.months.contains_key(month))?;
        let mut months = self.months.iter();
        while !writer.is_full()
            && let Some((month, figures)) = months.next()
        {
            let place = writer.open_or_make(&all, month)?;
            figures.put(writer, &place)?;
        }
        let all = writer.top("parts")?;
        writer.clear_others(&all, |month: &String| self.parts.contains_key(month))?;
        let mut months = self.parts.iter();
        while !writer.is_full()
            && let Some((month, parts)) = months.next()
        {
            let place = writer.open_or_make(&all, month)?;
            writer.clear_others(&place, |part: &String| parts.contains_key(part))?;
            for (part, number) in parts {
                writer.put(&place, part, *number)?;
            }
        }
        Ok(())
    }
}
