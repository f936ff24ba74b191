//! A question to the cooperative, or to a group: its options, who may answer, by when, and what came of it. Direction asks
//! everybody and the associates; who facilitates a group asks that group. Once it is open nothing changes of what is
//! asked, of whom, how and by when. It is closed when its time is over, and its outcome is published after that; asking
//! again is another consultation.

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Course, Seal, Table, Value, along, clearable};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Calls, Concern, Fetched, Kind, Spec};

mod command;
mod reading;
mod record;

pub use command::ConsultationCommand;
pub use reading::read;
pub use record::*;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    calls: Calls::EveryoneBy(Concern::Votes, "status", OPEN),
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

impl DocHead {
    /// A consultation.
    #[must_use]
    pub fn consultation(consultation: Ulid) -> Self {
        Self::new(
            Kind::Consultation,
            MemberId::RELAY,
            consultation.to_string(),
        )
    }
}

/// A document's content.
pub type Content = Consultation;
/// What people do to one.
pub type Command = ConsultationCommand;

/// It is prepared, asked, and what came of it is published, or it is called off (domain.md section 4.2). That it is closed
/// is a matter of time.
const STATUS: Course = Course::Steps(&[
    (DRAFT, OPEN),
    (DRAFT, CALLED_OFF),
    (OPEN, CALLED_OFF),
    (OPEN, OUTCOME),
]);
const DRAFT: &str = ConsultationStatus::Draft.as_str();
const OPEN: &str = ConsultationStatus::Open.as_str();
const OUTCOME: &str = ConsultationStatus::Outcome.as_str();
const CALLED_OFF: &str = ConsultationStatus::CalledOff.as_str();

/// What nobody changes once it is open.
const ASKED: Seal = Seal {
    open: &[DRAFT],
    over: &["consultations", "options", "electorate"],
};

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["consultations", "asked", "course", "options", "electorate"]
    entries [Question, Answer]
    rules {
        along("asked/by", Value::Author, Course::Once, Who::Convenors),
        along("course/status", Value::Choice(ConsultationStatus::WORDS), STATUS, Who::Convenors)
            .seals(ASKED),
        crate::doc::rules::set("course/outcome", Value::Text, Who::Convenors),
        clearable("electorate/everyone", Value::Bool, Who::Director),
        clearable("electorate/associates", Value::Bool, Who::Director),
        clearable("electorate/{ulid}", Value::Bool, Who::GroupHolders),
    }
};
