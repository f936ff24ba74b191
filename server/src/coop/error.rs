//! Why a cooperative did not do what was asked.

use crate::store::StoreError;

/// Why a cooperative did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum CoopError {
    /// The file failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file failed before; only opening it again helps.
    #[error("the file failed before; the process must start again")]
    Poisoned,
    /// There is no such member, device or document, or none that may do this.
    #[error("no such thing")]
    NotFound,
    /// There is no such invitation.
    #[error("there is no such invitation")]
    BadInvitation,
    /// The invitation was used, or taken back.
    #[error("the invitation was used")]
    InvitationUsed,
    /// The invitation's time is over.
    #[error("the invitation has expired")]
    InvitationExpired,
    /// What was given has not the right form.
    #[error("not of the right form")]
    Invalid,
    /// A named limit is reached.
    #[error("a limit is reached")]
    Quota,
    /// A cooperative keeps one active director at least.
    #[error("at least one director must remain")]
    LastDirector,
    /// The relay's own change was not possible.
    #[error("the relay could not write its document")]
    RelayDocument,
}
