//! Stances as plain data.

use ts_rs::TS;

use crate::doc::word::words;
use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::record::Conflict;
use crate::sorted::{SortedMap, SortedSet};

words! {
    /// What somebody says to a proposal.
    Position {
        /// They agree, or can live with it.
        Consent = "consent",
        /// They object, and say why.
        Objection = "objection",
        /// They stand aside.
        Abstain = "abstain",
    }
}

/// What a member answers to one consultation.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Stance {
    /// The option they choose.
    pub option: Option<Ulid>,
    /// What they say to a proposal.
    pub position: Option<Position>,
    /// The options they can live with, where one chooses several.
    pub days: SortedSet<Ulid>,
    /// Why, in words.
    pub reason: String,
    /// Who answers for them.
    pub proxy: Option<MemberId>,
    /// When the consultation closes, as they read it there.
    pub closes: String,
    /// When they answered, as their device's clock said (RFC 3339).
    pub at: String,
    /// When they took it back; empty while it stands.
    pub removed_at: String,
}

/// What a member types of a stance.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct StanceFields {
    /// The option they choose.
    pub option: Option<Ulid>,
    /// What they say to a proposal.
    pub position: Option<Position>,
    /// The options they can live with, where one chooses several.
    pub days: Vec<Ulid>,
    /// Why, in words.
    pub reason: String,
    /// Who answers for them.
    pub proxy: Option<MemberId>,
    /// When the consultation closes, as they read it there.
    pub closes: String,
}

impl Stance {
    /// Whether it says anything.
    #[must_use]
    pub fn stands(&self) -> bool {
        let says = self.option.is_some()
            || self.position.is_some()
            || !self.days.is_empty()
            || !self.reason.is_empty()
            || self.proxy.is_some();
        says && self.removed_at.is_empty()
    }
}

/// What a member answers to consultations.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Stances {
    /// Stances by consultation.
    pub stances: SortedMap<Ulid, Stance>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for Stances {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}
