//! What must hold at the end.

use besace_client::store;
use besace_model::ids::DocId;
use besace_model::wire::DocName;
use besace_server::coop::Coop;

use super::Watch;
use super::log::Log;
use crate::phone::Phone;

impl Watch {
    pub(super) fn name(&mut self, name: &DocName) -> DocId {
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
        let head = self.heads.get(&doc);
        head.is_some_and(|head| log.has_later(head, self.coop))
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
