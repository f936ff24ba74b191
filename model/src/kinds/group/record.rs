//! A group as plain data.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, Day, Field, Flag, Kept, Name, OpenDay, Person, Reference, Text, Word,
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

words! {
    /// What a group is, as its founder says.
    GroupSort otherwise Circle {
        /// People around a subject.
        Circle = "circle",
        /// People of one place.
        Local = "local",
        /// People who began together.
        Cohort = "cohort",
    }
}

words! {
    /// What a group is to the cooperative, as a director says.
    Body {
        /// It governs.
        Board = "board",
        /// It prepares or follows decisions.
        Committee = "committee",
    }
}

entry! {
    /// What a group says about itself.
    About in "groups" by Facilitators, as GroupFields / GroupChanges {
        /// What it is called.
        name: Name,
        /// What it is.
        sort: Word<GroupSort>,
        /// What it is for.
        aim: Text,
        /// Whether who joins waits until somebody who holds the group agrees.
        by_approval: Flag,
        /// The opportunity that it was founded for, if one was.
        opportunity: Reference,
    }
}

entry! {
    /// A responsibility that a group gives.
    Mandate in "mandates" by Facilitators, as MandateFields / MandateChanges {
        /// What it is called.
        title: Name,
        /// What who holds it does.
        duties: Text,
        /// From when.
        starts: OpenDay,
        /// Until when.
        ends: OpenDay,
    }
}

entry! {
    /// What a meeting said.
    Minutes in "minutes" by Facilitators, as MinutesFields / MinutesChanges {
        /// When it was.
        day: Day,
        /// What it was about.
        title: Name,
        /// In words.
        body: Text,
    }
}

entry! {
    /// Something that a group does.
    GroupAction in "actions" by Facilitators, as GroupActionFields / GroupActionChanges {
        /// What.
        text: Name,
        /// Who does it.
        owner: Person,
        /// By when.
        due: OpenDay,
        /// Whether it is done.
        done: Flag,
    }
}

/// Who asked to be in a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Joined {
    /// When (RFC 3339).
    pub at: String,
    /// When they left; empty while they did not.
    pub left_at: String,
    /// When somebody who holds the group agreed; empty while nobody did.
    pub approved_at: String,
}

/// Who stands for a mandate.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Candidate {
    /// Since when (RFC 3339).
    pub at: String,
    /// When they stood back; empty while they did not.
    pub withdrawn_at: String,
    /// When it was given to them; empty while it is not.
    pub given_at: String,
}

impl Candidate {
    /// Whether they still stand for it.
    #[must_use]
    pub fn stands(&self) -> bool {
        !self.at.is_empty() && self.withdrawn_at.is_empty()
    }

    /// Whether they hold it.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.stands() && !self.given_at.is_empty()
    }
}

/// A group.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Group {
    /// What it says about itself, under the identifier that the document is named after.
    pub groups: SortedMap<Ulid, About>,
    /// Who founded it.
    pub founder: Option<MemberId>,
    /// What it is to the cooperative; `None` for a group of members.
    pub body: Option<Body>,
    /// Who joined.
    pub members: SortedMap<MemberId, Joined>,
    /// Its mandates.
    pub mandates: SortedMap<Ulid, Mandate>,
    /// Who stands for each.
    pub candidates: SortedMap<Ulid, SortedMap<MemberId, Candidate>>,
    /// Its minutes.
    pub minutes: SortedMap<Ulid, Minutes>,
    /// What it does.
    pub actions: SortedMap<Ulid, GroupAction>,
    /// Who ticked each, and when.
    pub ticks: SortedMap<Ulid, SortedMap<MemberId, String>>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for Group {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    fn creator(&self) -> Option<MemberId> {
        self.founder
    }
}
