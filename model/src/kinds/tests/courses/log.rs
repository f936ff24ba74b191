//! A document whose changes are judged in their order of receipt.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, Change, ROOT, ReadDoc, ScalarValue};

use crate::admission::{DocIndex, Judgement, Watch, check_rules};
use crate::doc::genesis::Genesis;
use crate::error::Refusal;
use crate::head::DocHead;
use crate::ids::CommitHash;
use crate::kinds::tests::*;

/// A document as the relay has it: what it accepted, and what it judges by.
#[derive(Debug)]
pub(in crate::kinds::tests) struct Log {
    head: DocHead,
    pub(in crate::kinds::tests) index: DocIndex,
    pub(in crate::kinds::tests) doc: Automerge,
    raw: Vec<Vec<u8>>,
    sessions: std::cell::Cell<u8>,
}

impl Log {
    pub(in crate::kinds::tests) fn new(head: DocHead) -> Self {
        Self {
            doc: Genesis::document(head.kind),
            index: DocIndex::new(head.clone()),
            head,
            raw: Vec::new(),
            sessions: std::cell::Cell::new(1),
        }
    }

    pub(in crate::kinds::tests) fn doc(&self) -> &Automerge {
        &self.doc
    }

    pub(super) fn session(&self, who: &Grants) -> [u8; 16] {
        self.sessions.set(self.sessions.get() + 1);
        actor(who.member.0.0[15], self.sessions.get())
    }

    /// What a phone that has everything makes of a command. Nothing is accepted by that.
    pub(in crate::kinds::tests) fn phone(
        &self,
        who: &Grants,
        command: &Command,
    ) -> Result<Made, CommandError> {
        let context = Context {
            author: who,
            now: NOW,
        };
        commit(&mut self.doc.clone(), command, &context, self.session(who))
    }

    /// What a phone that asks no rules makes of writes in one map, in this order.
    pub(in crate::kinds::tests) fn forge(
        &self,
        who: &Grants,
        map: &[&str],
        writes: &[(&str, ScalarValue)],
    ) -> Vec<u8> {
        let mut doc = self.doc.clone();
        doc.set_author(Some(Author::from(who.member.as_bytes().to_vec())));
        doc.set_actor(ActorId::from(self.session(who)));
        let object = map.iter().fold(ROOT, |object, key| {
            let found = doc.get(&object, *key).unwrap();
            found.unwrap_or_else(|| panic!("no {key} in {map:?}")).1
        });
        let mut tx = doc.transaction();
        for (key, value) in writes {
            tx.put(&object, *key, value.clone()).unwrap();
        }
        tx.commit_with(CommitOptions::default().with_time(1));
        doc.get_last_local_change().unwrap().raw_bytes().to_vec()
    }

    pub(in crate::kinds::tests) fn judge(&self, who: &Grants, raw: &[u8]) -> Result<(), Refusal> {
        match check_rules(&self.index, who, raw) {
            Judgement::Accept(_) => Ok(()),
            Judgement::Refuse(refusal) => Err(refusal),
            other => panic!("{other:?}"),
        }
    }

    /// Takes in what was made, as the relay does.
    pub(in crate::kinds::tests) fn take(&mut self, who: &Grants, raw: &[u8]) {
        match check_rules(&self.index, who, raw) {
            Judgement::Accept(accepted) => self.index.record(&accepted).unwrap(),
            other => panic!("{other:?}"),
        }
        let change = Change::from_bytes(raw.to_vec()).unwrap();
        self.doc.apply_changes([change]).unwrap();
        self.raw.push(raw.to_vec());
    }

    pub(in crate::kinds::tests) fn accept(&mut self, who: &Grants, command: &Command) {
        let made = self.phone(who, command).unwrap();
        self.take(who, &made.change);
    }

    /// What the relay notes of the watched fields.
    pub(in crate::kinds::tests) fn watched(&self, watch: &mut Watch) {
        let mut index = DocIndex::new(self.head.clone());
        for raw in &self.raw {
            let hash = crate::admission::commit_hash(raw);
            index
                .replay_watched(raw.clone(), hash, None, watch)
                .unwrap();
        }
    }

    /// The same after a restart of the relay.
    pub(in crate::kinds::tests) fn replayed(&self) -> Self {
        let mut log = Self::new(self.head.clone());
        for raw in &self.raw {
            let change = Change::from_bytes(raw.clone()).unwrap();
            let hash = CommitHash(change.hash().0);
            log.index.replay(raw.clone(), hash, None).unwrap();
            log.doc.apply_changes([change]).unwrap();
        }
        log
    }
}
