//! Answers to orders, as they travel back.

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId};
use serde::{Deserialize, Serialize};

use crate::decisions::InvitationView;

/// What an order came to.
#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    /// The members.
    Members(Vec<MemberLine>),
    /// A member's devices.
    Devices(Vec<DeviceLine>),
    /// An invitation and the name of whom it invites.
    Invitation(String, InvitationView),
    /// A member was added.
    Added(MemberId),
    /// So many documents were written, and these not to their end.
    Exported(usize, Vec<Incomplete>),
    /// It is so.
    Done,
}

/// A document that could not be exported whole.
#[derive(Debug, Serialize, Deserialize)]
pub struct Incomplete {
    /// Its name, as in the export's index.
    pub doc: String,
    /// Whether what could not be read is at least there, change by change.
    pub has_rest: bool,
}

/// A member in a list.
#[derive(Debug, Serialize, Deserialize)]
pub struct MemberLine {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// Whether they take part, as a word.
    pub status: String,
    /// Devices that are not revoked.
    pub devices: usize,
}

/// A device in a list.
#[derive(Debug, Serialize, Deserialize)]
pub struct DeviceLine {
    /// The device.
    pub device: DeviceId,
    /// What its owner calls it.
    pub name: String,
    /// When it was enrolled.
    pub enrolled: String,
    /// The day it was last seen.
    pub last_seen: String,
    /// Whether it was revoked.
    pub revoked: bool,
}
