//! A cooperative in memory, and phones in their simplest form: documents, a cursor, an outbox.

mod commit;
mod people;
mod reading;
mod said;
mod take;

use std::collections::{BTreeMap, BTreeSet};

use automerge::Automerge;
use besace_model::command::Command as Say;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId};
use besace_model::kind::{Kind, KindSet};
use besace_model::time::Timestamp;
use besace_model::wire::{Cursor, DocPush, Verdict, Witness};
use ed25519_dalek::SigningKey;

pub(super) use said::{answer, answer_saying, capacity, event, forecast, signup, tag};

use crate::coop::{Coop, Decision, Founding, Outcome, Published};
use crate::store::StorePlace;

pub(super) const START: Timestamp = Timestamp(1_790_000_000_000);

pub(super) fn member(n: u8) -> MemberId {
    MemberId::from_bytes([n; 16])
}

pub(super) fn founding() -> Founding {
    Founding {
        coop: CoopId::from_bytes([0xc0; 16]),
        name: "Les Besaciers".into(),
        relay_device: DeviceId::from_bytes([0xdd; 16]),
        relay_seed: [0x5e; 32],
        epoch: 77,
    }
}

/// A cooperative and the clock.
pub(super) struct World {
    pub(super) coop: Coop,
    pub(super) now: Timestamp,
    pub(super) secrets: u32,
}

impl World {
    pub(super) fn new() -> Self {
        Self::at(StorePlace::Memory)
    }

    pub(super) fn at(place: StorePlace) -> Self {
        Self::of(Coop::create(place, &founding(), START).unwrap(), START)
    }

    pub(super) fn of(coop: Coop, now: Timestamp) -> Self {
        Self {
            coop,
            now,
            secrets: 0,
        }
    }

    pub(super) fn tick(&mut self) -> Timestamp {
        self.now = self.now.plus_ms(1000);
        self.now
    }

    pub(super) fn decide(&mut self, command: Decision) -> Published {
        let now = self.tick();
        self.coop.decide(now, MemberId::RELAY, &command).unwrap().1
    }

    pub(super) fn push(&mut self, pushes: Vec<DocPush>) -> Outcome {
        let now = self.tick();
        self.coop.admit_one(now, pushes).unwrap()
    }

    /// Carries out a command on a phone and pushes it; the verdict.
    pub(super) fn say(&mut self, phone: &mut Phone, say: &Say) -> Verdict {
        let push = phone.commit(self, say);
        let outcome = self.push(vec![push]);
        let verdict = outcome.verdicts[0][0].verdict.clone();
        if let Verdict::Accepted(receipt) = &verdict {
            phone.own.insert(receipt.seq);
        }
        verdict
    }

    /// A round of snapshots.
    pub(super) fn compact_all(&mut self) -> usize {
        let now = self.tick();
        self.coop.compact_from(now, 1, 100).unwrap()
    }

    /// Lets the relay derive everything that is due by and by; how many commits that made.
    pub(super) fn settle(&mut self) -> usize {
        let mut written = 0;
        for _ in 0..100 {
            if !self.coop.is_deriving() {
                return written;
            }
            let now = self.tick();
            written += self.coop.derive(now).unwrap().entries.len();
        }
        panic!("it is never done");
    }
}

/// A phone.
pub(super) struct Phone {
    pub(super) member: MemberId,
    pub(super) device: DeviceId,
    key: SigningKey,
    pub(super) docs: BTreeMap<DocId, Automerge>,
    pub(super) heads: BTreeMap<DocId, DocHead>,
    pieces: BTreeMap<DocId, (u64, Vec<u8>)>,
    pub(super) cursor: Option<Cursor>,
    pub(super) witness: Option<Witness>,
    pub(super) own: BTreeSet<u64>,
    pub(super) kinds: KindSet,
    pub(super) pages: usize,
}

impl Phone {
    /// A phone of a member that only reads.
    pub(super) fn reader(n: u8) -> Self {
        Self {
            member: member(n),
            device: DeviceId::from_bytes([n; 16]),
            key: SigningKey::from_bytes(&[n; 32]),
            docs: BTreeMap::new(),
            heads: BTreeMap::new(),
            pieces: BTreeMap::new(),
            cursor: None,
            witness: None,
            own: BTreeSet::new(),
            kinds: KindSet::known(),
            pages: 0,
        }
    }

    /// The last generation of a document that the phone holds.
    pub(super) fn last(&self, kind: Kind) -> Option<(&DocHead, &Automerge)> {
        let held = self.docs.iter().map(|(id, doc)| (&self.heads[id], doc));
        let same = held.filter(|(head, _)| head.kind == kind);
        same.max_by_key(|(head, _)| head.generation)
    }

    /// Whether a word stands anywhere in what the phone holds, the past of documents included.
    pub(super) fn knows(&self, word: &str) -> bool {
        let mut docs = self.docs.values();
        docs.any(|doc| String::from_utf8_lossy(&doc.save_nocompress()).contains(word))
    }

    /// What the phone holds, comparably. A document of which nothing arrived whole is not there yet.
    pub(super) fn state(&self) -> BTreeMap<DocId, Vec<automerge::ChangeHash>> {
        self.docs
            .iter()
            .map(|(id, doc)| {
                let mut heads = doc.get_heads();
                heads.sort();
                (*id, heads)
            })
            .collect()
    }
}
