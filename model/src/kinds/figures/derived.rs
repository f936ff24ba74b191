//! What of the indicators everybody may see, and how the relay writes it.

use super::Figures;
use super::apart::{PEOPLE_MIN, is_told_of, told_apart};
use crate::command::CommandError;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::kinds::indicators::{Indicators, MonthFigures};
use crate::projection::{Derived, Own};
use crate::sorted::SortedMap;

impl Derived for Figures {
    type Given = SortedMap<String, i64>;
    const READS: &'static [Kind] = &[Kind::Indicators];
    const VERSION: u64 = 1;
    // From two numbers that followed each other it could be reckoned what came between them.
    const KEEPS_PAST: bool = false;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Self::Given)> {
        match (record, head.key.parse()) {
            (Record::Indicators(indicators), Ok(year)) => {
                vec![(DocHead::figures(year), told(indicators))]
            }
            _ => Vec::new(),
        }
    }

    fn made_of(given: Vec<Self::Given>) -> Record {
        let told = given.into_iter().next().unwrap_or_default();
        Record::Figures(Self { told })
    }
}

impl Own for Figures {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let told = writer.top("told")?;
        writer.clear_others(&told, |name: &String| self.told.contains_key(name))?;
        for (name, number) in &self.told {
            writer.put(&told, name, *number)?;
        }
        Ok(())
    }
}

/// How a figure of the year may be told.
enum Telling {
    /// It counts what everybody reads anyway.
    Open,
    /// It counts people.
    People,
    /// It counts what people did; these are counted by the other figure.
    By(fn(&MonthFigures) -> i64),
}

type Figure = (&'static str, fn(&MonthFigures) -> i64, Telling);

/// What happens, added up over the year.
const SUMS: &[Figure] = &[
    ("entries", |it| it.entries, Telling::People),
    ("exits", |it| it.exits, Telling::People),
    (
        "cape_to_employed",
        |it| it.cape_to_employed,
        Telling::People,
    ),
    (
        "sessions",
        |it| it.sessions,
        Telling::By(|it| it.members_seen),
    ),
    (
        "session_minutes",
        |it| it.session_minutes,
        Telling::By(|it| it.members_seen),
    ),
    ("events", |it| it.events, Telling::Open),
    ("event_seats", |it| it.event_seats, Telling::Open),
    ("seats_taken", |it| it.seats_taken, Telling::Open),
    ("posts", |it| it.posts, Telling::Open),
    ("needs", |it| it.needs, Telling::Open),
    ("needs_met", |it| it.needs_met, Telling::Open),
    ("replies", |it| it.replies, Telling::Open),
    ("voices_asked", |it| it.voices_asked, Telling::Open),
    ("voices", |it| it.voices, Telling::Open),
    ("opportunities", |it| it.opportunities, Telling::Open),
    ("opportunities_go", |it| it.opportunities_go, Telling::Open),
    (
        "experiments_adopted",
        |it| it.experiments_adopted,
        Telling::Open,
    ),
];

/// What everybody may see of a year.
fn told(indicators: &Indicators) -> SortedMap<String, i64> {
    let months = || indicators.months.values();
    let mut told = SortedMap::new();
    for (name, figure, telling) in SUMS {
        let sum: i64 = months().map(figure).sum();
        let is_told = match telling {
            Telling::Open => sum > 0,
            Telling::People => sum >= PEOPLE_MIN,
            // At least as many as in the month with the most of them.
            Telling::By(people) => months().map(people).max() >= Some(PEOPLE_MIN),
        };
        if is_told {
            told.insert((*name).to_owned(), sum);
        }
    }
    let mandates = months().rev().find(|it| it.mandates > 0);
    if let Some(month) = mandates {
        told.insert("mandates".to_owned(), month.mandates);
        told.insert("mandates_held".to_owned(), month.mandates_held);
    }
    standing(&mut told, indicators);
    cohort(&mut told, indicators);
    told
}

/// Where members stand at the end of the last month that is told, and how many they are.
fn standing(told: &mut SortedMap<String, i64>, indicators: &Indicators) {
    let stages = |it: &MonthFigures| {
        [
            ("members_associate", it.members_associate),
            ("members_employed", it.members_employed),
            ("members_cape", it.members_cape),
        ]
    };
    let members = |it: &MonthFigures| stages(it).iter().map(|(_, people)| people).sum::<i64>();
    let standing = indicators.months.iter().filter(|(_, it)| members(it) > 0);
    let Some(last) = standing
        .max_by_key(|(month, _)| *month)
        .filter(|(_, it)| members(it) >= PEOPLE_MIN)
    else {
        return;
    };
    let (month, last) = last;
    told.insert("members".to_owned(), members(last));
    for division in ["branch:", "sector:"] {
        let parts = indicators.parts.get(month).into_iter().flatten();
        let of_it = parts.filter(|(part, _)| part.starts_with(division));
        told.extend(told_apart(
            of_it
                .map(|(part, people)| (part.clone(), *people))
                .collect(),
        ));
    }
    let stages = stages(last).map(|(name, people)| (name.to_owned(), people));
    told.extend(told_apart(stages.into()));
}

/// Those who came three years before, and who of them is there.
fn cohort(told: &mut SortedMap<String, i64>, indicators: &Indicators) {
    let sum =
        |figure: fn(&MonthFigures) -> i64| -> i64 { indicators.months.values().map(figure).sum() };
    let came = sum(|it| it.cohort_36);
    let there = sum(|it| it.retained_36);
    if came < PEOPLE_MIN || !is_told_of(there, came) {
        return;
    }
    told.insert("cohort_36".to_owned(), came);
    told.insert("retained_36".to_owned(), there);
    let associates = sum(|it| it.associates_36);
    if is_told_of(associates, there) {
        told.insert("associates_36".to_owned(), associates);
    }
}
