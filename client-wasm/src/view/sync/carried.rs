//! What a person did that nobody else has, as it is kept outside the database.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

/// A command that was not sent, or was refused and not looked at: a browser may erase its database, and this brings the
/// words back to whoever they are of (see [`crate::api::Intent::TakeUp`]).
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Carried {
    /// The command.
    pub command: Command,
    /// When it was done, by this phone's clock.
    pub created_ms: i64,
    /// The heads of the document that the person saw, as [`crate::base::Base`] writes them; `null` in what was done before
    /// they were kept.
    pub base: Option<String>,
    /// The hashes that its change had, written alike; the last one is that of now.
    pub was: String,
    /// Why it was refused; `null` for what was not sent.
    pub code: Option<ErrorCode>,
}
