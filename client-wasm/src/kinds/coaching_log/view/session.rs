//! A session in a list, and in full.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{
    Feedback, SessionFields, SessionMode, SessionStatus, SessionType,
};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::{ActionRow, SignatureView};
use crate::view::{Info, Person, RereadView};

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SessionRow {
    /// The entry.
    pub info: Info,
    /// Whose log.
    pub member: MemberId,
    /// Their name.
    pub member_name: String,
    /// When it starts.
    pub starts_at: String,
    /// How long.
    pub minutes: i64,
    /// How it takes place.
    pub mode: SessionMode,
    /// Where.
    pub place: String,
    /// What kind of talk.
    pub session_type: SessionType,
    /// Whether it counts as one of the two interviews a year.
    pub statutory: bool,
    /// Where it stands.
    pub status: SessionStatus,
    /// The coaches, by name.
    pub coaches: Vec<Person>,
    /// Of the eight points, how many are filled in.
    pub points_filled: u32,
    /// Signatures that bind the report as it stands.
    pub signed: u32,
    /// A statutory session held that misses points or signatures.
    pub incomplete: bool,
    /// Waits for the reader's signature.
    pub to_sign: bool,
    /// Both sides signed it: nothing in it changes any more, and it is only amended.
    pub closed: bool,
    /// The session that this one amends or annuls.
    pub amends: Option<Ulid>,
    /// Both sides signed that it does not count.
    pub annulled: bool,
}

/// A session in full.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SessionSheet {
    /// What the list shows.
    pub row: SessionRow,
    /// Its fields, the eight points included.
    pub fields: SessionFields,
    /// What its status may become, the one that stands included.
    pub statuses: Vec<SessionStatus>,
    /// What the member prepared.
    pub preparation: String,
    /// Whether the reader prepares it.
    pub may_prepare: bool,
    /// What the member said of it.
    pub feedback: Option<Feedback>,
    /// Whether the reader gives feedback.
    pub may_rate: bool,
    /// The preparation (`preparation`) or the feedback (`feedback`), where its author wrote it in two places at once.
    pub rereads: Vec<RereadView>,
    /// Signatures.
    pub signatures: Vec<SignatureView>,
    /// Who may still sign on this phone: oneself, and the member for a coach.
    pub may_sign: Vec<Person>,
    /// The digest of the content that these fields are: what a signature binds.
    pub content_sha256: String,
    /// The report changed after somebody signed it.
    pub changed_since_signature: bool,
    /// The reports that amend this one.
    pub amended_by: Vec<SessionLink>,
    /// The report that this one amends, when it is on this phone.
    pub amended: Option<SessionLink>,
    /// The actions that came from it.
    pub actions: Vec<ActionRow>,
}

/// Another session.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SessionLink {
    /// Which.
    pub id: Ulid,
    /// When it starts.
    pub starts_at: String,
    /// What kind of talk.
    pub session_type: SessionType,
    /// Whether both sides signed it.
    pub closed: bool,
}
