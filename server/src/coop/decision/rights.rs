//! Whom a decision concerns, and who may take it.

use besace_model::ids::MemberId;

use super::Decision;
use crate::coop::people::People;

impl Decision {
    /// Whom or what it concerns, for the audit.
    pub(in crate::coop) fn subject(&self) -> [u8; 16] {
        match self {
            Self::Add { member, .. }
            | Self::Change { member, .. }
            | Self::SetFacilitator { member, .. }
            | Self::Invite { member, .. } => *member.as_bytes(),
            Self::Enrol { device, .. } | Self::RevokeDevice { device } => *device.as_bytes(),
        }
    }

    /// Whether it can change what anyone reads or what the directory says.
    pub(in crate::coop) fn changes_people(&self) -> bool {
        matches!(
            self,
            Self::Add { .. } | Self::Change { .. } | Self::SetFacilitator { .. }
        )
    }

    /// Whether `actor` may decide it: the operator and directors may decide all, everybody may invite themselves and
    /// revoke their own devices.
    pub(in crate::coop) fn is_for(&self, actor: MemberId, people: &People) -> bool {
        if actor == MemberId::RELAY {
            return true;
        }
        if let Self::Enrol { .. } = self {
            return true;
        }
        let Some(actor) = people.active(actor) else {
            return false;
        };
        if actor.directs() {
            return true;
        }
        match self {
            Self::Invite { member, .. } => *member == actor.row.member,
            Self::RevokeDevice { device } => people
                .device(*device)
                .is_some_and(|device| device.member == actor.row.member),
            _ => false,
        }
    }
}
