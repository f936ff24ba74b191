//! Why a command does not apply.

/// Why a command does not apply.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// A value is missing, too long or not of the right form; the field's path.
    #[error("{0} is not valid")]
    Invalid(String),
    /// The member may not do that.
    #[error("not allowed at {0}")]
    Forbidden(String),
    /// Both sides signed it: it is only amended. The entry's path.
    #[error("{0} is closed")]
    Closed(String),
    /// What was read before signing is not what stands. The entry's path.
    #[error("{0} is not as it was read")]
    NotAsRead(String),
    /// What stands at the field's path cannot become that any more.
    #[error("{0} cannot become that any more")]
    Transition(String),
    /// The entry the command changes is not in the document.
    #[error("no such entry")]
    NoSuchEntry,
    /// Somebody made it meanwhile, unseen, where there can be only one: the text's path.
    #[error("{0} was made meanwhile")]
    MadeMeanwhile(String),
    /// Nothing would change.
    #[error("nothing changes")]
    NoChange,
    /// Too much was typed for one change; saving more often helps.
    #[error("too much for one change")]
    TooBig,
}
