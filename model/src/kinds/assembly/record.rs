//! An assembly as plain data.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, Field, Instant, Kept, Line, Name, Number, OpenBasisPoints, OpenDay, Text, Word,
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

/// Votes, and those who may vote.
type Votes = Number<0, 100_000>;

words! {
    /// Where an assembly stands.
    AssemblyStatus {
        /// It is to come.
        Convened = "convened",
        /// It was held.
        Held = "held",
        /// It was called off.
        CalledOff = "called_off",
    }
}

words! {
    /// How many votes adopt a resolution.
    Majority {
        /// More for it than against it.
        Simple = "simple",
        /// Two thirds of those that are for it or against it.
        TwoThirds = "two_thirds",
    }
}

words! {
    /// Whether the votes on a resolution may still be typed.
    Count {
        /// They may.
        Counting = "counting",
        /// They stand.
        Locked = "locked",
    }
}

entry! {
    /// When and where, and by what rule.
    Sitting in "assemblies" by Secretaries, as AssemblyFields / AssemblyChanges {
        /// What it is called.
        title: Name,
        /// When it starts.
        starts_at: Instant,
        /// Where.
        place: Line,
        /// When its notice was sent.
        notice_sent: OpenDay,
        /// How many may vote.
        voters: Votes,
        /// How many of them came.
        present: Votes,
        /// For how many others one may vote.
        proxies_max: Number<0, 20>,
        /// How many must come or be represented.
        quorum_bp: OpenBasisPoints,
        /// What was said.
        proceedings: Text,
    }
}

entry! {
    /// A point of the agenda.
    AgendaItem in "agenda" by Secretaries, as AgendaFields / AgendaChanges {
        /// Its place.
        rank: Number<1, 99>,
        /// What it is about.
        title: Name,
        /// In words.
        details: Text,
    }
}

entry! {
    /// A document to be read before.
    AssemblyDocument in "documents" by Secretaries, as AssemblyDocumentFields / AssemblyDocumentChanges {
        /// What it is called.
        title: Name,
        /// Where it is found.
        link: Line,
    }
}

entry! {
    /// What is voted on.
    Resolution in "resolutions" by Secretaries, as ResolutionFields / ResolutionChanges {
        /// What it is called.
        title: Name,
        /// Its text.
        body: Text,
        /// How many votes adopt it.
        majority: Word<Majority>,
        /// Votes for it.
        votes_for: Votes,
        /// Votes against it.
        votes_against: Votes,
        /// Votes for neither.
        votes_abstain: Votes,
    }
}

/// Who lets another vote.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Proxy {
    /// Who votes for them; `None` once they took it back.
    pub holder: Option<MemberId>,
    /// When they gave it, as their device's clock said (RFC 3339).
    pub at: String,
}

/// An assembly.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Assembly {
    /// When, where and by what rule, under the identifier that the document is named after.
    pub sittings: SortedMap<Ulid, Sitting>,
    /// Who convened it.
    pub convened_by: Option<MemberId>,
    /// Where it stands.
    pub status: AssemblyStatus,
    /// Its agenda.
    pub agenda: SortedMap<Ulid, AgendaItem>,
    /// What is to be read before.
    pub documents: SortedMap<Ulid, AssemblyDocument>,
    /// What is voted on.
    pub resolutions: SortedMap<Ulid, Resolution>,
    /// Whether the votes on each may still be typed.
    pub counts: SortedMap<Ulid, Count>,
    /// Who lets another vote.
    pub proxies: SortedMap<MemberId, Proxy>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for Assembly {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    fn creator(&self) -> Option<MemberId> {
        self.convened_by
    }
}
