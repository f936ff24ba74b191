//! Why the demonstration could not be made.

use besace_model::command::CommandError;
use besace_model::error::ErrorCode;

use crate::coop::CoopError;
use crate::files::VaultError;
use crate::home::HomeError;

/// The demonstration could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The data folder failed, or is taken.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// The cooperative failed.
    #[error("the cooperative failed")]
    Coop(#[from] CoopError),
    /// A command of the plan does not apply: the plan or the model has a bug.
    #[error("a command of the plan does not apply: {command}")]
    Command {
        /// Which one.
        command: String,
        /// Why.
        source: CommandError,
    },
    /// The relay refused a commit of the plan: the same.
    #[error("a commit of the plan was refused: {0:?} at {1:?}")]
    Refused(ErrorCode, String),
    /// A picture could not be kept.
    #[error("a picture could not be kept")]
    Files(#[source] VaultError),
    /// The relay neither took nor refused a commit.
    #[error("a commit of the plan got no final verdict")]
    Undecided,
}
