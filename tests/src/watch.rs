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

use besace_client::store;
use besace_model::admission::commit_hash;
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, CoopId, DocId};
use besace_model::kind::Record;
use besace_model::kinds::activity::ActivityCommand;
use besace_model::wire::{DocName, DocPush, ToPhone, ToRelay, Update, Verdict, decode};
use besace_server::coop::Coop;

use crate::phone::Phone;

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
    pub fn sent(&mut self, bytes: &[u8]) {
        let pushes: Vec<DocPush> = match decode(bytes) {
            Ok(ToRelay::Hello(hello)) => hello.pushes,
            Ok(ToRelay::Push(pushes)) => pushes,
            _ => return,
        };
        for push in pushes {
            self.name(&push.doc);
        }
    }

    /// A frame leaves the relay.
    pub fn left_relay(&mut self, coop: &Coop, phone: &Phone, bytes: &[u8]) {
        let Ok(ToPhone::Update(update)) = decode(bytes) else {
            return;
        };
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
    pub fn arrived(&mut self, phone: &Phone, bytes: &[u8]) {
        let Ok(ToPhone::Update(Update { verdicts, docs, .. })) = decode(bytes) else {
            return;
        };
        for verdict in verdicts {
            match verdict.verdict {
                Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) => {
                    self.unknown.remove(&verdict.hash);
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

    fn name(&mut self, name: &DocName) -> DocId {
        match name {
            DocName::Known(id) => *id,
            DocName::Head(head) => {
                let id = head.id(self.coop);
                self.heads.insert(id, head.clone());
                id
            }
        }
    }

    /// Checks everything once the world has come to rest.
    pub fn check(&self, coop: &Coop, phones: &[Phone]) {
        let log = Log::read(coop, &self.heads);
        for (doc, hash) in self.acknowledged.keys() {
            assert!(
                log.holds(*doc, *hash),
                "I1: acknowledged change {hash} of {doc} is not in the log"
            );
        }
        for (doc, hash) in &self.passed_on {
            assert!(
                log.holds(*doc, *hash) || self.is_superseded(&log, *doc),
                "I2: passed on change {hash} of {doc} is not in the log"
            );
        }
        for hash in self.refused.iter().chain(&self.unknown) {
            assert!(
                !log.documents
                    .values()
                    .any(|(_, hashes)| hashes.contains(hash)),
                "I3: refused change {hash} is in the log"
            );
        }
        for phone in phones.iter().filter(|phone| !phone.is_wiped()) {
            assert_eq!(
                phone.count(store::OUTBOX),
                0,
                "I5: {:?} still has unsent work",
                phone.member
            );
            self.agrees(coop, &log, phone);
            log.has_what_was_saved(phone);
        }
    }

    /// Whether the relay rebuilt a document since.
    fn is_superseded(&self, log: &Log, doc: DocId) -> bool {
        let Some(head) = self.heads.get(&doc) else {
            return false;
        };
        let mut known = log.documents.values();
        known.any(|(later, _)| {
            (later.kind, later.owner, &later.key) == (head.kind, head.owner, &head.key)
                && later.generation > head.generation
        })
    }

    /// I4 and the other half of I6: the phone holds exactly the documents its member reads, as the relay's log makes
    /// them.
    fn agrees(&self, coop: &Coop, log: &Log, phone: &Phone) {
        let people = coop.people();
        if !people.may_connect(phone.member, phone.device) {
            return;
        }
        let records = phone.records();
        for doc in records.keys() {
            let head = self.heads.get(doc).filter(|head| head.kind.is_relays());
            assert!(
                head.is_none() || log.documents.contains_key(doc),
                "I4: {:?} keeps a generation that the relay no longer has: {head:?}",
                phone.member
            );
        }
        for (doc, (head, _)) in &log.documents {
            let expected = log.record(*doc);
            let reads = people.reads(phone.member, head.audience());
            match records.get(doc) {
                Some(record) if reads => assert_eq!(
                    Some(record),
                    expected.as_ref(),
                    "I4: {:?} has another {head:?}",
                    phone.member
                ),
                Some(_) => panic!("I6: {:?} still holds {head:?}", phone.member),
                None => assert!(!reads, "I4: {:?} lacks {head:?}", phone.member),
            }
        }
    }
}

/// The relay's documents, rebuilt from what it would export.
struct Log {
    documents: BTreeMap<DocId, (DocHead, BTreeSet<CommitHash>)>,
    records: BTreeMap<DocId, Record>,
}

impl Log {
    fn read(coop: &Coop, heads: &BTreeMap<DocId, DocHead>) -> Self {
        let mut log = Self {
            documents: BTreeMap::new(),
            records: BTreeMap::new(),
        };
        for (doc, _) in coop.documents().expect("the file can be read") {
            let Some(head) = heads.get(&doc) else {
                continue;
            };
            let bytes = coop
                .export(doc)
                .expect("every document can be exported")
                .file;
            let exported = automerge::Automerge::load(&bytes).expect("an exported document loads");
            let hashes = exported
                .get_changes(&[])
                .iter()
                .map(|change| CommitHash(change.hash().0))
                .collect();
            let record = Record::read(head.kind, &exported).expect("a relay knows its kinds");
            log.records.insert(doc, record);
            log.documents.insert(doc, (head.clone(), hashes));
        }
        log
    }

    fn holds(&self, doc: DocId, hash: CommitHash) -> bool {
        self.documents
            .get(&doc)
            .is_some_and(|(_, hashes)| hashes.contains(&hash))
    }

    /// I7, for what no later command takes away.
    fn has_what_was_saved(&self, phone: &Phone) {
        for command in phone.saved.values() {
            let Command::Activity(ActivityCommand::AddExpense { id, .. }) = command else {
                continue;
            };
            let here = self.records.values().any(|record| {
                matches!(record, Record::Activity(activity) if activity.expenses.contains_key(id))
            });
            assert!(
                here || phone.refused_mentions(*id),
                "I7: {:?} was told that {command:?} is saved",
                phone.member
            );
        }
    }

    fn record(&self, doc: DocId) -> Option<Record> {
        self.records.get(&doc).cloned()
    }
}
