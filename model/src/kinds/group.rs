//! A group of members: what it is for, who is in it, its mandates, minutes and actions. Any member founds one, a circle, a
//! local group or a cohort; whether it is a board or a committee of the cooperative, a director alone says. Its founder,
//! its facilitators and direction write; everybody joins, stands for a mandate and ticks actions under a key of their
//! own. A mandate is given to somebody who stands for it, by another who holds the group.

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Course, Table, Value, along, clearable, set};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};

mod command;
mod reading;
mod record;

pub use command::GroupCommand;
pub use reading::read;
pub use record::*;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

impl DocHead {
    /// A group.
    #[must_use]
    pub fn group(group: Ulid) -> Self {
        Self::new(Kind::Group, MemberId::RELAY, group.to_string())
    }
}

/// A document's content.
pub type Content = Group;
/// What people do to one.
pub type Command = GroupCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["groups", "founded", "members", "mandates", "minutes", "actions"]
    entries [About, Mandate, Minutes, GroupAction]
    rules {
        along("founded/by", Value::Author, Course::Once, Who::Facilitators),
        clearable("founded/body", Value::Choice(Body::WORDS), Who::Director),
        set("members/{member}", Value::Map, Who::Oneself),
        set("members/{member}/at", Value::Instant, Who::Oneself),
        clearable("members/{member}/left_at", Value::Instant, Who::Oneself),
        clearable("members/{member}/approved_at", Value::Instant, Who::Facilitators),
        set("mandates/{ulid}/candidates", Value::Map, Who::Facilitators),
        set("mandates/{ulid}/candidates/{member}", Value::Map, Who::Oneself),
        set("mandates/{ulid}/candidates/{member}/at", Value::Instant, Who::Oneself),
        clearable("mandates/{ulid}/candidates/{member}/withdrawn_at", Value::Instant, Who::Oneself),
        clearable("mandates/{ulid}/candidates/{member}/given_at", Value::Instant, Who::Appointers),
        set("actions/{ulid}/ticks", Value::Map, Who::Facilitators),
        clearable("actions/{ulid}/ticks/{member}", Value::Instant, Who::Oneself),
    }
};
