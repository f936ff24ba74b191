//! Goals and actions.

use ts_rs::TS;

use super::words::*;
use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, BasisPoints, Field, Kept, Line, Name, Number, OpenDay, Person, Prose, Reference, Word,
};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::limits::TARGET_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::record::Entry;

entry! {
    /// A goal.
    Goal in "goals" by OwnerOrCoach, as GoalFields / GoalChanges {
        /// What.
        title: Name,
        /// About what.
        kind: Word<GoalKind>,
        /// The figure aimed at, in `unit`; 0 when there is none.
        target_value: Number<{ -TARGET_MAX }, TARGET_MAX>,
        /// The unit of the figure.
        unit: Line,
        /// By when; empty when open.
        due: OpenDay,
        /// Where it stands.
        status: Word<GoalStatus>,
        /// Progress in basis points.
        progress_bp: BasisPoints,
    }
}

entry! {
    /// An action somebody owes.
    Action in "actions" by OwnerOrCoach, as ActionFields / ActionChanges {
        /// What.
        text: Prose,
        /// By when; empty when open.
        due: OpenDay,
        /// Where it stands.
        status: Word<ActionStatus>,
        /// Who does it.
        owner: Person,
        /// The session it came from.
        session: Reference,
        /// The goal it serves.
        goal: Reference,
    }
}
