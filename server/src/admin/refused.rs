//! Why an order was not carried out.

use serde::{Deserialize, Serialize};

use crate::coop::CoopError;

/// Why an order was not carried out.
#[derive(Debug, Serialize, Deserialize, thiserror::Error)]
pub enum Refused {
    /// No member is called that.
    #[error("no member is called `{0}`; `besace members` lists them")]
    NoSuchMember(String),
    /// Several are.
    #[error("several members fit: {}", .0.join(", "))]
    Ambiguous(Vec<String>),
    /// There are several cooperatives, and none was named.
    #[error("say which cooperative with --coop: {}", .0.join(", "))]
    WhichCoop(Vec<String>),
    /// No cooperative is called that.
    #[error("no cooperative is called `{0}`: {list}", list = .1.join(", "))]
    NoSuchCoop(String, Vec<String>),
    /// Its file cannot be used.
    #[error("the cooperative {0} is closed: {1}")]
    Closed(String, String),
    /// Several have that name, from before names were kept apart.
    #[error("several cooperatives are called `{0}`: say which by its id: {list}", list = .1.join(", "))]
    CoopsOfOneName(String, Vec<String>),
    /// The cooperative said no.
    #[error("refused: {0}")]
    Coop(Why),
    /// The folder could not be written.
    #[error("the folder could not be written: {0}")]
    Folder(String),
}

/// Why the cooperative said no.
#[derive(Debug, Serialize, Deserialize, thiserror::Error)]
pub enum Why {
    /// There is no such thing.
    #[error("there is no such member or device")]
    NotFound,
    /// Not the right form.
    #[error("the name is empty or too long, or a member would coach themselves")]
    Invalid,
    /// A limit is reached.
    #[error("there are too many of these already")]
    Quota,
    /// A cooperative keeps one director.
    #[error("at least one active director must remain")]
    LastDirector,
    /// The file failed.
    #[error("the relay could not store it; its log says why")]
    Failed,
}

impl From<CoopError> for Refused {
    fn from(error: CoopError) -> Self {
        let why = match error {
            CoopError::NotFound
            | CoopError::BadInvitation
            | CoopError::InvitationUsed
            | CoopError::InvitationExpired => Why::NotFound,
            CoopError::Invalid => Why::Invalid,
            CoopError::Quota => Why::Quota,
            CoopError::LastDirector => Why::LastDirector,
            CoopError::Store(_) | CoopError::Poisoned | CoopError::RelayDocument => {
                tracing::error!(error = &error as &dyn std::error::Error, "an order failed");
                Why::Failed
            }
        };
        Self::Coop(why)
    }
}
