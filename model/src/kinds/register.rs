//! What of a member's sessions those may know who follow the cooperative's duties: when, how long, of what kind, who was
//! there and who signed; never a word of what was said. The relay derives it from the coaching log.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Kind, Spec};
use crate::kinds::coaching_log::{SessionMode, SessionStatus, SessionType};
use crate::projection::Relayed;

mod derived;
mod record;
mod standing;

pub use record::{Register, Registered};
pub use standing::{INTERVIEWS_A_YEAR, Standing, standing};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Register>()),
    is_told: false,
    ..Spec::of_members(Named::PerMember, Readers::Activity)
};

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
