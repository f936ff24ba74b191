//! What organisers do to an event.

use automerge::Automerge;
use ts_rs::TS;

use super::{EventChanges, EventFields};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

mod writing;

/// What organisers do to an event.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EventCommand {
    /// Creates an event.
    CreateEvent {
        /// The new event.
        id: Ulid,
        /// All its fields.
        event: EventFields,
    },
    /// Changes fields of an event; a change of slot raises its sequence.
    EditEvent {
        /// The event.
        id: Ulid,
        /// The fields that change.
        changes: EventChanges,
    },
}

impl Commands for EventCommand {
    fn target(&self, _: MemberId) -> DocHead {
        let (Self::CreateEvent { id, .. } | Self::EditEvent { id, .. }) = self;
        DocHead::event(*id)
    }

    fn rest(&self) -> Option<Self> {
        Some(match self {
            Self::CreateEvent { id, event } => Self::EditEvent {
                id: *id,
                changes: EventChanges {
                    description: Some(event.description.clone()),
                    ..EventChanges::default()
                },
            },
            Self::EditEvent { .. } => self.clone(),
        })
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}
