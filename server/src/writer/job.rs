//! What the writer's thread is asked to do.

use besace_model::ids::{DocId, MemberId};
use besace_model::time::Timestamp;
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use super::files::FilesWork;
use super::lent::OwnedAsk;
use super::submitted::Admitted;
use crate::coop::{
    Built, CoopError, Decision, Done, Exported, Known, PackedStep, Page, Submission, Taken,
};
use crate::hub::LinkId;
use crate::store::invitations::SecretHash;

pub(super) type Answer<T> = oneshot::Sender<T>;

/// Room taken in memory by what was read of pushes and is not judged yet.
pub(super) struct Room {
    pub(super) ops: OwnedSemaphorePermit,
    pub(super) _index: Option<OwnedSemaphorePermit>,
}

/// Why a cooperative that nobody uses is to rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Haste {
    /// Nobody used it for a while: what nobody waits for is finished first.
    AtLeisure,
    /// Another one needs its place: snapshots are built another time.
    ForRoom,
}

pub(super) enum Job {
    Admit(Option<LinkId>, Submission, Answer<Admitted>, Room),
    Decide(MemberId, Box<Decision>, Answer<Result<Done, CoopError>>),
    /// Something could not be read: the whole file is checked.
    Doubt,
    /// Something waits that is done when nothing else is to be.
    Tidy,
    Read(OwnedAsk, Answer<Result<Page, CoopError>>),
    Export(DocId, Answer<Result<Exported, CoopError>>),
    Invited(SecretHash, Timestamp, Answer<Result<MemberId, CoopError>>),
    /// Something is to be noted of files.
    Files(FilesWork),
    /// Documents that failed their trial, to be frozen.
    Failed(Vec<Built>),
    /// The long lane did what the writer asked: snapshots to put in place.
    Tidied(Result<Vec<Built>, CoopError>),
    /// It packed commits into segments, to be put in place when nothing else is to do.
    Packed(Result<PackedStep, CoopError>),
    /// It could not open the file: the writer asks again after the next commit.
    Unable,
    /// It read what documents give to those that are derived.
    Taken(Vec<Taken>),
    #[cfg(test)]
    LetThrough(besace_model::head::DocHead, Vec<u8>),
    /// Close in order when nothing is left to do, and say what it takes to find the cooperative; `None` when it goes on.
    Rest(Haste, Answer<Option<Known>>),
    Close(Answer<Result<(), CoopError>>),
}

impl Job {
    /// Whether somebody waits for it, or sent it.
    pub(super) fn is_for_people(&self) -> bool {
        matches!(
            self,
            Self::Admit(..)
                | Self::Decide(..)
                | Self::Read(..)
                | Self::Export(..)
                | Self::Invited(..)
                | Self::Files(..)
        )
    }
}
