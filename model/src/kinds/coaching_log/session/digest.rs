//! What of a session a signature binds, and its digest.

use sha2::{Digest, Sha256};

use crate::clean;
use crate::ids::{CommitHash, MemberId, Ulid};
use crate::kinds::coaching_log::{Session, SessionFields};
use crate::plain::{self, ToPlain};
use crate::record::Entry;
use crate::sorted::{SortedMap, SortedSet};

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
