//! The last step of a verdict: the model judges the change, and what it accepts is stored.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use besace_model::admission::{Author, DocIndex, Judgement, Parsed, judge_parsed};
use besace_model::commit::SIGNATURE_BYTES;
use besace_model::error::{ErrorCode, Refusal};
use besace_model::kinds::{rsvp, team_board};
use besace_model::wire::Verdict;

use super::commit::Signer;
use super::destination::{Delivery, Destination};
use crate::coop::Inside;
use crate::coop::writing::NewCommit;
use crate::limits::{RETRY_MS, RETRY_NEWER_MS};
use crate::store::StoreError;

impl Inside<'_> {
    pub(super) fn judge(
        &mut self,
        signer: &Signer<'_>,
        delivery: &mut Delivery,
        signature: Option<&[u8; SIGNATURE_BYTES]>,
        parsed: Parsed,
    ) -> Result<Verdict, StoreError> {
        const NO_INDEX: StoreError = StoreError::Damaged("index");
        let (id, target) = (delivery.id, &mut delivery.target);
        let mut fresh = None;
        let index = match target {
            Destination::Stored(doc) => &self.indexes.get(doc.row).ok_or(NO_INDEX)?.index,
            Destination::New(head) => fresh.insert(DocIndex::new(head.clone())),
            Destination::Refused(code) => return Ok(Verdict::Refused(*code, String::new())),
            Destination::Newer => return Ok(Verdict::Retry(RETRY_NEWER_MS)),
        };
        let author = Author {
            device: signer.device.device,
            public_key: &signer.device.public_key,
            alive: true,
            grants: signer.grants,
        };
        let hash = parsed.hash();
        let judged = catch_unwind(AssertUnwindSafe(|| judge_parsed(index, &author, parsed)));
        match judged {
            Ok(Judgement::Accept(accepted)) => {
                let events = rsvp::accepted_events(&accepted, index);
                if self.is_any_over(&events)? {
                    let refusal = Refusal::at(ErrorCode::EventOver, "status");
                    return self.refuse(signer.device.row, id, hash, refusal);
                }
                let (index, watch) = match &*target {
                    Destination::Stored(doc) => {
                        let indexed = self.indexes.get(doc.row).ok_or(NO_INDEX)?;
                        (Some(&indexed.index), indexed.watch.as_ref())
                    }
                    _ => (fresh.as_ref(), None),
                };
                let refusal = index.and_then(|it| team_board::cover_refusal(&accepted, it, watch));
                if let Some(refusal) = refusal {
                    return self.refuse(signer.device.row, id, hash, refusal);
                }
                let doc = match (&*target, fresh) {
                    (Destination::New(head), Some(index)) => {
                        self.indexes.add(self.writing.create(id, head)?, index)
                    }
                    (Destination::Stored(doc), _) => Arc::clone(doc),
                    _ => return Err(NO_INDEX),
                };
                *target = Destination::Stored(Arc::clone(&doc));
                let indexed = self.indexes.get(doc.row).ok_or(NO_INDEX)?;
                let recorded = indexed.record(&accepted, self.writing.head() + 1);
                let follows = recorded.map_err(|_| NO_INDEX)?;
                let member = signer.device.member;
                self.judging.spending.count(member, accepted.parsed());
                let receipt = self.writing.append(NewCommit {
                    doc: &doc,
                    device: signer.device.row,
                    hash,
                    signature,
                    change: accepted.into_parsed().into_raw(),
                    follows,
                    submission: Some(delivery.submission),
                })?;
                Ok(Verdict::Accepted(receipt))
            }
            Ok(Judgement::Duplicate) => Ok(Verdict::Retry(RETRY_MS)),
            Ok(Judgement::Need(missing)) => Ok(Verdict::Need(missing)),
            Ok(Judgement::Refuse(refusal)) => self.refuse(signer.device.row, id, hash, refusal),
            Err(_) => {
                let refusal = Refusal::whole(ErrorCode::TrialFailed);
                if let Destination::Stored(doc) = target {
                    self.indexes.forget(doc.row);
                }
                self.refuse(signer.device.row, id, hash, refusal)
            }
        }
    }
}
