//! One entry of the list, as a line of words.

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId, Ulid};

use crate::store::invitations::SecretHash;
use crate::store::people::Status;

/// A right that was taken or given. What is given is noted only to stand after what was taken before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A device speaks for nobody any more.
    Device(DeviceId),
    /// An invitation was used or cancelled.
    Invitation(SecretHash),
    /// A member takes part again, or no longer.
    Part(MemberId, Status),
    /// A member has a role, or no longer.
    Role(MemberId, Role, bool),
    /// A coach accompanies a member, or no longer.
    Coach(MemberId, MemberId, bool),
    /// A member writes to an event without being in the team, or no longer.
    Facilitator(Ulid, MemberId, bool),
    /// Somebody stands in for an absent coach as an entry of the team's board says, or no longer.
    Cover(Ulid, bool),
}

const GIVEN: &str = "given";
const TAKEN: &str = "taken";

impl Entry {
    /// The words of its line: what it is about, and last what became of it.
    #[must_use]
    pub fn words(&self) -> String {
        let turn = |given: &bool| if *given { GIVEN } else { TAKEN };
        match self {
            Self::Device(device) => format!("device {device} {TAKEN}"),
            Self::Invitation(hash) => {
                let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
                format!("invitation {hex} {TAKEN}")
            }
            Self::Part(member, status) => format!("member {member} {}", status.as_str()),
            Self::Role(member, role, given) => {
                format!("role {member} {} {}", role.as_str(), turn(given))
            }
            Self::Coach(coach, member, given) => format!("coach {coach} {member} {}", turn(given)),
            Self::Facilitator(event, member, given) => {
                format!("facilitator {event} {member} {}", turn(given))
            }
            Self::Cover(cover, given) => format!("cover {cover} {}", turn(given)),
        }
    }

    /// Reads [`Entry::words`].
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let words: Vec<&str> = words.split(' ').collect();
        let turn = |word: &str| match word {
            GIVEN => Some(true),
            TAKEN => Some(false),
            _ => None,
        };
        match words.as_slice() {
            ["device", device, TAKEN] => Some(Self::Device(device.parse().ok()?)),
            ["invitation", hex, TAKEN] => Some(Self::Invitation(hash_of(hex)?)),
            ["member", member, status] => {
                Some(Self::Part(member.parse().ok()?, Status::parse(status)?))
            }
            ["role", member, role, word] => Some(Self::Role(
                member.parse().ok()?,
                Role::parse(role)?,
                turn(word)?,
            )),
            ["coach", coach, member, word] => Some(Self::Coach(
                coach.parse().ok()?,
                member.parse().ok()?,
                turn(word)?,
            )),
            ["facilitator", event, member, word] => Some(Self::Facilitator(
                event.parse().ok()?,
                member.parse().ok()?,
                turn(word)?,
            )),
            ["cover", cover, word] => Some(Self::Cover(cover.parse().ok()?, turn(word)?)),
            _ => None,
        }
    }
}

fn hash_of(hex: &str) -> Option<SecretHash> {
    let mut hash = SecretHash::default();
    if hex.len() != 2 * hash.len() {
        return None;
    }
    for (index, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(index * 2..index * 2 + 2)?, 16).ok()?;
    }
    Some(hash)
}
