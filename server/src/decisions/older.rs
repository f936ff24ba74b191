//! How apps that were loaded before an update may still say a decision.

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::ids::MemberId;
use serde::{Deserialize, Serialize};

use super::{DecisionRequest, NewPerson};
use crate::coop::{Changes, Described};
use crate::store::people::Status;

/// A decision about a member, in the words of before.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "camelCase")]
pub enum Older {
    /// A new member.
    AddMember {
        /// The member.
        #[serde(flatten)]
        person: Person,
    },
    /// Changes what is said of a member, and their roles.
    ChangeMember {
        /// The member.
        member: MemberId,
        /// The member as they are now.
        #[serde(flatten)]
        person: Person,
    },
    /// Suspends a member, brings them back, or notes that they left.
    SetStatus {
        /// The member.
        member: MemberId,
        /// Their status now.
        status: Status,
    },
}

/// A member, all of them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Person {
    #[serde(flatten)]
    described: Described,
    roles: BTreeSet<Role>,
    /// None to leave them as they are.
    #[serde(default)]
    coaches: Option<BTreeSet<MemberId>>,
}

impl From<Older> for DecisionRequest {
    fn from(older: Older) -> Self {
        match older {
            Older::AddMember { person } => Self::Add {
                person: NewPerson {
                    described: person.described,
                    roles: person.roles,
                    coaches: person.coaches.unwrap_or_default(),
                },
                invited: false,
            },
            Older::ChangeMember { member, person } => Self::Change {
                member,
                changes: Changes {
                    described: Some(person.described),
                    roles: Some(person.roles),
                    coaches: person.coaches,
                    status: None,
                },
            },
            Older::SetStatus { member, status } => Self::Change {
                member,
                changes: Changes {
                    status: Some(status),
                    ..Changes::default()
                },
            },
        }
    }
}
