//! A push in short: one device says who it is once, and the last commit of a session signs for those before it.

use minicbor::{Decode, Encode};

use super::super::{DocName, DocPush, WireError};
use super::{Chain, Short};
use crate::admission::proven_by_later;
use crate::commit::Commit;
use crate::ids::DeviceId;

/// What [`DocPush`] says, of one device.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ShortPush {
    /// The document.
    #[n(0)]
    pub doc: DocName,
    /// The device that signed.
    #[n(1)]
    pub device: DeviceId,
    /// The commits, in the order they were made.
    #[n(2)]
    pub commits: Vec<ShortCommit>,
}

/// A commit in short.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ShortCommit {
    /// The change.
    #[n(0)]
    pub change: Short,
    /// As in [`Commit::signature`].
    #[cbor(n(1), with = "crate::commit::signature")]
    pub signature: Option<[u8; crate::commit::SIGNATURE_BYTES]>,
}

impl ShortPush {
    /// A push in short: as many as devices signed one after the other.
    pub fn of(push: &DocPush) -> impl Iterator<Item = Self> + '_ {
        let by_device = push.commits.chunk_by(|one, next| one.device == next.device);
        by_device.filter_map(|commits| {
            Some(Self {
                doc: push.doc.clone(),
                device: commits.first()?.device,
                commits: shorten(commits),
            })
        })
    }

    /// The push.
    ///
    /// # Errors
    /// [`WireError::Malformed`] when a commit is to follow one that is not there.
    pub fn whole(self) -> Result<DocPush, WireError> {
        let mut chain = Chain::default();
        let commits = self.commits.into_iter().map(|commit| {
            Ok(Commit {
                device: self.device,
                signature: commit.signature,
                change: chain.restore(commit.change)?,
            })
        });
        Ok(DocPush {
            doc: self.doc,
            commits: commits.collect::<Result<_, _>>()?,
        })
    }
}

/// How many commits some pushes hold.
#[must_use]
pub fn count(pushes: &[ShortPush]) -> usize {
    pushes.iter().map(|push| push.commits.len()).sum()
}

fn shorten(commits: &[Commit]) -> Vec<ShortCommit> {
    let mut chain = Chain::default();
    let proven = proven_by_later(commits);
    let all = commits.iter().zip(proven);
    all.map(|(commit, is_proven)| ShortCommit {
        change: chain.shorten(&commit.change),
        signature: commit.signature.filter(|_| !is_proven),
    })
    .collect()
}
