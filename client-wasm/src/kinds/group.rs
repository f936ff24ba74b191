//! Groups of members.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::group::{Group, GroupCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::actions::ActionItem;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};
use crate::views::ViewReader;

pub(crate) mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::GroupWait;

requests! {
    /// What screens ask of groups.
    GroupRequest, GroupAnswer, GroupViews by reader {
        /// Groups: those that govern first, then by name.
        Groups {
            /// Those only that the reader is in.
            mine: bool,
            /// Words to find in names and aims; empty for all.
            search: String,
            /// Which rows.
            window: Window,
        } -> Page<GroupRow> = reader.groups(*mine, search, *window),
        /// One group in full.
        Group {
            /// The group.
            id: Ulid,
        } -> Option<Box<GroupSheet>> = reader.group_sheet(*id).map(Box::new),
    }
}

impl Shown for Group {
    fn collection(word: &str) -> &'static str {
        match word {
            "addMandate" | "editMandate" | "standForMandate" | "giveMandate" => "mandates",
            "addMinutes" | "editMinutes" => "minutes",
            "addGroupAction" | "editGroupAction" | "tickGroupAction" => "actions",
            _ => "groups",
        }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let (group, id) = (at.head.key.parse().ok()?, at.id.parse().ok()?);
        let command = match at.collection {
            "groups" => GroupCommand::EditGroup {
                id,
                changes: at.changes()?,
            },
            "mandates" => GroupCommand::EditMandate {
                group,
                id,
                changes: at.changes()?,
            },
            "minutes" => GroupCommand::EditMinutes {
                group,
                id,
                changes: at.changes()?,
            },
            "actions" => GroupCommand::EditGroupAction {
                group,
                id,
                changes: at.changes()?,
            },
            _ => return None,
        };
        Some(Command::Group(command))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.groups_wait()
    }

    fn actions(reader: &ViewReader<'_>) -> Vec<ActionItem> {
        reader.groups_actions()
    }
}

impl Checked for GroupCommand {}
