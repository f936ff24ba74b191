//! What people do to a member's consents.

use automerge::Automerge;
use ts_rs::TS;

use super::{ConsentChanges, ConsentFields, RequestChanges, RequestFields};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What people do to a member's consents.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ConsentCommand {
    /// Agrees to something in general.
    AddConsent {
        /// The new consent.
        id: Ulid,
        /// All its fields.
        consent: ConsentFields,
    },
    /// Changes a consent of one's own, or takes it back.
    EditConsent {
        /// The consent.
        id: Ulid,
        /// The fields that change.
        changes: ConsentChanges,
    },
    /// Puts a story before a member whom it shows, as it is to appear; again, when it changed.
    AskConsent {
        /// Whom.
        member: MemberId,
        /// The story.
        id: Ulid,
        /// What they are to read.
        request: RequestFields,
    },
    /// Agrees to a story as one read it, or refuses; the last word counts.
    AnswerConsent {
        /// The story.
        id: Ulid,
        /// Whether one agrees.
        agrees: bool,
        /// The digest of what one read.
        shown: String,
    },
}

impl Commands for ConsentCommand {
    fn target(&self, author: MemberId) -> DocHead {
        match self {
            Self::AddConsent { .. } | Self::EditConsent { .. } | Self::AnswerConsent { .. } => {
                DocHead::consent(author)
            }
            Self::AskConsent { member, .. } => DocHead::consent(*member),
        }
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AskConsent { .. } | Self::EditConsent { .. } => Some(self.clone()),
            Self::AddConsent { id, consent } => Some(Self::EditConsent {
                id: *id,
                changes: ConsentChanges {
                    purpose: Some(consent.purpose.clone()),
                    ..ConsentChanges::default()
                },
            }),
            Self::AnswerConsent { .. } => None,
        }
    }

    fn is_of_what_stands(&self) -> bool {
        matches!(self, Self::AnswerConsent { .. })
    }

    fn writing(&self, doc: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        match self {
            Self::AddConsent { id, consent } => {
                writes(|writer| entry::add::<ConsentChanges>(writer, *id, &consent.clone().into()))
            }
            Self::EditConsent { id, changes } => writes(|writer| entry::edit(writer, *id, changes)),
            Self::AskConsent { id, request, .. } => writes(|writer| ask(writer, *id, request)),
            Self::AnswerConsent { id, agrees, shown } => {
                let consents = super::read(doc);
                let request = consents.asked(*id).ok_or(CommandError::NoSuchEntry)?;
                if request.shown_sha256() != *shown {
                    return Err(CommandError::NotAsRead(format!("requests/{id}/text")));
                }
                writes(|writer| answer(writer, *id, *agrees, shown))
            }
        }
    }
}

fn ask(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    request: &RequestFields,
) -> Result<(), CommandError> {
    let fields = RequestChanges::from(request.clone());
    match writer.entry("requests", id) {
        Ok(place) => {
            writer.clear(&place, "removed_at")?;
            entry::edit(writer, id, &fields)
        }
        Err(_) => entry::add(writer, id, &fields),
    }
}

fn answer(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    agrees: bool,
    shown: &str,
) -> Result<(), CommandError> {
    let answers = writer.top("answers")?;
    let place = writer.open_or_make(&answers, &id.to_string())?;
    writer.put(&place, "agrees", agrees)?;
    writer.put(&place, "shown", shown)?;
    let now = writer.now();
    if writer.has_written() {
        writer.put(&place, "at", now.as_str())?;
    }
    Ok(())
}
