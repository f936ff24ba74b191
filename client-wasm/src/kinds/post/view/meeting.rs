//! Who and what meets a post, and who had nothing to do with anybody.

use besace_model::ids::MemberId;
use besace_model::kinds::indicators::UNSEEN_DAYS;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::PostRow;
use crate::view::Person;

/// Days after which a post that nobody answered is quiet.
pub const QUIET_DAYS: i64 = 7;
/// Days without exchange, event or session after which somebody should be called.
pub const ISOLATED_DAYS: i64 = UNSEEN_DAYS;

/// Who and what meets a post, the best first.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MeetingView {
    /// Posts.
    pub posts: Vec<PostRow>,
    /// Members, by their profiles.
    pub people: Vec<MeetingPerson>,
}

/// Somebody whose profile meets a post.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MeetingPerson {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What they can do, or need.
    pub why: String,
}

/// Somebody who should be called.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct IsolatedRow {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// The last exchange, event or session that this phone knows of; empty when none.
    pub last_at: String,
    /// Who accompanies them.
    pub coaches: Vec<Person>,
    /// Whether the reader would know of their sessions.
    pub knows_sessions: bool,
}

/// What members look for that goes by one theme.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct NeedTheme {
    /// The word they gave it; empty for needs without one.
    pub tag: String,
    /// How many needs there were.
    pub needs: u32,
    /// Those that wait for somebody yet.
    pub open: u32,
}
