//! What a person types of a session.

use ts_rs::TS;

use super::{SessionMode, SessionStatus, SessionType};
use crate::doc::typed::fields;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

fields! {
    /// The fields of a coaching session.
    SessionFields / SessionChanges {
        /// When it starts (RFC 3339).
        starts_at: String,
        /// How long, in minutes.
        minutes: i64,
        /// How it takes place.
        mode: SessionMode,
        /// Where, in words.
        place: String,
        /// What kind of talk.
        session_type: SessionType,
        /// Whether it counts as one of the two interviews a year.
        statutory: bool,
        /// Topics, all of them.
        topics: Vec<String>,
        /// Where it stands.
        status: SessionStatus,
        /// The coaches present, all of them.
        coaches: Vec<MemberId>,
        /// What it is for.
        objectives: String,
        /// What was said.
        points: String,
        /// What was agreed.
        plan: String;
        /// Whether the member was there; unsaid before it is known.
        member_present: bool,
        /// The report this one amends.
        amends: Ulid
        => /// The eight statutory points, all of them; empty when the session is not statutory.
        eight_points: [String],
    }
}

/// What somebody read, and how they signed it: drawn, or typed by who cannot draw.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SignedHand {
    /// The digest of what was read (see `coaching_log::content_sha256`).
    pub content_sha256: String,
    /// The signature as it was drawn (see `rules::are_strokes`); empty when it was typed.
    pub strokes: String,
    /// The name as it was typed in place of drawing; empty when it was drawn.
    pub typed: String,
}
