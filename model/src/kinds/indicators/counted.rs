//! What figures count, one by one, of the documents that somebody reads: by the very rules by which the relay adds them up.

use super::given::{Given, SOURCES, given};
use super::{MonthFigures, standing};
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::projection::{EACH, Received, Source};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

/// What a document, or a member by all of theirs, gives to the figures of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The document; of a member, their profile.
    pub of: DocHead,
    /// What it gives, by month.
    pub months: SortedMap<String, MonthFigures>,
}

/// Whether figures are counted from documents of a kind. Who does not read a coaching log may read its register.
#[must_use]
pub fn is_counted(kind: Kind) -> bool {
    kind == Kind::Register || SOURCES.contains(&kind)
}

/// What each of some documents gives to the figures of a year, up to a day. A register and the log that it is derived from
/// say the same: only one of the two is to be among them.
pub fn counted<'a>(
    year: u16,
    today: &str,
    documents: impl Iterator<Item = (&'a DocHead, &'a Record)>,
) -> Vec<Counted> {
    let mut all = Given::default();
    let mut counted = Counting(year, today, Vec::new());
    for (head, record) in documents {
        let source = Source {
            head,
            record,
            received: &Unknown,
        };
        for (to, given) in given(&source) {
            if to.key != EACH && to != DocHead::indicators(year) {
                continue;
            }
            counted.add(
                head.clone(),
                Given {
                    months: given.months.clone(),
                    mandates: given.mandates.clone(),
                    asks: given.asks.clone(),
                    ..Given::default()
                },
            );
            all.add(given);
        }
    }
    for (id, month) in &all.closing {
        let (closing, turnouts) = (
            SortedMap::from([(*id, month.clone())]),
            all.turnouts.clone(),
        );
        counted.add(
            DocHead::consultation(*id),
            Given {
                closing,
                turnouts,
                ..Given::default()
            },
        );
    }
    all.meet(year);
    for (member, trace) in all.traces {
        let traces = SortedMap::from([(member, trace)]);
        counted.add(
            DocHead::profile(member),
            Given {
                traces,
                ..Given::default()
            },
        );
    }
    counted.2
}

/// The year, the day, and what was counted so far.
struct Counting<'a>(u16, &'a str, Vec<Counted>);

impl Counting<'_> {
    /// Counts what one thing gives alone.
    fn add(&mut self, of: DocHead, mut alone: Given) {
        alone.meet(self.0);
        standing::stand(&mut alone, self.0, self.1);
        if !alone.months.is_empty() {
            let months = alone.months;
            self.2.push(Counted { of, months });
        }
    }
}

/// Whoever is not the relay does not know when it had what.
struct Unknown;

impl Received for Unknown {
    fn last(&self) -> Timestamp {
        Timestamp(0)
    }

    fn as_of(&self, _: Timestamp) -> Option<Record> {
        None
    }

    fn since(&self, places: &[&[&str]]) -> Vec<Option<Timestamp>> {
        vec![None; places.len()]
    }
}
