//! The relay speaks on what this phone pushed.

mod accepted;
mod need;

use besace_model::error::ErrorCode;
use besace_model::limits::BACKOFF_MS_MIN;
use besace_model::time::Timestamp;
use besace_model::wire::{CommitVerdict, Verdict};

use super::Replica;
use super::recover::Why;
use super::update::After;
use crate::outbox::HOLD_MS_MAX;
use crate::store::Batch;

impl Replica {
    pub(super) fn verdict(
        &mut self,
        verdict: CommitVerdict,
        now: Timestamp,
        after: &mut After,
        batch: &mut Batch,
    ) {
        let CommitVerdict { doc, hash, verdict } = verdict;
        let Some(item) = self.outbox.by_hash(&hash).filter(|item| item.doc == doc) else {
            if let Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) = verdict {
                self.accepted_late(doc, &hash, receipt, batch);
            }
            return;
        };
        let number = item.number;
        match verdict {
            Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) => {
                self.accepted(number, receipt, batch);
            }
            Verdict::Need(deps) => self.need(number, &deps, after, batch),
            Verdict::Retry(ms) => {
                if let Some(item) = self.outbox.get_mut(number) {
                    item.in_flight = false;
                }
                let wait = i64::from(ms).clamp(BACKOFF_MS_MIN, HOLD_MS_MAX);
                self.outbox.hold(doc, self.clock.moment().plus_ms(wait));
            }
            // What follows a refused commit of the same document is made again, whatever was said of it.
            _ if after.judged.contains(&doc) => {}
            // What another phone handed over is its to make again, and to say again.
            Verdict::Refused(code, _)
                if is_no_fault_of_the_command(code) && !self.is_handed(number) =>
            {
                if let Some(item) = self.outbox.get_mut(number) {
                    item.row.replays += 1;
                }
                // What else stands there has nothing to do with the session; all other codes may.
                if code != ErrorCode::AlreadyMade {
                    self.renew_actor(doc);
                }
                after.judged.insert(doc);
                after.recover.insert(doc);
            }
            Verdict::Refused(ErrorCode::Gone, path) => {
                let code = ErrorCode::Gone;
                let barred = false;
                after.gone.push((doc, Why { code, path, barred }));
            }
            Verdict::Refused(code, path) => {
                // A rule that forbids names a place; without one, it is the whole document.
                let barred = path.is_empty()
                    && matches!(code, ErrorCode::Forbidden | ErrorCode::Unauthorized);
                self.judge(number, Why { code, path, barred }, now, after, batch);
            }
            Verdict::Held(code) => {
                // Relays of before kept it aside, and might have taken it later.
                self.renew_actor(doc);
                let why = Why {
                    barred: true,
                    ..Why::code(code)
                };
                self.judge(number, why, now, after, batch);
            }
        }
    }

    fn is_handed(&mut self, number: u32) -> bool {
        let item = self.outbox.get_mut(number);
        item.is_some_and(|item| item.row.from.is_some())
    }

    fn judge(
        &mut self,
        number: u32,
        why: Why,
        now: Timestamp,
        after: &mut After,
        batch: &mut Batch,
    ) {
        if let Some(item) = self.outbox.remove(number) {
            after.judged.insert(item.doc);
            after.recover.insert(item.doc);
            self.refuse(item, why, now, batch);
        }
    }
}

/// Codes that speak of the bytes, not of what the person did: the same command made again may well pass.
fn is_no_fault_of_the_command(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::Fork
            | ErrorCode::BadSeq
            | ErrorCode::BadActor
            | ErrorCode::BadAuthor
            | ErrorCode::BadStartOp
            | ErrorCode::BadDeps
            | ErrorCode::BadShape
            | ErrorCode::BadSignature
            | ErrorCode::AlreadyMade
    )
}
