//! Commits that a phone pushes, and their verdicts.

use super::{Access, CLOSE_BAD_MESSAGE, Effect, RelaySession};
use crate::admission::{commit_hash, declared_ops};
use crate::error::ErrorCode;
use crate::limits::{PUSH_COMMITS_MAX, PUSH_OPS_MAX};
use crate::time::Now;
use crate::wire::short::{self, ShortPush};
use crate::wire::{CommitVerdict, DocName, DocPush, Hello, ToRelay, Update, Verdict, WireError};

/// When a push that came with an expired token may come again: the phone is fetching another one.
const EXPIRED_RETRY_MS: u32 = 1_000;

/// Entries the phone just pushed that are remembered, so that they are not sent back to it.
const OWN_MAX: usize = 1_000;

/// What a phone said, in full.
pub(super) fn in_full(message: ToRelay) -> Result<ToRelay, WireError> {
    Ok(match message {
        ToRelay::Short(pushes) => ToRelay::Push(whole(pushes)?),
        ToRelay::ShortHello(hello, pushes) => ToRelay::Hello(Hello {
            pushes: whole(pushes)?,
            ..hello
        }),
        other => other,
    })
}

/// Pushes in full; of no more commits than one push may hold.
fn whole(pushes: Vec<ShortPush>) -> Result<Vec<DocPush>, WireError> {
    if short::count(&pushes) > PUSH_COMMITS_MAX {
        return Err(WireError::Malformed);
    }
    pushes.into_iter().map(ShortPush::whole).collect()
}

impl RelaySession {
    pub(super) fn push(&mut self, now: Now, access: &Access, pushes: Vec<DocPush>) -> Vec<Effect> {
        let count: usize = pushes.iter().map(|push| push.commits.len()).sum();
        let commits = pushes.iter().flat_map(|push| &push.commits);
        let ops = || -> usize { commits.map(|commit| declared_ops(&commit.change)).sum() };
        if count > PUSH_COMMITS_MAX || ops() > PUSH_OPS_MAX {
            return self.bye(ErrorCode::BadMessage, 0, CLOSE_BAD_MESSAGE);
        }
        if now.moment > access.expires_at {
            return self.refuse_for_now(now, &pushes, EXPIRED_RETRY_MS);
        }
        vec![Effect::Admit(pushes)]
    }

    /// Answers a push that is not even judged.
    pub(super) fn refuse_for_now(
        &mut self,
        now: Now,
        pushes: &[DocPush],
        retry_ms: u32,
    ) -> Vec<Effect> {
        let Some(coop) = self.access().map(|access| access.coop) else {
            return Vec::new();
        };
        let verdicts = pushes.iter().flat_map(|push| {
            let doc = match &push.doc {
                DocName::Known(id) => *id,
                DocName::Head(head) => head.id(coop),
            };
            push.commits.iter().map(move |commit| CommitVerdict {
                doc,
                hash: commit_hash(&commit.change),
                verdict: Verdict::Retry(retry_ms),
            })
        });
        let verdicts = verdicts.collect();
        self.admitted(now, Some(verdicts))
    }

    pub(super) fn admitted(
        &mut self,
        now: Now,
        verdicts: Option<Vec<CommitVerdict>>,
    ) -> Vec<Effect> {
        let verdicts = verdicts.unwrap_or_default();
        for verdict in &verdicts {
            if let Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) = &verdict.verdict
                && self.own.len() < OWN_MAX
            {
                self.own.insert(receipt.seq);
            }
        }
        if let Some(cursor) = self.opening.take() {
            self.held_verdicts = verdicts;
            return self.read((!cursor.0.is_empty()).then_some(cursor));
        }
        if verdicts.is_empty() {
            return Vec::new();
        }
        let update = Update {
            now: now.wall,
            verdicts,
            ..Update::default()
        };
        vec![self.say(update)]
    }
}
