//! A phone's end of a link, with an outbox of numbered commits.

use super::super::*;
use crate::ids::{CommitHash, DeviceId, DocId};
use crate::time::Timestamp;
use crate::wire::{
    self, CommitVerdict, Cursor, DocName, DocPush, Receipt, ToPhone, Update, Verdict, Witness,
};

/// The hash of every commit of the outbox: their bytes end before what a hash covers.
fn hash() -> CommitHash {
    crate::admission::commit_hash(&[])
}

pub(super) const START: Moment = Moment(1_000_000);

/// An outbox of numbered commits.
#[derive(Default)]
pub(super) struct Numbers {
    pub(super) ready: u16,
    pub(super) taken: u16,
    pub(super) reads_short: bool,
}

impl Backlog for Numbers {
    fn cursor(&self) -> Option<Cursor> {
        None
    }

    fn witness(&self) -> Option<Witness> {
        None
    }

    fn take(&mut self, commits: usize, _bytes: usize) -> Vec<DocPush> {
        let from = self.taken;
        self.taken = self.ready.min(from.saturating_add(commits as u16));
        let commits = (from..self.taken)
            .map(|number| crate::commit::Commit {
                device: DeviceId::from_bytes([0; 16]),
                signature: Some([0; 64]),
                change: number.to_be_bytes().to_vec(),
            })
            .collect::<Vec<_>>();
        if commits.is_empty() {
            return Vec::new();
        }
        let doc = DocName::Known(DocId([0; 16]));
        vec![DocPush { doc, commits }]
    }

    fn rewind(&mut self) {
        self.taken = 0;
    }

    fn waits(&self) -> bool {
        self.taken < self.ready
    }

    fn relay_reads_short(&self) -> bool {
        self.reads_short
    }

    fn doubt_relay(&mut self) {
        self.reads_short = false;
    }
}

pub(super) struct End {
    pub(super) phone: Phone,
    pub(super) outbox: Numbers,
    pub(super) now: Moment,
}

impl End {
    pub(super) fn new() -> Self {
        Self {
            phone: Phone::new(START, 7),
            outbox: Numbers::default(),
            now: START,
        }
    }

    pub(super) fn tell(&mut self, event: Event<'_>) -> Vec<Effect> {
        self.phone.handle(self.now, event, &mut self.outbox)
    }

    /// Goes to the next instant asked for and ticks; stops at the first thing to do.
    pub(super) fn wait(&mut self) -> Vec<Effect> {
        for _ in 0..10 {
            self.now = self.phone.next_wakeup().unwrap().max(self.now);
            let actions = self.tell(Event::Tick);
            if !actions.is_empty() {
                return actions;
            }
        }
        Vec::new()
    }

    pub(super) fn live() -> Self {
        let mut link = Self::new();
        assert_eq!(link.tell(Event::Tick), [Effect::NeedToken]);
        assert_eq!(link.tell(Event::Token("t".into())), [Effect::Connect]);
        assert!(matches!(link.tell(Event::Opened)[..], [Effect::Send(_)]));
        link.hear(&ToPhone::Update(Update::default()));
        link
    }

    pub(super) fn hear(&mut self, frame: &ToPhone) -> Vec<Effect> {
        self.tell(Event::Frame(&wire::encode(frame)))
    }
}

pub(super) fn accepted(count: usize) -> ToPhone {
    let receipt = Receipt {
        seq: 1,
        at: Timestamp(START.0),
    };
    let verdict = CommitVerdict {
        doc: DocId([0; 16]),
        hash: hash(),
        verdict: Verdict::Accepted(receipt),
    };
    ToPhone::Update(Update {
        verdicts: vec![verdict; count],
        ..Update::default()
    })
}
