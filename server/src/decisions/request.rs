//! Decisions about people, as they arrive.

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use serde::{Deserialize, Serialize};

use super::older::Older;
use crate::coop::{Changes, Described};

/// A decision about people, as it arrives.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(
    tag = "action",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum DecisionRequest {
    /// A new member; the answer names them.
    Add {
        /// The member.
        #[serde(flatten)]
        person: NewPerson,
        /// Whether to invite them at once; the answer has the invitation then.
        #[serde(default)]
        invited: bool,
    },
    /// Changes a member.
    Change {
        /// The member.
        member: MemberId,
        /// What changes.
        #[serde(flatten)]
        changes: Changes,
    },
    /// Lets a member write to an event without being in the team, or no longer.
    SetFacilitator {
        /// The event.
        event: Ulid,
        /// The member.
        member: MemberId,
        /// Whether they do.
        facilitates: bool,
    },
    /// Revokes a device.
    RevokeDevice {
        /// The device.
        device: DeviceId,
    },
    /// The same, as apps of before said it.
    #[serde(untagged)]
    Older(Older),
}

/// A new member.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewPerson {
    /// What is said of them.
    pub described: Described,
    /// Their roles.
    pub roles: BTreeSet<Role>,
    /// Who accompanies them.
    #[serde(default)]
    pub coaches: BTreeSet<MemberId>,
}
