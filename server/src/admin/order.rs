//! Orders, as they travel to the relay.

use std::path::PathBuf;

use besace_model::ids::DeviceId;
use serde::{Deserialize, Serialize};

use crate::coop::Changes;
use crate::decisions::NewPerson;

/// An order, for one cooperative.
#[derive(Debug, Serialize, Deserialize)]
pub struct Order {
    /// The cooperative's id or name; none when there is only one.
    pub coop: Option<String>,
    /// What to do.
    pub what: What,
}

/// What to do. Members are named by id, name or an unmistakable part of it.
#[derive(Debug, Serialize, Deserialize)]
pub enum What {
    /// List the members.
    Members,
    /// List a member's devices.
    Devices(String),
    /// Invite a member to enrol a device.
    Invite(String),
    /// Add a member.
    Add {
        /// The member.
        person: NewPerson,
        /// Who accompanies them.
        coaches: Vec<String>,
        /// Whether to invite them too.
        invited: bool,
    },
    /// Change a member.
    Change(String, Changes),
    /// Assign a coach (first) to a member, or end it.
    Assign(String, String, bool),
    /// Revoke a device.
    Revoke(DeviceId),
    /// Write every document into a folder.
    Export(PathBuf),
}
