//! What people do to a group.

use automerge::Automerge;
use ts_rs::TS;

use super::{
    Body, GroupActionChanges, GroupActionFields, GroupChanges, GroupFields, MandateChanges,
    MandateFields, MinutesChanges, MinutesFields,
};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

mod rest;
mod writing;

/// What people do to a group.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum GroupCommand {
    /// Founds a group, and is in it.
    FoundGroup {
        /// The new group.
        id: Ulid,
        /// All its fields.
        group: GroupFields,
    },
    /// Changes what a group says about itself.
    EditGroup {
        /// The group.
        id: Ulid,
        /// The fields that change.
        changes: GroupChanges,
    },
    /// Says what a group is to the cooperative.
    SetGroupBody {
        /// The group.
        id: Ulid,
        /// What it is; `None` for a group of members.
        body: Option<Body>,
    },
    /// Joins a group, or leaves it.
    JoinGroup {
        /// The group.
        id: Ulid,
        /// Whether one joins.
        joins: bool,
    },
    /// Agrees that somebody who asked is in a group, or no more.
    ApproveInGroup {
        /// The group.
        id: Ulid,
        /// Who asked.
        member: MemberId,
        /// Whether they are in it.
        approved: bool,
    },
    /// Opens a mandate.
    AddMandate {
        /// The group.
        group: Ulid,
        /// The new mandate.
        id: Ulid,
        /// All its fields.
        mandate: MandateFields,
    },
    /// Changes fields of a mandate.
    EditMandate {
        /// The group.
        group: Ulid,
        /// The mandate.
        id: Ulid,
        /// The fields that change.
        changes: MandateChanges,
    },
    /// Stands for a mandate, or no more.
    StandForMandate {
        /// The group.
        group: Ulid,
        /// The mandate.
        id: Ulid,
        /// Whether one stands for it.
        stands: bool,
    },
    /// Gives a mandate to somebody who stands for it, or takes it back.
    GiveMandate {
        /// The group.
        group: Ulid,
        /// The mandate.
        id: Ulid,
        /// Who stands for it.
        member: MemberId,
        /// Whether they are to hold it.
        given: bool,
    },
    /// Writes what a meeting said.
    AddMinutes {
        /// The group.
        group: Ulid,
        /// The new minutes.
        id: Ulid,
        /// All their fields.
        minutes: MinutesFields,
    },
    /// Changes minutes.
    EditMinutes {
        /// The group.
        group: Ulid,
        /// The minutes.
        id: Ulid,
        /// The fields that change.
        changes: MinutesChanges,
    },
    /// Says what the group is to do.
    AddGroupAction {
        /// The group.
        group: Ulid,
        /// The new action.
        id: Ulid,
        /// All its fields.
        action: GroupActionFields,
    },
    /// Changes fields of an action.
    EditGroupAction {
        /// The group.
        group: Ulid,
        /// The action.
        id: Ulid,
        /// The fields that change.
        changes: GroupActionChanges,
    },
    /// Says that one did one's action, or did not.
    TickGroupAction {
        /// The group.
        group: Ulid,
        /// The action.
        id: Ulid,
        /// Whether it is done.
        done: bool,
    },
}

impl Commands for GroupCommand {
    fn target(&self, _: MemberId) -> DocHead {
        DocHead::group(self.group())
    }

    fn rest(&self) -> Option<Self> {
        self.rest_of_text()
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}
