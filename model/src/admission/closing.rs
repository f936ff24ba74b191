//! Entries that signatures close: once the owner of the document and somebody else have signed one content, and nobody
//! says that theirs is not their own, nothing in the entry changes any more. It is so from the change on that completes
//! the pair, in the order of receipt, and never again otherwise: whoever wrote without knowing is refused.
//!
//! A signature says by a digest what it binds. Nobody reads the content to see whether it does; that the change which
//! completes the pair has seen everything that was accepted of the entry is enough, since an honest phone takes the
//! digest of all it sees. A pair completed by who had not seen everything closes nothing: its signatures then bind
//! what is not there any more, and people are told so.

use std::collections::BTreeMap;

use super::graph::Horizon;

/// A digest, or somebody's word that one is not theirs, which nothing replaces.
#[derive(Debug)]
pub(super) struct Said {
    /// The signature it stands in.
    pub(super) signature: u32,
    pub(super) actor: u32,
    pub(super) counter: u32,
    /// Whether its signer wrote it.
    pub(super) is_own: bool,
    /// The digest; empty for a contest.
    pub(super) digest: String,
}

/// What decides whether an entry is closed.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) is_closed: bool,
    digests: Vec<Said>,
    contests: Vec<Said>,
    /// The last operation on its content, by writing session.
    written: Vec<(u32, u32)>,
}

/// The entries of a document that signatures close, by object.
pub(super) type Closing = BTreeMap<u32, Entry>;

impl Entry {
    /// Somebody signs, or says that a signature is not theirs.
    pub(super) fn say(&mut self, said: Said) {
        if said.digest.is_empty() {
            self.contests.push(said);
        } else {
            self.digests.push(said);
        }
    }

    /// What an operation said was replaced or taken back.
    pub(super) fn forget(&mut self, actor: u32, counter: u32) {
        for said in [&mut self.digests, &mut self.contests] {
            said.retain(|said| (said.actor, said.counter) != (actor, counter));
        }
    }

    /// A writing session wrote content, up to an operation.
    pub(super) fn write(&mut self, actor: u32, counter: u32) {
        match self.written.iter_mut().find(|(by, _)| *by == actor) {
            Some(last) => last.1 = counter,
            None => self.written.push((actor, counter)),
        }
    }

    /// Whether one content was signed on both sides. `is_owner` tells whose a signature is.
    pub(super) fn is_paired(&self, is_owner: impl Fn(u32) -> bool) -> bool {
        let stands = |said: &&Said| {
            let is_overruled = |other: &Said| other.signature == said.signature && other.is_own;
            let is_contested = |other: &Said| other.signature == said.signature;
            (said.is_own || !self.digests.iter().any(is_overruled))
                && !self.contests.iter().any(is_contested)
        };
        let standing: Vec<&Said> = self.digests.iter().filter(stands).collect();
        let mut owners = standing.iter().filter(|said| is_owner(said.signature));
        owners.any(|own| {
            let mut others = standing.iter().filter(|said| !is_owner(said.signature));
            others.any(|other| other.digest == own.digest)
        })
    }

    /// Whether all content that others wrote is in sight of a change.
    pub(super) fn is_seen(&self, by: u32, horizon: &Horizon) -> bool {
        let mut others = self.written.iter().filter(|(actor, _)| *actor != by);
        others.all(|(actor, counter)| horizon.shows(*actor, *counter))
    }

    /// Closes it: nothing of what was counted matters any more.
    pub(super) fn close(&mut self) {
        *self = Self {
            is_closed: true,
            ..Self::default()
        };
    }
}
