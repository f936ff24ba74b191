//! Sessions: their fields, and the digest that a signature binds.

use automerge::Automerge;

use super::signing;
use crate::doc::tree::Map;
use crate::ids::Ulid;
use crate::kinds::coaching_log::{STATUTORY_POINTS, Session};

mod digest;
mod writing;

pub use digest::{as_logged, content_sha256};
pub(super) use writing::{edit, log};

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
