//! Sessions: their fields, and the digest that a signature binds.

use automerge::Automerge;
use sha2::{Digest, Sha256};

use super::signing;
use crate::clean;
use crate::command::CommandError;
use crate::doc::tree::Map;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::{CommitHash, MemberId, Ulid};
use crate::kinds::coaching_log::{
    STATUTORY_POINTS, Session, SessionChanges, SessionFields, SessionMode, SessionStatus,
    SessionType,
};
use crate::plain::{self, ToPlain};
use crate::record::Entry;
use crate::sorted::{SortedMap, SortedSet};

/// The map that sessions stand in.
pub(super) const SESSIONS: &str = "sessions";

/// The keys of the eight statutory points.
pub(super) const EIGHT: [&str; STATUTORY_POINTS] = ["1", "2", "3", "4", "5", "6", "7", "8"];

/// What the document says of a session.
pub(super) fn read(doc: &Automerge, id: Ulid, map: Map<'_>) -> Session {
    let eight = map.map("eight");
    let mut session = Session {
        entry: map.entry(),
        starts_at: map.string("starts_at"),
        minutes: map.number("minutes"),
        mode: map.choice("mode"),
        place: map.string("place"),
        session_type: map.choice("type"),
        statutory: map.flag("statutory").unwrap_or(false),
        topics: map.set("topics"),
        status: map.choice("status"),
        coaches: map.set("coaches"),
        member_present: map.flag("member_present"),
        objectives: map.text("objectives"),
        points: map.text("points"),
        plan: map.text("plan"),
        eight_points: Vec::new(),
        signatures: Default::default(),
        amends: map.id("amends"),
        content_sha256: String::new(),
    };
    if eight.names().next().is_some() {
        session.eight_points = EIGHT.map(|key| eight.text(key)).to_vec();
    }
    session.signatures = signing::read(doc, map.map("signatures"));
    session.content_sha256 = content_sha256(id, &session);
    if !session.signatures.is_empty() {
        for signature in session.signatures.values_mut() {
            signature.changed_since = signature.content_sha256 != session.content_sha256;
        }
    }
    session
}

/// What a signature binds, its fields in alphabetical order.
#[derive(ToPlain)]
struct Signed<'a> {
    amends: Option<Ulid>,
    coaches: &'a SortedSet<MemberId>,
    eight_points: &'a [String],
    id: Ulid,
    member_present: Option<bool>,
    minutes: i64,
    mode: &'static str,
    objectives: &'a str,
    place: &'a str,
    plan: &'a str,
    points: &'a str,
    starts_at: &'a str,
    statutory: bool,
    topics: &'a SortedSet<String>,
    r#type: &'static str,
}

/// The SHA-256, in lower hexadecimal, of the canonical JSON of a session's signed content: one object, UTF-8, without
/// white space, keys in alphabetical order: `amends, coaches, eight_points, id, member_present, minutes, mode,
/// objectives, place, plan, points, starts_at, statutory, topics, type`. Words are those of the document, sets are
/// arrays in ascending order, what is unsaid is `null`, and only what JSON demands is escaped (`\"`, `\\`, `\n`, `\t`;
/// other control characters never stand in a document). The status, the stamps and the signatures are not part of it.
#[must_use]
pub fn content_sha256(id: Ulid, session: &Session) -> String {
    let signed = Signed {
        amends: session.amends,
        coaches: &session.coaches,
        eight_points: &session.eight_points,
        id,
        member_present: session.member_present,
        minutes: session.minutes,
        mode: session.mode.as_str(),
        objectives: &session.objectives,
        place: &session.place,
        plan: &session.plan,
        points: &session.points,
        starts_at: &session.starts_at,
        statutory: session.statutory,
        topics: &session.topics,
        r#type: session.session_type.as_str(),
    };
    let json = plain::to_json(&signed);
    CommitHash(Sha256::digest(json).into()).to_string()
}

/// What a session says once it is logged, as its digest is made of it.
#[must_use]
pub fn as_logged(id: Ulid, fields: &SessionFields) -> Session {
    let mut session = Session {
        entry: Entry::default(),
        starts_at: fields.starts_at.clone(),
        minutes: fields.minutes,
        mode: fields.mode,
        place: clean::line(&fields.place),
        session_type: fields.session_type,
        statutory: fields.statutory,
        topics: fields
            .topics
            .iter()
            .map(|topic| clean::line(topic))
            .collect(),
        status: fields.status,
        coaches: fields.coaches.iter().copied().collect(),
        member_present: fields.member_present,
        objectives: clean::prose(&fields.objectives),
        points: clean::prose(&fields.points),
        plan: clean::prose(&fields.plan),
        eight_points: fields
            .eight_points
            .iter()
            .map(|text| clean::prose(text))
            .collect(),
        signatures: SortedMap::new(),
        amends: fields.amends,
        content_sha256: String::new(),
    };
    session.content_sha256 = content_sha256(id, &session);
    session
}

/// Writes a new session.
pub(super) fn log(
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
pub(super) fn edit(
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
