//! Signatures on a session's report: drawn consent with a digest, simple evidence and no more (domain.md section 9.9).

use automerge::Automerge;

use super::session::SESSIONS;
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::DocHead;
use crate::ids::Ulid;
use crate::kinds::coaching_log::Session;

mod reading;
mod signed;

pub(super) use reading::read;
use signed::is_in_person;
pub(super) use signed::{sign, to_sign};

/// The digest of no content.
const UNSAID_SHA256: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A session as it stands, unless both sides signed it: then it is only amended.
pub(super) fn open_session(
    doc: &Automerge,
    head: &DocHead,
    id: Ulid,
) -> Result<Option<Session>, CommandError> {
    let session = super::read(doc).sessions.remove(&id);
    match session {
        Some(session) if session.is_closed(head.owner) => {
            Err(CommandError::Closed(format!("{SESSIONS}/{id}")))
        }
        session => Ok(session),
    }
}

/// The author says that a signature in their name, captured on another phone, is not theirs.
pub(super) fn contest(writer: &mut ChangeWriter<'_>, id: Ulid) -> Result<(), CommandError> {
    let place = own(writer, id)?;
    if !writer.string(&place, "contested_at").is_empty() {
        return Err(CommandError::NoChange);
    }
    let now = writer.now();
    writer.put(&place, "contested_at", now.as_str())
}

/// The author says that a signature in their name, captured on another phone, is theirs: as if they had signed in person.
pub(super) fn confirm(writer: &mut ChangeWriter<'_>, id: Ulid) -> Result<(), CommandError> {
    let place = own(writer, id)?;
    let now = writer.now();
    writer.put(&place, "confirmed_at", now.as_str())?;
    writer.clear(&place, "contested_at")
}

/// A signature in the author's name that they did not speak on in person.
fn own(writer: &ChangeWriter<'_>, id: Ulid) -> Result<MapPlace, CommandError> {
    let place = writer.entry(SESSIONS, id)?;
    let signatures = writer
        .open(&place, "signatures")?
        .ok_or(CommandError::NoSuchEntry)?;
    let author = writer.author();
    let place = writer
        .open(&signatures, &author.to_string())?
        .ok_or(CommandError::NoSuchEntry)?;
    if is_in_person(writer, &place, author) {
        return Err(CommandError::NoChange);
    }
    Ok(place)
}
