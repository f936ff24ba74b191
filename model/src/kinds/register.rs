//! What of a member's sessions those may know who follow the cooperative's duties: when, how long, of what kind, who was
//! there and who signed; never a word of what was said. The relay derives it from the coaching log.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Record, Said, Spec};
use crate::kinds::coaching_log::{CoachingLog, SessionMode, SessionStatus, SessionType};
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{Derived, Own, Relayed};
use crate::sorted::{SortedMap, SortedSet};
use crate::time::Timestamp;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Register>()),
    is_told: false,
    ..Spec::of_members(Named::PerMember, Readers::Activity)
};

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

words! {
    /// How a member's interviews of a year stand.
    Standing {
        /// Both are held and signed.
        Complete = "complete",
        /// There is time yet.
        InTime = "in_time",
        /// Some is missing, and the year ends soon.
        Soon = "soon",
        /// Some is missing, and it is late.
        Late = "late",
    }
}

/// Interviews that each member is owed in a year, with a signed report (domain.md section 1).
pub const INTERVIEWS_A_YEAR: u32 = 2;
/// From this day of the year on a missing interview is soon late (`MM-DD`; life.md section 4).
const SOON_FROM: &str = "10-01";
/// From this day on it is late.
const LATE_FROM: &str = "11-01";

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

/// How a member stands who has so many interviews in `year`, on a day (`YYYY-MM-DD`).
#[must_use]
pub fn standing(interviews: u32, year: u16, today: &str) -> Standing {
    let is_from = |day: &str| *today >= *format!("{year:04}-{day}");
    match interviews {
        INTERVIEWS_A_YEAR.. => Standing::Complete,
        _ if is_from(LATE_FROM) => Standing::Late,
        _ if is_from(SOON_FROM) => Standing::Soon,
        _ => Standing::InTime,
    }
}

impl DocHead {
    /// The register of a member's sessions.
    #[must_use]
    pub fn register(member: MemberId) -> Self {
        Self::new(Kind::Register, member, String::new())
    }
}

/// A document's content.
pub type Content = Register;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for Register {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["sessions"]
    rules {
        clearable("sessions/{ulid}", Value::Map, Who::Relay),
        set("sessions/{ulid}/starts_at", Value::Instant, Who::Relay),
        set("sessions/{ulid}/minutes", Value::Int(0, i64::MAX), Who::Relay),
        set("sessions/{ulid}/mode", Value::Choice(SessionMode::WORDS), Who::Relay),
        set("sessions/{ulid}/type", Value::Choice(SessionType::WORDS), Who::Relay),
        set("sessions/{ulid}/statutory", Value::Bool, Who::Relay),
        set("sessions/{ulid}/status", Value::Choice(SessionStatus::WORDS), Who::Relay),
        clearable("sessions/{ulid}/member_present", Value::Bool, Who::Relay),
        set("sessions/{ulid}/signed_by", Value::Map, Who::Relay),
        clearable("sessions/{ulid}/signed_by/{member}", Value::Bool, Who::Relay),
        set("sessions/{ulid}/contested", Value::Bool, Who::Relay),
        clearable("sessions/{ulid}/amends", Value::Ulid, Who::Relay),
        set("sessions/{ulid}/counts", Value::Bool, Who::Relay),
        set("sessions/{ulid}/annulled", Value::Bool, Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Register {
    let tree = Tree::read(doc, no_rank);
    let sessions = tree.map("sessions").entries();
    Register {
        sessions: sessions.map(|(id, map)| (id, registered(map))).collect(),
    }
}

fn registered(map: Map<'_>) -> Registered {
    Registered {
        starts_at: map.string("starts_at"),
        minutes: map.number("minutes"),
        mode: map.choice("mode"),
        session_type: map.choice("type"),
        statutory: map.flag("statutory").unwrap_or(false),
        status: map.choice("status"),
        member_present: map.flag("member_present"),
        signed_by: map.set("signed_by"),
        contested: map.flag("contested").unwrap_or(false),
        amends: map.id("amends"),
        counts: map.flag("counts").unwrap_or(false),
        annulled: map.flag("annulled").unwrap_or(false),
    }
}

impl Register {
    /// The register of a member's coaching log.
    fn of(member: MemberId, log: &CoachingLog) -> Self {
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

impl Derived for Register {
    type Given = Self;
    const READS: &'static [Kind] = &[Kind::CoachingLog];
    const VERSION: u64 = 1;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Self)> {
        let Record::CoachingLog(log) = record else {
            return Vec::new();
        };
        vec![(DocHead::register(head.owner), Self::of(head.owner, log))]
    }

    fn made_of(given: Vec<Self>) -> Record {
        Record::Register(given.into_iter().next().unwrap_or_default())
    }
}

impl Own for Register {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let all = writer.top("sessions")?;
        writer.clear_others(&all, |id| self.sessions.contains_key(id))?;
        let mut sessions = self.sessions.iter();
        while !writer.is_full()
            && let Some((id, session)) = sessions.next()
        {
            let place = writer.open_or_make(&all, &id.to_string())?;
            put_session(writer, &place, session)?;
        }
        Ok(())
    }
}

fn put_session(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    session: &Registered,
) -> Result<(), CommandError> {
    let signed = session.signed_by.iter().map(ToString::to_string);
    let amends = session.amends.map(|id| id.to_string());
    if Timestamp::parse_rfc3339(&session.starts_at).is_some() {
        writer.put(place, "starts_at", session.starts_at.as_str())?;
    }
    writer.put(place, "minutes", session.minutes.max(0))?;
    writer.put(place, "mode", session.mode.as_str())?;
    writer.put(place, "type", session.session_type.as_str())?;
    writer.put(place, "statutory", session.statutory)?;
    writer.put(place, "status", session.status.as_str())?;
    writer.put_or_clear(place, "member_present", session.member_present)?;
    writer.set(place, "signed_by", &signed.collect())?;
    writer.put(place, "contested", session.contested)?;
    writer.put_or_clear(place, "amends", amends.as_deref())?;
    writer.put(place, "counts", session.counts)?;
    writer.put(place, "annulled", session.annulled)
}
