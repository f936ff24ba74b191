//! Every session's last stored commit carries a signature that holds, or what proves it. A push is verified by its last
//! signature alone (see the model's `read_signed_all`); when that commit is not stored, the ones before it stand on
//! their own.

use std::collections::BTreeMap;

use besace_model::admission::Parsed;
use besace_model::admission::prescan::ActorBytes;
use besace_model::commit::{SIGNATURE_BYTES, signing_bytes};
use besace_model::ids::{CommitHash, DeviceId, DocId};
use besace_model::wire::Verdict;
use rusqlite::Connection;

use super::people::People;
use super::prepared::PreparedCommit;
use crate::store::{StoreError, log};

/// The commits of one push, by writing session.
#[derive(Debug, Default)]
pub(super) struct Proofs(BTreeMap<ActorBytes, Resting>);

/// A stored commit whose signature nobody verified.
#[derive(Debug)]
struct Resting {
    seq: u64,
    link: ChainLink,
    /// What was pushed after it and not stored, up to the commit whose signature holds.
    after: Vec<ChainLink>,
}

/// A commit as far as a proof needs it.
#[derive(Debug)]
pub(super) struct ChainLink {
    actor: ActorBytes,
    device: DeviceId,
    hash: CommitHash,
    signature: Option<[u8; SIGNATURE_BYTES]>,
    rests_on_next: bool,
    /// What it builds on and its bytes, kept while a stored commit may rest on it.
    kept: Option<(Vec<CommitHash>, Vec<u8>)>,
}

impl Resting {
    /// Goes on towards the signature that holds, if the commit builds on the one before.
    fn follow(&mut self, link: ChainLink) {
        let last = self.after.last().unwrap_or(&self.link);
        let names_last = link
            .kept
            .as_ref()
            .is_some_and(|(deps, _)| deps.contains(&last.hash));
        if last.rests_on_next && names_last {
            self.after.push(link);
        }
    }

    fn proof(&self) -> Vec<u8> {
        let mut proof = self
            .after
            .last()
            .and_then(|last| last.signature)
            .map_or_else(Vec::new, |signature| signature.to_vec());
        for (_, change) in self.after.iter().filter_map(|link| link.kept.as_ref()) {
            proof.extend((change.len() as u32).to_le_bytes());
            proof.extend(change);
        }
        proof
    }
}

impl Proofs {
    /// What to remember of a commit that is about to be judged; nothing of one that was never read.
    pub(super) fn link(&self, commit: &PreparedCommit) -> Option<ChainLink> {
        let parsed = commit.parsed.as_ref().ok()?;
        let keep = |parsed: &Parsed| (parsed.deps().to_vec(), parsed.raw().to_vec());
        Some(ChainLink {
            actor: *parsed.actor(),
            device: commit.device,
            hash: commit.hash,
            signature: commit.signature,
            rests_on_next: parsed.rests_on_next(),
            kept: self.0.contains_key(parsed.actor()).then(|| keep(parsed)),
        })
    }

    /// Takes in what became of it.
    pub(super) fn note(&mut self, link: ChainLink, verdict: &Verdict) {
        match verdict {
            Verdict::Accepted(receipt) if link.rests_on_next => {
                let (seq, after) = (receipt.seq, Vec::new());
                self.0.insert(link.actor, Resting { seq, link, after });
            }
            // It builds on the session's last one, which therefore needs nothing of its own any more.
            Verdict::Accepted(_) => {
                self.0.remove(&link.actor);
            }
            Verdict::Duplicate(_) => {}
            _ => {
                if let Some(resting) = self.0.get_mut(&link.actor) {
                    resting.follow(link);
                }
            }
        }
    }

    /// Verifies what still rests on commits that were not stored, and stores the proof of what does not hold.
    pub(super) fn store(
        self,
        conn: &Connection,
        people: &People,
        doc: DocId,
    ) -> Result<(), StoreError> {
        for resting in self.0.into_values() {
            let ChainLink {
                device,
                hash,
                signature,
                ..
            } = &resting.link;
            let message = signing_bytes(doc, *hash);
            let device = people.device(*device).zip(signature.as_ref());
            let holds = device
                .is_some_and(|(device, signature)| device.public_key.verifies(&message, signature));
            if !holds {
                tracing::warn!(device = %resting.link.device, seq = resting.seq, "a commit is proven by one that was not accepted");
                log::set_proof(conn, resting.seq, &resting.proof())?;
            }
        }
        Ok(())
    }
}
