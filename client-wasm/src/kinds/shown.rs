//! What the phone makes of a kind: what its documents and its commands are asked.

use besace_model::command::Command;
use besace_model::doc::commands::NoCommand;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::time::Timestamp;

use super::Settling;
use crate::replica::Replica;
use crate::view::actions::ActionItem;
use crate::view::today::{NextItem, WaitingItem};
use crate::views::ViewReader;

/// What the phone makes of a kind's documents.
pub(crate) trait Shown {
    /// The map of the entry that a command writes, by the command's word; empty where the screen finds it without.
    fn collection(_word: &str) -> &'static str {
        ""
    }

    /// The command that settles a field to check; `None` where no command does.
    fn settle(_at: &Settling<'_>) -> Option<Command> {
        None
    }

    /// Whether nobody writes at a path any more.
    fn is_closed(&self, _head: &DocHead, _path: &[&str]) -> bool {
        false
    }

    /// Whether an entry is found by those who search this phone; not where another kind shows the same.
    fn is_found(&self, _reader: &ViewReader<'_>, _head: &DocHead, _key: &str) -> bool {
        true
    }

    /// What of the kind waits for the reader.
    fn waits(_reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        Vec::new()
    }

    /// What of the kind people have to do and have not done, whoever they are, as far as the reader reads it.
    fn actions(_reader: &ViewReader<'_>) -> Vec<ActionItem> {
        Vec::new()
    }

    /// What of the kind comes up for the reader.
    fn next(_reader: &ViewReader<'_>) -> Vec<NextItem> {
        Vec::new()
    }
}

/// What the phone knows against a command before it is tried.
pub(crate) trait Checked {
    /// Why it is not even tried.
    fn objection(&self, _replica: &Replica, _now: Timestamp) -> Option<ErrorCode> {
        None
    }
}

impl Checked for NoCommand {}
