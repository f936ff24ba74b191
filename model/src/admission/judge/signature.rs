//! Steps 1 and 2: the form of a change, its signature, its device and its author.

use std::collections::BTreeSet;

use super::super::prescan::{ActorBytes, Head, Parsed};
use super::Author;
use crate::commit::{Commit, signing_bytes};
use crate::error::{ErrorCode, Refusal};
use crate::ids::{CommitHash, DocId};

/// What the verified changes after the one at hand build on, by session.
#[derive(Default)]
struct Proven(BTreeSet<(ActorBytes, CommitHash)>);

impl Proven {
    fn has(&self, head: &Head) -> bool {
        self.0.contains(&(head.actor, head.hash))
    }

    /// Takes in what a change proves.
    fn by(&mut self, head: &Head) {
        self.0
            .extend(head.deps.iter().map(|dep| (head.actor, *dep)));
    }
}

/// The part of the check that needs no document (steps 1 and 2, the costly ones): may run on any thread, in any order.
///
/// # Errors
/// The refusal, always of the whole change.
pub fn read_signed(doc: DocId, author: &Author<'_>, commit: &Commit) -> Result<Parsed, Refusal> {
    let mut read = read_signed_all(doc, author, std::slice::from_ref(commit));
    read.pop()
        .unwrap_or_else(|| Err(Refusal::whole(ErrorCode::BadChunk)))
}

/// [`read_signed`] for the commits that one device pushes for one document, in their order. A session's changes are a
/// chain of hashes, each over the one before, so the signature of the last proves all of them: only the last is
/// verified, unless a link is missing. 40 changes written offline then cost one verification instead of 40.
///
/// No operation is read before a signature holds for it: a few signed bytes may declare thousands of them.
#[must_use]
pub fn read_signed_all(
    doc: DocId,
    author: &Author<'_>,
    commits: &[Commit],
) -> Vec<Result<Parsed, Refusal>> {
    let mut proven = Proven::default();
    let mut read: Vec<_> = commits
        .iter()
        .rev()
        .map(|commit| {
            let head = Head::scan(&commit.change).map_err(Refusal::whole)?;
            let is_proven = commit.device == author.device && proven.has(&head);
            if is_proven {
                check_alive(author)?;
            } else {
                check_signature(doc, author, commit, head.hash)?;
            }
            let parsed = Parsed::scan_hashed(commit.change.clone(), head.hash);
            let mut parsed = parsed.map_err(Refusal::whole)?;
            check_named(author, &parsed)?;
            parsed.rests_on_next = is_proven;
            // Only what can be read again proves anything to whoever asks later.
            proven.by(&head);
            Ok(parsed)
        })
        .collect();
    read.reverse();
    read
}

/// Which of the commits that one device pushes for one document need no signature of their own, since [`read_signed_all`]
/// takes that of a later one for them too.
pub(crate) fn proven_by_later(commits: &[Commit]) -> Vec<bool> {
    let mut proven = Proven::default();
    let mut found: Vec<_> = commits
        .iter()
        .rev()
        .map(|commit| {
            let head = Head::scan(&commit.change).ok();
            head.is_some_and(|head| {
                let is_proven = proven.has(&head);
                proven.by(&head);
                is_proven
            })
        })
        .collect();
    found.reverse();
    found
}

fn check_signature(
    doc: DocId,
    author: &Author<'_>,
    commit: &Commit,
    hash: CommitHash,
) -> Result<(), Refusal> {
    // What was to prove it cannot be read: it may come again with a signature of its own.
    let Some(signature) = &commit.signature else {
        return Err(Refusal::whole(ErrorCode::Retry));
    };
    let message = signing_bytes(doc, hash);
    if author.device != commit.device || !author.public_key.verifies(&message, signature) {
        return Err(Refusal::whole(ErrorCode::BadSignature));
    }
    check_alive(author)
}

fn check_alive(author: &Author<'_>) -> Result<(), Refusal> {
    if author.alive {
        Ok(())
    } else {
        Err(Refusal::whole(ErrorCode::DeviceRevoked))
    }
}

fn check_named(author: &Author<'_>, parsed: &Parsed) -> Result<(), Refusal> {
    if parsed
        .author()
        .is_some_and(|named| named != author.grants.member)
    {
        return Err(Refusal::whole(ErrorCode::BadAuthor));
    }
    Ok(())
}
