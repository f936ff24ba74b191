//! How long one push holds the one writer, for the worst that 64 KiB can ask of it, in process: what a push needs is made
//! ready beside the writer, as the relay does, and not counted but shown. What is decided about seats after the push, in
//! steps between other people's pushes, counts by its longest step.

use std::time::{Duration, Instant};

use besace_model::commit::Commit;
use besace_model::head::DocHead;
use besace_model::wire::{DocName, DocPush, Verdict};
use besace_server::coop::{CoopReader, Prepared, Submission};

use crate::Setting;
use crate::coop::{Founder, assert_accepted};
use crate::report::{Budget, Report, ms};

mod documents;
mod events;
mod many;

use documents::long_documents;
use events::{answers_apart, popular_event};
use many::many_things;

/// What one push may hold the writer for.
const HOLD_MS: f64 = 20.0;
/// Characters of one change: as many operations.
const LONG_TEXT: usize = 16_000;
/// Events that one member answered, and sessions that answered each of them apart.
const ANSWERED: u64 = 1_999;
const SESSIONS: u8 = 15;

pub(crate) fn measure(setting: &Setting, report: &mut Report) {
    report.part("how long one push of 64 KiB at most holds the writer, in process");
    long_documents(setting, report);
    answers_apart(setting, report);
    popular_event(setting, report);
    many_things(setting, report);
}

/// The cooperative as the relay holds it.
struct Bench {
    founder: Founder,
    reader: CoopReader,
}

/// What a push cost.
struct Cost {
    /// The longest that the writer was held at once.
    held: Duration,
    /// What was done beside it.
    beside: Duration,
    verdicts: Vec<Verdict>,
}

impl Bench {
    fn new(mut founder: Founder) -> Self {
        founder.coop.rely_on_readers();
        let readers = founder.coop.readers().expect("a file");
        let reader = readers.open().expect("a connection");
        Self { founder, reader }
    }

    /// As after a restart: no index is in memory.
    fn restarted(self, data: &std::path::Path) -> Self {
        drop(self.reader);
        self.founder.coop.close().expect("the file is ours");
        Self::new(Founder::open(data))
    }

    fn push(&mut self, pushes: Vec<DocPush>) -> Cost {
        let coop = &mut self.founder.coop;
        let started = Instant::now();
        let (id, people) = (coop.id(), coop.people());
        let prepare = |push| Prepared::new(id, &people, push);
        let mut pushes: Vec<_> = pushes.into_iter().map(prepare).collect();
        self.reader.make_ready(&mut pushes).expect("it reads");
        let beside = started.elapsed();
        let started = Instant::now();
        let outcome = coop.admit(self.founder.now, vec![Submission { pushes }]);
        let mut held = started.elapsed();
        let verdicts = outcome.expect("the file takes it").verdicts.remove(0);
        while coop.are_seats_due(self.founder.now) {
            let started = Instant::now();
            coop.decide_seats(self.founder.now)
                .expect("the file takes it");
            held = held.max(started.elapsed());
        }
        Cost {
            held,
            beside,
            verdicts: verdicts.into_iter().map(|it| it.verdict).collect(),
        }
    }

    fn accepted(&mut self, pushes: Vec<DocPush>) -> Cost {
        let cost = self.push(pushes);
        cost.verdicts.iter().for_each(assert_accepted);
        cost
    }
}

fn held(report: &mut Report, name: &str, cost: &Cost) {
    report.line(name, ms(cost.held), "ms", Budget::Under(HOLD_MS));
}

fn one(head: &DocHead, commit: Commit) -> Vec<DocPush> {
    vec![DocPush {
        doc: DocName::Head(head.clone()),
        commits: vec![commit],
    }]
}
