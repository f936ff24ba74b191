//! Logging and editing a session.

use super::{EIGHT, SESSIONS};
use crate::clean;
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::Ulid;
use crate::kinds::coaching_log::{
    STATUTORY_POINTS, SessionChanges, SessionFields, SessionMode, SessionStatus, SessionType,
};

/// Writes a new session.
pub(in crate::kinds::coaching_log) fn log(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    session: &SessionFields,
) -> Result<(), CommandError> {
    let place = writer.new_entry(SESSIONS, id)?;
    for map in ["topics", "coaches", "eight", "signatures"] {
        writer.open_or_make(&place, map)?;
    }
    put(writer, &place, &session.clone().into())
}

/// Changes fields of a session. What one side signed may still be corrected; the signature then says that it changed
/// since. What both signed is closed.
pub(in crate::kinds::coaching_log) fn edit(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    changes: &SessionChanges,
) -> Result<(), CommandError> {
    let place = writer.entry(SESSIONS, id)?;
    put(writer, &place, changes)?;
    writer.touch(&place)
}

fn put(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    changes: &SessionChanges,
) -> Result<(), CommandError> {
    if let Some(starts_at) = &changes.starts_at {
        writer.put_chosen(place, "starts_at", starts_at)?;
    }
    writer.put_some(place, "minutes", changes.minutes)?;
    writer.put_some(place, "mode", changes.mode.map(SessionMode::as_str))?;
    if let Some(line) = &changes.place {
        writer.put_line(place, "place", line)?;
    }
    writer.put_some(place, "type", changes.session_type.map(SessionType::as_str))?;
    writer.put_some(place, "statutory", changes.statutory)?;
    if let Some(topics) = &changes.topics {
        let topics = topics.iter().map(|topic| clean::line(topic)).collect();
        writer.set(place, "topics", &topics)?;
    }
    writer.put_some(place, "status", changes.status.map(SessionStatus::as_str))?;
    if let Some(coaches) = &changes.coaches {
        let coaches = coaches.iter().map(ToString::to_string).collect();
        writer.set(place, "coaches", &coaches)?;
    }
    if let Some(present) = changes.member_present {
        writer.put_or_clear(place, "member_present", present)?;
    }
    for (key, text) in [
        ("objectives", &changes.objectives),
        ("points", &changes.points),
        ("plan", &changes.plan),
    ] {
        if let Some(text) = text {
            writer.text(place, key, text)?;
        }
    }
    if let Some(amends) = changes.amends {
        let amends = amends.map(|id| id.to_string());
        writer.put_or_clear(place, "amends", amends.as_deref())?;
    }
    put_eight(writer, place, changes)
}

/// The eight points of a statutory session: all of them, those left as they were included, or, when the session is
/// none, nothing.
fn put_eight(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    changes: &SessionChanges,
) -> Result<(), CommandError> {
    let Some(points) = &changes.eight_points else {
        return Ok(());
    };
    let expected = if writer.flag(place, "statutory") {
        STATUTORY_POINTS
    } else {
        0
    };
    if points.len() != expected {
        return Err(place.invalid("eight"));
    }
    let eight = writer.open_or_make(place, "eight")?;
    for (key, text) in EIGHT.iter().zip(points) {
        if let Some(text) = text {
            writer.text(&eight, key, text)?;
        }
    }
    Ok(())
}
