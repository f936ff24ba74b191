//! What is done to the guide.

use automerge::Automerge;
use ts_rs::TS;

use super::{
    GuidePageChanges, GuidePageFields, SectorLineChanges, SectorLineFields, TopicPersonChanges,
    TopicPersonFields,
};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What is done to the guide.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum GuideCommand {
    /// Writes a page, a step of the welcome or a link.
    AddGuidePage {
        /// The new page.
        id: Ulid,
        /// All its fields.
        page: GuidePageFields,
    },
    /// Changes fields of a page.
    EditGuidePage {
        /// The page.
        id: Ulid,
        /// The fields that change.
        changes: GuidePageChanges,
    },
    /// Writes a line of a sector's sheet.
    AddSectorLine {
        /// The new line.
        id: Ulid,
        /// All its fields.
        line: SectorLineFields,
    },
    /// Changes fields of a line.
    EditSectorLine {
        /// The line.
        id: Ulid,
        /// The fields that change.
        changes: SectorLineChanges,
    },
    /// Says who answers for a topic.
    AddTopicPerson {
        /// The new line.
        id: Ulid,
        /// All its fields.
        person: TopicPersonFields,
    },
    /// Changes who answers for a topic.
    EditTopicPerson {
        /// The line.
        id: Ulid,
        /// The fields that change.
        changes: TopicPersonChanges,
    },
}

impl Commands for GuideCommand {
    fn target(&self, _: MemberId) -> DocHead {
        DocHead::guide()
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddGuidePage { id, page } => Some(Self::EditGuidePage {
                id: *id,
                changes: GuidePageChanges {
                    body: Some(page.body.clone()),
                    ..GuidePageChanges::default()
                },
            }),
            Self::AddSectorLine { id, line } => Some(Self::EditSectorLine {
                id: *id,
                changes: SectorLineChanges {
                    body: Some(line.body.clone()),
                    ..SectorLineChanges::default()
                },
            }),
            Self::EditGuidePage { .. } | Self::EditSectorLine { .. } => Some(self.clone()),
            Self::AddTopicPerson { .. } | Self::EditTopicPerson { .. } => None,
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}

impl GuideCommand {
    /// Writes what a command says.
    fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddGuidePage { id, page } => {
                entry::add::<GuidePageChanges>(writer, *id, &page.clone().into())
            }
            Self::EditGuidePage { id, changes } => entry::edit(writer, *id, changes),
            Self::AddSectorLine { id, line } => {
                entry::add::<SectorLineChanges>(writer, *id, &line.clone().into())
            }
            Self::EditSectorLine { id, changes } => entry::edit(writer, *id, changes),
            Self::AddTopicPerson { id, person } => {
                entry::add::<TopicPersonChanges>(writer, *id, &person.clone().into())
            }
            Self::EditTopicPerson { id, changes } => entry::edit(writer, *id, changes),
        }
    }
}
