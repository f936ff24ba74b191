//! The invariants, watched on every frame that passes and checked at the end.
//!
//! | | says |
//! |---|---|
//! | I1 | what the relay acknowledged is in its log |
//! | I2 | what the relay passed on was in its log before |
//! | I3 | what was refused is on no other phone |
//! | I4 | the same accepted changes make the same document everywhere |
//! | I5 | every command ends with a verdict: the outbox empties, or the item is there to look at |
//! | I6 | nobody receives a document they may not read |
//! | I7 | what a person was told is saved is in the relay's log, or there to look at |

use std::collections::{BTreeMap, BTreeSet};

use besace_model::admission::commit_hash;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, CoopId, DocId};
use besace_model::wire::short::ShortPush;
use besace_model::wire::{DocName, DocPush, ToPhone, ToRelay, Update, Verdict, decode};
use besace_server::coop::Coop;

use crate::phone::Phone;
use crate::relay::Wire;

mod end;
mod log;

/// What was seen on the network.
#[derive(Debug)]
pub struct Watch {
    coop: CoopId,
    heads: BTreeMap<DocId, DocHead>,
    acknowledged: BTreeMap<(DocId, CommitHash), u64>,
    refused: BTreeSet<CommitHash>,
    /// What was for a document that a restored relay does not know, until the phone says what document that is.
    unknown: BTreeSet<CommitHash>,
    passed_on: BTreeSet<(DocId, CommitHash)>,
    /// What phones pushed and were not answered yet, in the order pushed.
    in_flight: BTreeMap<Wire, Vec<CommitHash>>,
}

impl Watch {
    /// Nothing seen yet.
    #[must_use]
    pub fn new(coop: CoopId) -> Self {
        Self {
            coop,
            heads: BTreeMap::new(),
            acknowledged: BTreeMap::new(),
            refused: BTreeSet::new(),
            unknown: BTreeSet::new(),
            passed_on: BTreeSet::new(),
            in_flight: BTreeMap::new(),
        }
    }

    /// The relay was restored from a backup: what it said before no longer binds it.
    pub fn restored(&mut self) {
        self.acknowledged.clear();
        self.passed_on.clear();
        self.refused.clear();
        self.unknown.clear();
    }

    /// How many commits were acknowledged.
    #[must_use]
    pub fn acknowledged(&self) -> usize {
        self.acknowledged.len()
    }

    /// How many commits were refused.
    #[must_use]
    pub fn refused(&self) -> usize {
        self.refused.len() + self.unknown.len()
    }

    /// A phone sends.
    pub fn sent(&mut self, wire: Wire, bytes: &[u8]) {
        let whole = |short: Vec<ShortPush>| -> Vec<DocPush> {
            let pushes = short.into_iter().map(ShortPush::whole);
            pushes.collect::<Result<_, _>>().expect("an honest phone")
        };
        let pushes: Vec<DocPush> = match decode(bytes) {
            Ok(ToRelay::Hello(hello)) => hello.pushes,
            Ok(ToRelay::Push(pushes)) => pushes,
            Ok(ToRelay::Short(pushes) | ToRelay::ShortHello(_, pushes)) => whole(pushes),
            _ => return,
        };
        for push in pushes {
            self.name(&push.doc);
            let changes = push.commits.iter().map(|commit| &commit.change);
            let hashes = changes.map(|change| commit_hash(change));
            let hashes: Vec<CommitHash> = hashes.collect();
            if matches!(push.doc, DocName::Head(_)) {
                self.unknown.retain(|hash| !hashes.contains(hash));
            }
            self.in_flight.entry(wire).or_default().extend(hashes);
        }
    }

    /// A frame leaves the relay.
    pub fn left_relay(&mut self, coop: &Coop, phone: &Phone, bytes: &[u8]) {
        let Ok(ToPhone::Update(mut update)) = decode(bytes) else {
            return;
        };
        if let Some(short) = &mut update.short {
            short.told.clear();
        }
        let update = update.whole(std::iter::empty()).expect("an honest relay");
        for doc in &update.docs {
            let id = self.name(&doc.doc);
            if let Some(head) = self.heads.get(&id) {
                let reads = coop.people().reads(phone.member, head.audience());
                assert!(reads, "I6: {:?} receives {head:?}", phone.member);
            }
            for change in &doc.changes {
                self.passed_on.insert((id, commit_hash(&change.change)));
            }
        }
    }

    /// A frame arrives at a phone.
    pub fn arrived(&mut self, wire: Wire, phone: &Phone, bytes: &[u8]) {
        let Ok(ToPhone::Update(update)) = decode(bytes) else {
            return;
        };
        let in_flight = self.in_flight.entry(wire).or_default();
        let whole = update.whole(in_flight.iter().copied());
        let Update { verdicts, docs, .. } = whole.expect("an honest relay");
        for verdict in verdicts {
            let at = in_flight.iter().position(|hash| *hash == verdict.hash);
            in_flight.drain(..at.map_or(0, |at| at + 1));
            match verdict.verdict {
                Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) => {
                    let known = self
                        .acknowledged
                        .insert((verdict.doc, verdict.hash), receipt.seq);
                    assert!(
                        known.is_none_or(|seq| seq == receipt.seq),
                        "I1: a receipt changed its place"
                    );
                }
                Verdict::Refused(ErrorCode::NotFound, _) => {
                    self.unknown.insert(verdict.hash);
                }
                Verdict::Refused(..) | Verdict::Held(_) => {
                    self.refused.insert(verdict.hash);
                }
                Verdict::Need(_) | Verdict::Retry(_) => {}
            }
        }
        for change in docs.iter().flat_map(|doc| &doc.changes) {
            let hash = commit_hash(&change.change);
            assert!(
                !self.refused.contains(&hash) && !self.unknown.contains(&hash),
                "I3: {:?} received a refused change",
                phone.member
            );
        }
    }
}
