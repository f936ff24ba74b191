//! An assembly of the associates: when and where, its notice, agenda, documents, proxies, resolutions and minutes. A
//! director convenes it; directors and the secretary, whom one of them made its facilitator, write it. A proxy is given by
//! oneself alone. The secretary types the votes; once they are locked nothing of a resolution changes any more.

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Course, Seal, Table, Value, along, clearable, set};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Calls, Concern, Fetched, Kind, Spec};

mod command;
mod counting;
mod reading;
mod record;

pub use command::AssemblyCommand;
pub use reading::read;
pub use record::*;

/// Days between the notice of an assembly and the assembly.
pub const NOTICE_DAYS: i64 = 15;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    calls: Calls::EveryoneOnce(Concern::Votes),
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

impl DocHead {
    /// An assembly.
    #[must_use]
    pub fn assembly(assembly: Ulid) -> Self {
        Self::new(Kind::Assembly, MemberId::RELAY, assembly.to_string())
    }
}

/// A document's content.
pub type Content = Assembly;
/// What people do to one.
pub type Command = AssemblyCommand;

const STATUS: Course = Course::Steps(&[(CONVENED, HELD), (CONVENED, CALLED_OFF)]);
const CONVENED: &str = AssemblyStatus::Convened.as_str();
const HELD: &str = AssemblyStatus::Held.as_str();
const CALLED_OFF: &str = AssemblyStatus::CalledOff.as_str();

/// What nobody changes once it was held: who was represented, by what rule, of how many.
const COMING: Seal = Seal {
    open: &[CONVENED],
    over: &[
        "proxies",
        "agenda",
        "assemblies/{ulid}/starts_at",
        "assemblies/{ulid}/notice_sent",
        "assemblies/{ulid}/proxies_max",
        "assemblies/{ulid}/quorum_bp",
        "assemblies/{ulid}/voters",
        "assemblies/{ulid}/removed_at",
    ],
};

const COUNT: Course = Course::Steps(&[(COUNTING, LOCKED)]);
const COUNTING: &str = Count::Counting.as_str();
const LOCKED: &str = Count::Locked.as_str();

/// What nobody changes once the votes are locked.
const VOTED: Seal = Seal {
    open: &[COUNTING],
    over: &[
        "resolutions/{ulid}/title",
        "resolutions/{ulid}/body",
        "resolutions/{ulid}/majority",
        "resolutions/{ulid}/votes_for",
        "resolutions/{ulid}/votes_against",
        "resolutions/{ulid}/votes_abstain",
        "resolutions/{ulid}/removed_at",
    ],
};

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["assemblies", "convened", "course", "agenda", "documents", "resolutions", "proxies"]
    entries [Sitting, AgendaItem, AssemblyDocument, Resolution]
    rules {
        along("convened/by", Value::Author, Course::Once, Who::Director),
        along("course/status", Value::Choice(AssemblyStatus::WORDS), STATUS, Who::Secretaries)
            .seals(COMING),
        along("resolutions/{ulid}/count", Value::Choice(Count::WORDS), COUNT, Who::Secretaries)
            .seals(VOTED),
        set("proxies/{member}", Value::Map, Who::Oneself),
        clearable("proxies/{member}/holder", Value::Member, Who::Oneself),
        set("proxies/{member}/at", Value::Instant, Who::Oneself),
    }
};
