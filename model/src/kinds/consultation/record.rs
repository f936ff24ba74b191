//! A consultation as plain data.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, Field, Flag, Instant, Kept, Name, Number, OpenBasisPoints, OpenDay, Text, Word,
};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

/// Voices that one person may bear for others, at most, whatever a consultation says.
pub const PROXIES_MAX: i64 = 20;

words! {
    /// How people answer.
    Method {
        /// They agree, object with a reason, or stand aside.
        Consent = "consent",
        /// They say in words what they think.
        Advice = "advice",
        /// They choose one option.
        Poll = "poll",
        /// They choose every day on which they can.
        DatePoll = "date_poll",
    }
}

words! {
    /// Where a consultation stands.
    ConsultationStatus {
        /// It is being prepared.
        Draft = "draft",
        /// It was asked.
        Open = "open",
        /// What came of it is published.
        Outcome = "outcome",
        /// It was called off.
        CalledOff = "called_off",
    }
}

entry! {
    /// What is asked, and how.
    Question in "consultations" by Convenors, as ConsultationFields / ConsultationChanges {
        /// In one line.
        question: Name,
        /// In words.
        details: Text,
        /// How people answer.
        method: Word<Method>,
        /// Whether nobody is told who answered what.
        secret: Flag,
        /// By when.
        closes: Instant,
        /// How many of those asked must answer for it to count.
        quorum_bp: OpenBasisPoints,
        /// For how many others one may answer.
        proxies: Number<0, PROXIES_MAX>,
    }
}

entry! {
    /// One of the answers to choose from.
    Answer in "options" by Convenors, as OptionFields / OptionChanges {
        /// In one line.
        label: Name,
        /// In a poll for a date, the day.
        day: OpenDay,
    }
}

/// Who may answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "whom",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum Electorate {
    /// Nobody yet.
    #[default]
    Nobody,
    /// Every member.
    Everyone,
    /// Associates.
    Associates,
    /// Those who are in a group.
    Group {
        /// Which.
        group: Ulid,
    },
}

/// A consultation.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Consultation {
    /// What is asked, under the identifier that the document is named after.
    pub questions: SortedMap<Ulid, Question>,
    /// Who asks.
    pub author: Option<MemberId>,
    /// Where it stands.
    pub status: ConsultationStatus,
    /// What came of it, in words.
    pub outcome: String,
    /// The answers to choose from.
    pub options: SortedMap<Ulid, Answer>,
    /// Who may answer.
    pub electorate: Electorate,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for Consultation {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    fn creator(&self) -> Option<MemberId> {
        self.author
    }
}
