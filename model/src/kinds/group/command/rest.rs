//! Which group a command is about, and what writes on where a text is too long for one change.

use super::GroupCommand;
use crate::ids::Ulid;
use crate::kinds::group::{GroupChanges, MandateChanges, MinutesChanges};

impl GroupCommand {
    /// The group.
    pub(super) const fn group(&self) -> Ulid {
        match self {
            Self::FoundGroup { id, .. }
            | Self::EditGroup { id, .. }
            | Self::SetGroupBody { id, .. }
            | Self::JoinGroup { id, .. }
            | Self::ApproveInGroup { id, .. } => *id,
            Self::AddMandate { group, .. }
            | Self::EditMandate { group, .. }
            | Self::StandForMandate { group, .. }
            | Self::GiveMandate { group, .. }
            | Self::AddMinutes { group, .. }
            | Self::EditMinutes { group, .. }
            | Self::AddGroupAction { group, .. }
            | Self::EditGroupAction { group, .. }
            | Self::TickGroupAction { group, .. } => *group,
        }
    }

    pub(super) fn rest_of_text(&self) -> Option<Self> {
        match self {
            Self::FoundGroup { id, group } => Some(Self::EditGroup {
                id: *id,
                changes: GroupChanges {
                    aim: Some(group.aim.clone()),
                    ..Default::default()
                },
            }),
            Self::AddMandate { group, id, mandate } => Some(Self::EditMandate {
                group: *group,
                id: *id,
                changes: MandateChanges {
                    duties: Some(mandate.duties.clone()),
                    ..Default::default()
                },
            }),
            Self::AddMinutes { group, id, minutes } => Some(Self::EditMinutes {
                group: *group,
                id: *id,
                changes: MinutesChanges {
                    body: Some(minutes.body.clone()),
                    ..Default::default()
                },
            }),
            Self::EditGroup { .. } | Self::EditMandate { .. } | Self::EditMinutes { .. } => {
                Some(self.clone())
            }
            _ => None,
        }
    }
}
