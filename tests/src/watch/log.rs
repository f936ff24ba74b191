//! The log of the relay, read straight from its file.

use std::collections::{BTreeMap, BTreeSet};

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, CoopId, DocId};
use besace_model::kind::Record;
use besace_model::kinds::activity::ActivityCommand;
use besace_server::coop::Coop;

use crate::phone::Phone;

/// Generations looked through for one that takes another's place.
const GENERATIONS_MAX: u32 = 1_000;

/// The relay's documents, rebuilt from what it would export.
pub(super) struct Log {
    pub(super) documents: BTreeMap<DocId, (DocHead, BTreeSet<CommitHash>)>,
    records: BTreeMap<DocId, Record>,
    /// All that the relay has, also what no phone was sent.
    all: BTreeSet<DocId>,
}

impl Log {
    pub(super) fn read(coop: &Coop, heads: &BTreeMap<DocId, DocHead>) -> Self {
        let mut log = Self {
            documents: BTreeMap::new(),
            records: BTreeMap::new(),
            all: BTreeSet::new(),
        };
        for (doc, _) in coop.documents().expect("the file can be read") {
            log.all.insert(doc);
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

    /// Whether there is a document that takes another's place.
    pub(super) fn has_later(&self, head: &DocHead, coop: CoopId) -> bool {
        let later = (head.generation + 1..head.generation + GENERATIONS_MAX).map(|generation| {
            let head = head.clone();
            DocHead { generation, ..head }.id(coop)
        });
        later.into_iter().any(|doc| self.all.contains(&doc))
    }

    pub(super) fn holds(&self, doc: DocId, hash: CommitHash) -> bool {
        self.documents
            .get(&doc)
            .is_some_and(|(_, hashes)| hashes.contains(&hash))
    }

    /// I7, for what no later command takes away.
    pub(super) fn has_what_was_saved(&self, phone: &Phone) {
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

    pub(super) fn record(&self, doc: DocId) -> Option<Record> {
        self.records.get(&doc).cloned()
    }
}
