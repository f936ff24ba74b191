//! The costly part of admission that needs no document: reading pushed bytes and verifying signatures, on any thread,
//! before the writer takes them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use besace_model::access::Grants;
use besace_model::admission::{Author, Parsed, commit_hash, read_signed_all};
use besace_model::commit::{Commit, SIGNATURE_BYTES};
use besace_model::error::{ErrorCode, Refusal};
use besace_model::ids::{CommitHash, CoopId, DeviceId, DocId};
use besace_model::wire::{CommitVerdict, DocName, DocPush, Verdict};

use super::people::People;
use super::ready::Ready;

/// One push, read and its signatures verified: all of admission that needs no document, done on any thread.
#[derive(Debug)]
pub struct Prepared {
    pub(super) doc: DocName,
    pub(super) id: DocId,
    pub(super) commits: Vec<PreparedCommit>,
    pub(super) ready: Ready,
}

#[derive(Debug)]
pub(super) struct PreparedCommit {
    pub(super) hash: CommitHash,
    pub(super) device: DeviceId,
    pub(super) signature: Option<[u8; SIGNATURE_BYTES]>,
    pub(super) parsed: Result<Parsed, Refusal>,
}

impl Prepared {
    /// Reads a push. A device's key and member never change, so an older list of people serves; whether the device
    /// is still welcome is asked when the commit is judged.
    #[must_use]
    pub fn new(coop: CoopId, people: &People, push: DocPush) -> Self {
        let id = match &push.doc {
            DocName::Known(id) => *id,
            DocName::Head(head) => head.id(coop),
        };
        let sessions = push.commits.chunk_by(|one, next| one.device == next.device);
        let commits = sessions
            .flat_map(|commits| prepare(people, id, commits))
            .collect();
        Self {
            doc: push.doc,
            id,
            commits,
            ready: Ready::Nothing,
        }
    }

    /// How many commits it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.commits.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.commits.is_empty()
    }

    pub(super) fn retry(&self, retry_ms: u32) -> impl Iterator<Item = CommitVerdict> + '_ {
        self.commits.iter().map(move |commit| CommitVerdict {
            doc: self.id,
            hash: commit.hash,
            verdict: Verdict::Retry(retry_ms),
        })
    }
}

/// Reads neighbours that one device signed.
fn prepare(people: &People, doc: DocId, commits: &[Commit]) -> Vec<PreparedCommit> {
    let refused = |code| vec![Err(Refusal::whole(code)); commits.len()];
    let device = commits
        .first()
        .and_then(|commit| people.device(commit.device));
    let parsed = match device {
        None => refused(ErrorCode::BadSignature),
        Some(device) => {
            let grants = Grants {
                member: device.member,
                ..Grants::relay()
            };
            let author = Author {
                device: device.device,
                public_key: &device.public_key,
                alive: true,
                grants: &grants,
            };
            catch_unwind(AssertUnwindSafe(|| read_signed_all(doc, &author, commits)))
                .unwrap_or_else(|_| refused(ErrorCode::BadChunk))
        }
    };
    let read = commits.iter().zip(parsed);
    read.map(|(commit, parsed)| PreparedCommit {
        hash: parsed
            .as_ref()
            .map_or_else(|_| commit_hash(&commit.change), Parsed::hash),
        device: commit.device,
        signature: commit.signature,
        parsed,
    })
    .collect()
}
