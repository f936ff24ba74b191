//! Intents: what a person does, and what came of it.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::Effect;
use crate::view::sync::Carried;

/// What a person does: a command of the domain, or something about this phone alone.
#[derive(Debug, Clone, PartialEq, Eq, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Intent {
    /// A command.
    Do {
        /// The command.
        command: Command,
        /// What the person saw when they began to type (`base` of what was shown): the change is made there. `null`:
        /// as things stand now.
        base: Option<String>,
    },
    /// Several commands as things stand now: all of them reach the disk in one write, or none is done.
    DoAll {
        /// The commands, in the order in which they are done.
        commands: Vec<Command>,
    },
    /// Chooses one of the values of a field to check.
    Settle {
        /// The conflict's `id`.
        conflict: String,
        /// Which value, by its place in the list.
        choice: u32,
    },
    /// Does a refused thing again, as it was or corrected.
    Retry {
        /// The item's `id`.
        item: u32,
        /// The corrected command; `null` for the same again.
        command: Option<Command>,
        /// What the person saw when they corrected it; `null`: as things stand now.
        base: Option<String>,
    },
    /// Prose that was changed in two places at once was read: the mark goes, for everybody where the document can say so.
    Reread {
        /// The mark's `id`.
        reread: String,
    },
    /// Forgets a refused item.
    Discard {
        /// The item's `id`.
        item: u32,
    },
    /// Writes on where a long text did not fit into one change, or several commands take a while (see [`DispatchResult::Part`]).
    GoOn {
        /// Its `part`.
        part: u32,
    },
    /// "While you were away" was looked at.
    AwaySeen,
    /// Takes up what the browser erased here, and was kept outside the database. The same again does nothing.
    TakeUp {
        /// What was kept, in its order.
        items: Vec<Carried>,
    },
    /// Takes in what another phone hands over without network. The same again does nothing.
    Receive {
        /// The parcel, in hexadecimal digits.
        parcel: String,
    },
    /// Downloads a document that was set aside again, and reads it.
    ReadAgain {
        /// The document.
        doc: String,
    },
}

/// What came of an intent, and what must be done about it.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(rename_all = "camelCase")]
pub struct Dispatched {
    /// What came of it.
    pub result: DispatchResult,
    /// What must be done.
    pub effects: Vec<Effect>,
}

/// What came of an intent.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum DispatchResult {
    /// Shown at once; say "saved" when the effect `saved` names this token.
    Done {
        /// The token.
        token: u32,
        /// The entry concerned.
        entry: Option<Ulid>,
    },
    /// So much of a long text, or of several commands, is shown, and nothing of it written down: [`Intent::GoOn`] is to be given until this is no
    /// more the answer. All of it is then saved in one write.
    Part {
        /// Names it.
        part: u32,
        /// How many bytes of the text, or how many of the commands, are made into changes.
        done: u32,
        /// Of how many.
        total: u32,
    },
    /// Nothing would change: nothing to save.
    NoChange,
    /// Not done.
    Rejected {
        /// Why.
        code: ErrorCode,
        /// The field or path; empty when the whole is concerned.
        field: String,
    },
}

impl DispatchResult {
    /// A rejection of the whole.
    #[must_use]
    pub fn rejected(code: ErrorCode) -> Self {
        Self::Rejected {
            code,
            field: String::new(),
        }
    }
}
