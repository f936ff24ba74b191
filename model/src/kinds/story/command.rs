//! What people do to a story.

use automerge::Automerge;
use ts_rs::TS;

use super::{StoryChanges, StoryFields, StoryStatus};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What people do to a story.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum StoryCommand {
    /// Begins a story.
    AddStory {
        /// The new story.
        id: Ulid,
        /// All its fields.
        story: StoryFields,
    },
    /// Changes fields of a story.
    EditStory {
        /// The story.
        id: Ulid,
        /// The fields that change.
        changes: StoryChanges,
    },
    /// Approves a story as it was read.
    ApproveStory {
        /// The story.
        id: Ulid,
        /// The digest of what was read.
        sha256: String,
    },
    /// Takes a story back from everybody, or lets it stand again.
    WithdrawStory {
        /// The story.
        id: Ulid,
        /// Whether it is taken back.
        withdrawn: bool,
    },
}

impl Commands for StoryCommand {
    fn target(&self, _: MemberId) -> DocHead {
        match self {
            Self::AddStory { id, .. }
            | Self::EditStory { id, .. }
            | Self::ApproveStory { id, .. }
            | Self::WithdrawStory { id, .. } => DocHead::story(*id),
        }
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddStory { id, story } => Some(Self::EditStory {
                id: *id,
                changes: StoryChanges {
                    body: Some(story.body.clone()),
                    ..StoryChanges::default()
                },
            }),
            Self::EditStory { .. } => Some(self.clone()),
            _ => None,
        }
    }

    fn is_of_what_stands(&self) -> bool {
        matches!(self, Self::ApproveStory { .. } | Self::WithdrawStory { .. })
    }

    fn writing(&self, doc: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        match self {
            Self::AddStory { id, story } => {
                writes(|writer| entry::add::<StoryChanges>(writer, *id, &story.clone().into()))
            }
            Self::EditStory { id, changes } => writes(|writer| entry::edit(writer, *id, changes)),
            Self::ApproveStory { id, sha256 } => {
                check_read(doc, *id, sha256)?;
                writes(|writer| approve(writer, sha256))
            }
            Self::WithdrawStory { id, withdrawn } => writes(|writer| {
                writer.entry("stories", *id)?;
                let desk = writer.top("desk")?;
                let (now, stands) = (
                    writer.now(),
                    writer.string(&desk, "withdrawn_at").is_empty(),
                );
                match (*withdrawn, stands) {
                    (true, true) => writer.put(&desk, "withdrawn_at", now.as_str()),
                    (true, false) => Ok(()),
                    (false, _) => writer.clear(&desk, "withdrawn_at"),
                }
            }),
        }
    }
}

/// Only what is ready, says something and stands as it was read is approved.
fn check_read(doc: &Automerge, id: Ulid, sha256: &str) -> Result<(), CommandError> {
    let editorial = super::read(doc);
    let story = editorial.stories.get(&id);
    let story = story.ok_or(CommandError::NoSuchEntry)?;
    let path = |field: &str| format!("stories/{id}/{field}");
    if story.status == StoryStatus::Draft {
        return Err(CommandError::Transition(path("status")));
    }
    if story.body.is_empty() {
        return Err(CommandError::Invalid(path("body")));
    }
    if story.sha256() != sha256 {
        return Err(CommandError::NotAsRead(path("body")));
    }
    Ok(())
}

fn approve(writer: &mut ChangeWriter<'_>, sha256: &str) -> Result<(), CommandError> {
    let desk = writer.top("desk")?;
    writer.put(&desk, "approved", sha256)?;
    writer.clear(&desk, "withdrawn_at")?;
    let now = writer.now();
    if writer.has_written() {
        writer.put(&desk, "approved_at", now.as_str())?;
    }
    Ok(())
}
