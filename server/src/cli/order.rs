//! The order to the relay that a command is.

use std::collections::BTreeSet;

use besace_server::admin::What;
use besace_server::coop::{Changes, Described};
use besace_server::decisions::NewPerson;

use super::command::CliCommand;

impl CliCommand {
    /// The order that the command is, when it is one.
    pub(crate) fn order(&self) -> Option<What> {
        Some(match self {
            Self::Init { .. } | Self::Serve | Self::Demo { .. } | Self::RotateKeys => return None,
            Self::Members => What::Members,
            Self::Invite { member, .. } => What::Invite(member.clone()),
            Self::AddMember {
                name,
                roles,
                branch,
                stage,
                associate,
                coaches,
                invite,
            } => {
                let described = Described {
                    name: name.clone(),
                    branch: branch.clone(),
                    stage: *stage,
                    associate: *associate,
                };
                let person = NewPerson {
                    described,
                    roles: roles.iter().copied().collect(),
                    coaches: BTreeSet::new(),
                };
                What::Add {
                    person,
                    coaches: coaches.clone(),
                    invited: *invite,
                }
            }
            Self::SetRoles { member, roles } => {
                let changes = Changes {
                    roles: Some(roles.iter().copied().collect()),
                    ..Changes::default()
                };
                What::Change(member.clone(), changes)
            }
            Self::Assign { coach, member, end } => {
                What::Assign(coach.clone(), member.clone(), !end)
            }
            Self::SetStatus { member, status } => {
                let changes = Changes {
                    status: Some(*status),
                    ..Changes::default()
                };
                What::Change(member.clone(), changes)
            }
            Self::Devices { member } => What::Devices(member.clone()),
            Self::RevokeDevice { device } => What::Revoke(*device),
            // The relay may run elsewhere than this shell: it needs the whole path.
            Self::Export { to } => {
                What::Export(std::path::absolute(to).unwrap_or_else(|_| to.clone()))
            }
        })
    }
}
