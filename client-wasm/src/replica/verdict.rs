//! The relay speaks on what this phone pushed.

use besace_model::admission::session_of;
use besace_model::error::ErrorCode;
use besace_model::ids::{CommitHash, DocId};
use besace_model::limits::{BACKOFF_MS_MAX, BACKOFF_MS_MIN};
use besace_model::time::Timestamp;
use besace_model::wire::{CommitVerdict, Receipt, Verdict};

use super::Replica;
use super::recover::Why;
use super::update::After;
use crate::docs::Unreadable;
use crate::outbox::HOLD_MS_MAX;
use crate::store::Batch;

/// How often the relay may ask for what a commit depends on before the command is made again.
const NEEDS_MAX: u8 = 3;

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
            if matches!(verdict, Verdict::Accepted(_) | Verdict::Duplicate(_)) {
                self.accepted_late(doc, &hash, batch);
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
            Verdict::Refused(code, _) if is_no_fault_of_the_command(code) => {
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

    /// An item becomes part of what the relay accepted.
    fn accepted(&mut self, number: u32, receipt: Receipt, batch: &mut Batch) {
        let Some(item) = self.outbox.remove(number) else {
            return;
        };
        let (id, head) = (item.doc, item.row.head.clone());
        // Work of before, said again to a relay that started over, may be of a document that is no longer read here.
        if self.docs.get(id).is_none() && !self.grants.reads(head.audience()) {
            return self.outbox.accept(item, receipt, batch);
        }
        let life = self.meta.life;
        let doc = self.docs.get_or_make(id, &head);
        doc.meet(id, life, batch);
        doc.append(id, item.row.change.clone(), batch);
        doc.row.received.insert(item.entry.clone(), receipt.at.0);
        let session = session_of(&item.row.change).map(Into::into);
        if session != doc.row.spare {
            doc.row.session = session;
        }
        doc.write_row(id, batch);
        let is_recorded = doc.is_recorded();
        self.touch(head.kind);
        self.outbox.accept(item, receipt, batch);
        if !is_recorded {
            // The relay does not send back what this phone pushed.
            self.record(id, batch);
        }
    }

    /// The relay accepted a change of which the command was made again meanwhile.
    fn accepted_late(&mut self, id: DocId, hash: &CommitHash, batch: &mut Batch) {
        let Some(change) = self.outbox.take_replaced(hash) else {
            return;
        };
        let life = self.meta.life;
        let Some(doc) = self.docs.get_mut(id) else {
            return;
        };
        doc.meet(id, life, batch);
        doc.append(id, change, batch);
        let kind = doc.row.head.kind;
        self.docs.unload(id);
        self.record(id, batch);
        self.touch(kind);
    }

    /// Makes a document's record from its content and what is pending.
    fn record(&mut self, id: DocId, batch: &mut Batch) {
        let read = self.reading(id, None, |it| {
            it.docs.shown(id, it.outbox.of(id))?;
            it.docs.write_record(id, batch);
            Ok::<_, Unreadable>(())
        });
        if read.is_err() {
            self.ask_again(id, batch);
        }
    }

    /// The relay misses dependencies: those of ours go first, the accepted ones too, which it then has lost; others' are
    /// waited for, longer each time. When it keeps missing them the command is made again on top of what it has; nobody
    /// is bothered with it.
    fn need(&mut self, number: u32, deps: &[CommitHash], after: &mut After, batch: &mut Batch) {
        let Some(doc) = self.outbox.get_mut(number).map(|item| item.doc) else {
            return;
        };
        if self.outbox.sent_has(deps) {
            self.outbox.reopen_sent(self.coop, Some(doc), batch);
        }
        let ours: Vec<u32> = deps
            .iter()
            .filter_map(|dep| self.outbox.by_hash(dep))
            .map(|item| item.number)
            .collect();
        for dep in &ours {
            if let Some(item) = self.outbox.get_mut(*dep) {
                item.in_flight = false;
            }
        }
        let Some(item) = self.outbox.get_mut(number) else {
            return;
        };
        item.in_flight = false;
        item.needs = item.needs.saturating_add(1);
        let needs = item.needs;
        if needs == NEEDS_MAX && !self.meta.starting_over && !after.judged.contains(&doc) {
            self.renew_actor(doc);
            after.recover.insert(doc);
        }
        if needs > 1 || ours.len() < deps.len() {
            let wait = (BACKOFF_MS_MIN << needs.min(6)).min(BACKOFF_MS_MAX);
            self.outbox.hold(doc, self.clock.moment().plus_ms(wait));
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
