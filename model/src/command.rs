//! What a person does, as typed data. One command is one Automerge change is one commit. Screens send commands; the
//! model checks and applies them; a phone keeps them until the relay has spoken, to replay them when need be.
//!
//! Each kind has its own (`kinds::*::command`); here is what goes for the entries of all.
//!
//! Whoever makes an entry names it with a ULID, so sending the same command twice makes one entry.

mod entry;
mod entry_ref;
mod error;
mod mark_read;

pub use crate::kind::Command;
pub use entry::EntryCommand;
pub use entry_ref::EntryRef;
pub use error::CommandError;
pub use mark_read::READ_STAMPS;

impl Command {
    /// Removes an entry, or brings it back.
    #[must_use]
    pub fn remove(entry: EntryRef, removed: bool) -> Self {
        Self::Entry(EntryCommand::Remove { entry, removed })
    }
}
