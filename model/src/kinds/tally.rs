//! What became of a consultation: who was asked, how many answered, what, and whether they were enough. The relay counts
//! what it had when the consultation closed, in its own time; what comes later is told apart and changes nothing. Of a
//! secret one it says nothing before that, and never who answered what; where fewer than five answered, nothing at all.

use crate::access::{Readers, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};
use crate::kinds::stance::Position;
use crate::projection::Relayed;

mod counting;
mod derived;
mod reading;
mod record;
mod writing;

pub use reading::read;
pub use record::{Tally, VOICES_MIN, Voice};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Tally>()),
    fetched: Fetched::Late,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

impl DocHead {
    /// What became of a consultation.
    #[must_use]
    pub fn tally(consultation: Ulid) -> Self {
        Self::new(Kind::Tally, MemberId::RELAY, consultation.to_string())
    }
}

/// A document's content.
pub type Content = Tally;
/// The relay alone writes it.
pub type Command = NoCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["tally", "counts", "voices"]
    rules {
        set("tally/closed", Value::Bool, Who::Relay),
        set("tally/asked", Value::Int(0, i64::MAX), Who::Relay),
        set("tally/voices", Value::Int(0, i64::MAX), Who::Relay),
        set("tally/proxies", Value::Int(0, i64::MAX), Who::Relay),
        set("tally/late", Value::Int(0, i64::MAX), Who::Relay),
        set("tally/quorate", Value::Bool, Who::Relay),
        set("tally/few", Value::Bool, Who::Relay),
        clearable("counts/{tag}", Value::Int(0, i64::MAX), Who::Relay),
        clearable("voices/{member}", Value::Map, Who::Relay),
        clearable("voices/{member}/option", Value::Ulid, Who::Relay),
        clearable("voices/{member}/position", Value::Choice(Position::WORDS), Who::Relay),
        set("voices/{member}/days", Value::Map, Who::Relay),
        clearable("voices/{member}/days/{ulid}", Value::Bool, Who::Relay),
        set("voices/{member}/reason", Value::Text, Who::Relay),
        clearable("voices/{member}/by", Value::Member, Who::Relay),
    }
};
