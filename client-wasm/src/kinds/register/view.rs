//! How interviews stand, and sessions without their text.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{SessionMode, SessionStatus, SessionType};
use besace_model::kinds::directory::Stage;
use besace_model::kinds::register::Standing;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::Person;

/// How a member's interviews stand in a year.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct FollowRow {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their trade name.
    pub trade_name: String,
    /// Where they stand in the cooperative.
    pub stage: Option<Stage>,
    /// How their interviews stand; `null` for whom the rule is not.
    pub standing: Option<Standing>,
    /// Interviews that count, and no more than are due.
    pub interviews: u32,
    /// Interviews due.
    pub due: u32,
    /// Interviews held that wait for a signature.
    pub to_sign: u32,
    /// Interviews planned.
    pub planned: u32,
    /// Minutes of accompaniment.
    pub minutes: i64,
    /// Start of the last session held, in whatever year; empty when none.
    pub last_session_at: String,
    /// Start of the next session planned; empty when none.
    pub next_session_at: String,
}

/// How many members stand how.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct FollowTotals {
    /// Those whose interviews are late.
    pub late: u32,
    /// Those whose interviews are late soon.
    pub soon: u32,
    /// Those who have time.
    pub in_time: u32,
    /// Those who have them all.
    pub complete: u32,
    /// Those for whom the rule is not.
    pub exempt: u32,
}

/// What a coach carries in a year: what is due and done of the members they accompany now.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct LoadRow {
    /// Who; `null` for members whom nobody accompanies.
    pub coach: Option<MemberId>,
    /// Their name.
    pub name: String,
    /// Members whom they accompany.
    pub members: u32,
    /// Interviews due of them in the year.
    pub due: u32,
    /// Interviews that count.
    pub done: u32,
    /// Interviews held that wait for a signature.
    pub to_sign: u32,
    /// Interviews planned.
    pub planned: u32,
    /// Members whose interviews are late.
    pub late: u32,
    /// Minutes of accompaniment.
    pub minutes: i64,
}

/// A member's sessions of a year.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct FollowSheet {
    /// What the list shows.
    pub row: FollowRow,
    /// The sessions, the latest first.
    pub sessions: Vec<RegisteredRow>,
}

/// A session without its text.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct RegisteredRow {
    /// The session.
    pub id: Ulid,
    /// When it starts.
    pub starts_at: String,
    /// How long.
    pub minutes: i64,
    /// How it takes place.
    pub mode: SessionMode,
    /// What kind of talk.
    pub session_type: SessionType,
    /// Whether it is meant to be one of the interviews due.
    pub statutory: bool,
    /// Where it stands.
    pub status: SessionStatus,
    /// Whether the member was there; `null` before it is said.
    pub member_present: Option<bool>,
    /// Who signed the report as it stands, by name.
    pub signed_by: Vec<Person>,
    /// Somebody contested their signature.
    pub contested: bool,
    /// It is an interview that counts.
    pub counts: bool,
    /// It is an interview held that waits for a signature.
    pub to_sign: bool,
    /// Both sides signed that it does not count.
    pub annulled: bool,
    /// The session that it amends or annuls.
    pub amends: Option<Ulid>,
}
