//! How figures are added up, and how the relay writes them.

use super::given::{Given, SOURCES, given};
use super::{Indicators, MonthFigures};
use crate::command::CommandError;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::projection::{Derived, Own};
use crate::sorted::SortedMap;

impl Derived for Indicators {
    type Given = Given;
    const READS: &'static [Kind] = SOURCES;
    const VERSION: u64 = 1;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Given)> {
        given(head, record)
    }

    fn made_of(given: Vec<Given>) -> Record {
        let mut months: SortedMap<String, MonthFigures> = SortedMap::new();
        let mut waits: SortedMap<String, Vec<i64>> = SortedMap::new();
        for one in given {
            for (month, figures) in one.months {
                months
                    .get_or_insert_with(month, Default::default)
                    .add(&figures);
            }
            for (month, minutes) in one.waits {
                waits.get_or_insert_with(month, Vec::new).extend(minutes);
            }
        }
        for (month, mut minutes) in waits {
            let figures = months.get_or_insert_with(month, Default::default);
            figures.answer_minutes = median(&mut minutes);
        }
        Record::Indicators(Self { months })
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
        Ok(())
    }
}
