//! A register as plain data.

use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::kinds::coaching_log::{CoachingLog, SessionMode, SessionStatus, SessionType};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::{SortedMap, SortedSet};

/// A member's sessions without their text.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Register {
    /// Sessions that were not removed.
    pub sessions: SortedMap<Ulid, Registered>,
}

/// A session without its text.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Registered {
    /// When it starts (RFC 3339).
    pub starts_at: String,
    /// How long, in minutes.
    pub minutes: i64,
    /// How it takes place.
    pub mode: SessionMode,
    /// What kind of talk.
    #[ts(rename = "type")]
    pub session_type: SessionType,
    /// Whether it counts as one of the two interviews a year.
    pub statutory: bool,
    /// Where it stands.
    pub status: SessionStatus,
    /// Whether the member was there; `None` before it is said.
    pub member_present: Option<bool>,
    /// Who signed the report as it stands, and does not contest it.
    pub signed_by: SortedSet<MemberId>,
    /// Whether somebody contested their signature.
    pub contested: bool,
    /// The session whose report this one amends.
    pub amends: Option<Ulid>,
    /// Whether it is an interview that counts (see [`CoachingLog::counted`]).
    pub counts: bool,
    /// Whether both sides signed that it does not count.
    pub annulled: bool,
}

impl Registered {
    /// Whether it is an interview that was held, and waits for a signature that stands.
    #[must_use]
    pub fn waits_for_signature(&self, member: MemberId) -> bool {
        let signed = &self.signed_by;
        let is_signed = signed.contains(&member) && signed.iter().any(|signer| *signer != member);
        self.statutory && self.status == SessionStatus::Done && !self.annulled && !is_signed
    }

    /// Whether it was held, and stands for itself: an amendment says anew what was held once.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.status == SessionStatus::Done && !self.annulled && self.amends.is_none()
    }
}

impl Said for Register {}

impl Register {
    /// The register of a member's coaching log.
    pub(in crate::kinds) fn of(member: MemberId, log: &CoachingLog) -> Self {
        let counted = log.counted(member);
        let sessions = log.standing_sessions(member).map(|(id, session)| {
            let mut signatures = session.signatures.values();
            let registered = Registered {
                starts_at: session.starts_at.clone(),
                minutes: session.minutes,
                mode: session.mode,
                session_type: session.session_type,
                statutory: session.statutory,
                status: session.status,
                member_present: session.member_present,
                signed_by: session.signers().collect(),
                contested: signatures.any(|signature| !signature.contested_at.is_empty()),
                amends: session.amends,
                counts: counted.contains(&id),
                annulled: log.is_annulled(member, id),
            };
            (id, registered)
        });
        Self {
            sessions: sessions.collect(),
        }
    }
}
