//! An opportunity as plain data.

use ts_rs::TS;

use super::experiment::Experiment;
use super::words::*;
use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, Field, Holder, Kept, Name, OpenDay, Prose, Word};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::typed::fields;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::{SortedMap, SortedSet};

entry! {
    /// What may be worth doing.
    Opportunity in "opportunities" by Creator, as OpportunityFields / OpportunityChanges {
        /// Where it comes from.
        source: Word<OpportunitySource>,
        /// What it is.
        kind: Word<OpportunityKind>,
        /// What it is called.
        title: Name,
        /// In words.
        body: Prose,
        /// By when one has to have answered; empty when open.
        deadline: OpenDay,
    }
}

entry! {
    /// Something that somebody does about it.
    OpportunityAction in "actions" by CreatorOrTeam touched by HolderCreatorOrTeam, as OpportunityActionFields / OpportunityActionChanges {
        /// What.
        text: Prose,
        /// Who does it, and says how far it has come.
        owner: Holder,
        /// By when; empty when open.
        due: OpenDay,
        /// How far it has come.
        status: Word<OpportunityActionStatus> => HolderCreatorOrTeam,
    }
}

fields! {
    /// What the team thinks of it, each from 1 to 5.
    Assessment / AssessmentChanges {
        /// What it would change.
        impact: i64,
        /// What it would cost.
        effort: i64,
    }
}

/// What a member says about an opportunity.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct OpportunityComment {
    /// In words.
    pub text: String,
    /// When (RFC 3339).
    pub at: String,
    /// When its author took it back; empty while it stands.
    pub removed_at: String,
}

impl OpportunityComment {
    pub(super) fn read(map: Map<'_>) -> Self {
        Self {
            text: map.text("text"),
            at: map.string("at"),
            removed_at: map.string("removed_at"),
        }
    }
}

/// An opportunity with all that is said and done about it.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct OpportunityFile {
    /// The opportunity, under the identifier that the document is named after.
    pub opportunities: SortedMap<Ulid, Opportunity>,
    /// Whom it interests.
    pub interested: SortedSet<MemberId>,
    /// What members say about it.
    pub comments: SortedMap<MemberId, OpportunityComment>,
    /// What it would change, from 1 to 5; none while nobody weighed it.
    pub impact: Option<i64>,
    /// What it would cost, from 1 to 5.
    pub effort: Option<i64>,
    /// How far it has come.
    pub status: OpportunityStatus,
    /// Why it was decided so.
    pub reason: String,
    /// Who decided last.
    pub decided_by: Option<MemberId>,
    /// When (RFC 3339); empty while nothing was decided.
    pub decided_at: String,
    /// What is tried.
    pub experiment: Experiment,
    /// What is done about it.
    pub actions: SortedMap<Ulid, OpportunityAction>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for OpportunityFile {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Nobody makes an entry there but the one that the document is named after.
    fn creator(&self) -> Option<MemberId> {
        self.opportunities.values().next()?.entry.created_by
    }

    fn holder(&self, path: &[&str]) -> Option<MemberId> {
        match path {
            ["actions", id, ..] => self.actions.get(&id.parse().ok()?)?.owner,
            _ => None,
        }
    }
}
