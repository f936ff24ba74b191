//! What the commands about a post write.

use super::PostCommand;
use crate::clean;
use crate::command::CommandError;
use crate::doc::entry;
use crate::doc::field::put_prose;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::{MemberId, Ulid};
use crate::kinds::post::PostChanges;

impl PostCommand {
    pub(super) fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
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
                writer.put_since(&place, "removed_at", *removed)
            }
            Self::ThankForReply { member, thanks, .. } => {
                let place = reply_of(writer, *member)?;
                writer.put_since(&place, "thanked_at", *thanks)
            }
            Self::ReadReply { member, .. } => {
                let place = reply_of(writer, *member)?;
                writer.put_since(&place, "read_at", true)
            }
            Self::PinPost { id, pinned, .. } => {
                writer.entry("posts", *id)?;
                let board = writer.top("board")?;
                writer.put_since(&board, "pinned_at", *pinned)
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
pub(super) fn reply(
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
