//! What people do to a post.

use automerge::Automerge;
use ts_rs::TS;

use super::{PostChanges, PostFields};
use crate::clean;
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::field::put_prose;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What people do to a post.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PostCommand {
    /// Puts something on the board.
    AddPost {
        /// The new post.
        id: Ulid,
        /// All its fields.
        post: PostFields,
    },
    /// Changes fields of a post of one's own.
    EditPost {
        /// The post.
        id: Ulid,
        /// The fields that change.
        changes: PostChanges,
    },
    /// Answers a post, or changes one's answer.
    ReplyToPost {
        /// Whose post.
        owner: MemberId,
        /// The post.
        id: Ulid,
        /// The whole answer.
        text: String,
        /// Whether one offers one's help.
        helps: bool,
    },
    /// Takes one's answer back, or brings it back.
    TakeReplyBack {
        /// Whose post.
        owner: MemberId,
        /// The post.
        id: Ulid,
        /// Whether it is taken back.
        removed: bool,
    },
    /// Says thanks for an answer to a post of one's own, or no more.
    ThankForReply {
        /// The post.
        id: Ulid,
        /// Who answered.
        member: MemberId,
        /// Whether one says thanks.
        thanks: bool,
    },
    /// Says that one read an answer to a post of one's own.
    ReadReply {
        /// The post.
        id: Ulid,
        /// Who answered.
        member: MemberId,
    },
    /// Keeps a post at the top of the board, or no more.
    PinPost {
        /// Whose post.
        owner: MemberId,
        /// The post.
        id: Ulid,
        /// Whether it is kept there.
        pinned: bool,
    },
    /// Hides a post, or an answer to it, and says why; shows it again.
    HidePost {
        /// Whose post.
        owner: MemberId,
        /// The post.
        id: Ulid,
        /// Whose answer; `None` for the post.
        reply: Option<MemberId>,
        /// Why; empty to show it again.
        reason: String,
    },
}

impl Commands for PostCommand {
    fn target(&self, author: MemberId) -> DocHead {
        match self {
            Self::AddPost { id, .. }
            | Self::EditPost { id, .. }
            | Self::ThankForReply { id, .. }
            | Self::ReadReply { id, .. } => DocHead::post(author, *id),
            Self::ReplyToPost { owner, id, .. }
            | Self::TakeReplyBack { owner, id, .. }
            | Self::PinPost { owner, id, .. }
            | Self::HidePost { owner, id, .. } => DocHead::post(*owner, *id),
        }
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddPost { id, post } => Some(Self::EditPost {
                id: *id,
                changes: PostChanges {
                    body: Some(post.body.clone()),
                    ..PostChanges::default()
                },
            }),
            Self::EditPost { .. } | Self::ReplyToPost { .. } => Some(self.clone()),
            _ => None,
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}

impl PostCommand {
    fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddPost { id, post } => {
                entry::add::<PostChanges>(writer, *id, &post.clone().into())
            }
            Self::EditPost { id, changes } => entry::edit(writer, *id, changes),
            Self::ReplyToPost {
                id, text, helps, ..
            } => reply(writer, *id, text, *helps),
            Self::TakeReplyBack { removed, .. } => {
                let place = reply_of(writer, writer.author())?;
                put_instant(writer, &place, "removed_at", *removed)
            }
            Self::ThankForReply { member, thanks, .. } => {
                let place = reply_of(writer, *member)?;
                put_instant(writer, &place, "thanked_at", *thanks)
            }
            Self::ReadReply { member, .. } => {
                let place = reply_of(writer, *member)?;
                put_instant(writer, &place, "read_at", true)
            }
            Self::PinPost { id, pinned, .. } => {
                writer.entry("posts", *id)?;
                let board = writer.top("board")?;
                put_instant(writer, &board, "pinned_at", *pinned)
            }
            Self::HidePost {
                id, reply, reason, ..
            } => {
                writer.entry("posts", *id)?;
                let place = match reply {
                    Some(member) => reply_of(writer, *member)?,
                    None => writer.top("board")?,
                };
                let reason = clean::line(reason);
                let reason = (!reason.is_empty()).then_some(reason.as_str());
                writer.put_or_clear(&place, "hidden", reason)
            }
        }
    }
}

/// The answer of a member.
fn reply_of(writer: &ChangeWriter<'_>, member: MemberId) -> Result<MapPlace, CommandError> {
    let replies = writer.top("replies")?;
    writer
        .open(&replies, &member.to_string())?
        .ok_or(CommandError::NoSuchEntry)
}

/// Writes one's answer; one that was taken back stands again.
fn reply(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    text: &str,
    helps: bool,
) -> Result<(), CommandError> {
    writer.entry("posts", id)?;
    let replies = writer.top("replies")?;
    let place = writer.open_or_make(&replies, &writer.author().to_string())?;
    put_prose(writer, &place, "text", text)?;
    writer.put(&place, "helps", helps)?;
    writer.clear(&place, "removed_at")?;
    let now = writer.now();
    if writer.has_written() {
        writer.put(&place, "at", now.as_str())?;
    }
    Ok(())
}

/// Says when something began, or that it is no more; what began already goes on.
fn put_instant(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    key: &str,
    is_so: bool,
) -> Result<(), CommandError> {
    let now = writer.now();
    match (is_so, writer.string(place, key).is_empty()) {
        (true, true) => writer.put(place, key, now.as_str()),
        (true, false) => Ok(()),
        (false, _) => writer.clear(place, key),
    }
}
