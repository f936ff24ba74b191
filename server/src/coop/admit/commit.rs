//! The verdict on one commit: what costs least to ask is asked first.

use std::collections::BTreeSet;
use std::sync::Arc;

use besace_model::access::Grants;
use besace_model::error::{ErrorCode, Refusal};
use besace_model::ids::{CommitHash, DeviceId};
use besace_model::wire::Verdict;

use super::destination::{Delivery, Destination};
use crate::coop::Inside;
use crate::coop::bar::Bar;
use crate::coop::people::People;
use crate::coop::prepared::PreparedCommit;
use crate::limits::{
    ASKED_AGAIN_MAX, RETRY_COLD_MS, RETRY_FROZEN_MS, RETRY_MS, RETRY_NEWER_MS, RETRY_SUPERSEDED_MS,
};
use crate::store::docs::DocMeta;
use crate::store::people::{DeviceEntry, Status};
use crate::store::{StoreError, log, verdicts};

/// Who signed, as of now.
pub(in crate::coop) struct Signer<'a> {
    pub(in crate::coop) device: &'a DeviceEntry,
    pub(in crate::coop) grants: &'a Grants,
    pub(in crate::coop) status: Status,
}

impl Inside<'_> {
    /// The verdict on one commit. What its author may do comes before anything that costs more than a look.
    pub(super) fn commit(
        &mut self,
        people: &People,
        delivery: &mut Delivery,
        commit: PreparedCommit,
    ) -> Result<Verdict, StoreError> {
        let refused = |code| Ok(Verdict::Refused(code, String::new()));
        let parsed = match commit.parsed {
            Ok(parsed) => parsed,
            // Its signature was left out, and what was to prove it does not.
            Err(refusal) if refusal.code == ErrorCode::Retry => {
                return Ok(Verdict::Retry(RETRY_MS));
            }
            Err(refusal) => return Ok(Verdict::Refused(refusal.code, refusal.path)),
        };
        let Some(signer) = signer(people, commit.device) else {
            return refused(ErrorCode::BadSignature);
        };
        if self.judging.refusing.contains(&signer.device.row) {
            let conn = self.writing.conn;
            let before = verdicts::find(conn, delivery.id, commit.hash, signer.device.row)?;
            if let Some(verdict) = before {
                return Ok(verdict);
            }
        }
        let head = match &delivery.target {
            Destination::Stored(doc) => &doc.head,
            Destination::New(head) => head,
            Destination::Refused(code) => return refused(*code),
            Destination::Newer => return Ok(Verdict::Retry(RETRY_NEWER_MS)),
        };
        match self.bar(&signer, head)? {
            None => {}
            Some(Bar::Hidden(code)) => return refused(code),
            Some(Bar::Late(code)) => {
                if let Some(receipt) = self.accepted_before(delivery, &commit.hash)? {
                    return Ok(Verdict::Duplicate(receipt));
                }
                let refusal = Refusal::whole(code);
                return self.refuse(signer.device.row, delivery.id, commit.hash, refusal);
            }
        }
        match &delivery.target {
            Destination::Stored(doc) if doc.is_frozen => {
                let before = self.accepted_before(delivery, &commit.hash)?;
                let retry = Verdict::Retry(RETRY_FROZEN_MS);
                return Ok(before.map_or(retry, Verdict::Duplicate));
            }
            Destination::Stored(doc) if doc.is_superseded => {
                let doc = Arc::clone(doc);
                return self.superseded(&doc, &commit.hash);
            }
            Destination::New(head) if self.has_all_documents(head.owner)? => {
                return refused(ErrorCode::Quota);
            }
            Destination::Stored(doc) => {
                let doc = Arc::clone(doc);
                match self.bring_to_hand(&doc, delivery.ready.take()) {
                    Ok(true) => {}
                    Ok(false) => return Ok(Verdict::Retry(RETRY_COLD_MS)),
                    Err(StoreError::Damaged(_)) => {
                        self.freeze(&doc)?;
                        return Ok(Verdict::Retry(RETRY_FROZEN_MS));
                    }
                    Err(error) => return Err(error),
                }
                if let Some(receipt) = self.known(&doc, &commit.hash)? {
                    return Ok(Verdict::Duplicate(receipt));
                }
            }
            _ => {}
        }
        let spending = &self.judging.spending;
        if let Err(refusal) = spending.check(signer.device.member, &parsed) {
            return Ok(Verdict::Refused(refusal.code, refusal.path));
        }
        self.judge(&signer, delivery, commit.signature.as_ref(), parsed)
    }

    /// The verdict on a commit for a document that another took the place of. Its phone may not have been told yet, and is
    /// asked to come again once.
    fn superseded(&mut self, doc: &DocMeta, hash: &CommitHash) -> Result<Verdict, StoreError> {
        let wanted = BTreeSet::from([*hash]);
        let (receipts, _) = log::receipts(self.writing.conn, doc.row, &wanted)?;
        if let Some(receipt) = receipts.get(hash) {
            return Ok(Verdict::Duplicate(*receipt));
        }
        let asked = &mut self.judging.asked_again;
        if asked.remove(hash) {
            return Ok(Verdict::Refused(ErrorCode::Gone, String::new()));
        }
        if asked.len() >= ASKED_AGAIN_MAX {
            asked.clear();
        }
        asked.insert(*hash);
        Ok(Verdict::Retry(RETRY_SUPERSEDED_MS))
    }
}

fn signer(people: &People, device: DeviceId) -> Option<Signer<'_>> {
    let device = people.device(device)?;
    let member = people.member(device.member)?;
    Some(Signer {
        device,
        grants: &member.grants,
        status: member.row.status,
    })
}
