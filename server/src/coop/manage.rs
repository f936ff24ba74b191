//! What is decided online about people: members, roles, assignments, devices, invitations. One transaction each, which
//! also brings the readers' spans and the directory in line.

use std::collections::BTreeSet;
use std::sync::Arc;

use besace_model::access::Role;
use besace_model::clean;
use besace_model::commit::PUBLIC_KEY_BYTES;
use besace_model::doc::rules::is_clean;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use besace_model::kinds::directory::Stage;
use besace_model::time::Timestamp;

use super::people::{Member, People, Touched};
use super::{Coop, CoopError, Inside, Published, revoke};
use crate::limits::{MEMBERS_MAX, NAME_BYTES_MAX};
use crate::store::invitations::{self, Ending, Inviter, SecretHash};
use crate::store::people::{self, Status};
use crate::store::revocations::Entry;

/// What is said of a member besides their roles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Described {
    /// The name shown.
    pub name: String,
    /// The branch; empty for none.
    pub branch: String,
    /// Where they stand on their path; `None` for staff who run no activity.
    pub stage: Option<Stage>,
    /// Whether they are associates.
    pub associate: bool,
}

/// A decision about people.
#[derive(Debug, Clone)]
pub enum Command {
    /// A new member.
    AddMember {
        /// Their id, new.
        member: MemberId,
        /// What is said of them.
        described: Described,
        /// Their roles.
        roles: BTreeSet<Role>,
    },
    /// Changes what is said of a member.
    Describe {
        /// The member.
        member: MemberId,
        /// What is said of them now.
        described: Described,
    },
    /// Replaces a member's roles.
    SetRoles {
        /// The member.
        member: MemberId,
        /// Their roles now.
        roles: BTreeSet<Role>,
    },
    /// Assigns a coach.
    AssignCoach {
        /// The coach.
        coach: MemberId,
        /// The member they accompany.
        member: MemberId,
    },
    /// Ends an assignment.
    UnassignCoach {
        /// The coach.
        coach: MemberId,
        /// The member they accompanied.
        member: MemberId,
    },
    /// Says who accompanies a member, and nobody else.
    SetCoaches {
        /// The member.
        member: MemberId,
        /// Their coaches now.
        coaches: BTreeSet<MemberId>,
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
    /// Suspends a member, brings them back, or notes that they left.
    SetStatus {
        /// The member.
        member: MemberId,
        /// Their status now.
        status: Status,
    },
    /// Invites a member to enrol a device; older open invitations stay.
    Invite {
        /// The member.
        member: MemberId,
        /// SHA-256 of the secret.
        secret_hash: SecretHash,
        /// Until when it may be used.
        expires_at: Timestamp,
        /// The device that asks for it; none for the operator.
        device: Option<DeviceId>,
    },
    /// Enrols a device with an invitation's secret. Whoever holds the secret may.
    Enrol {
        /// The secret.
        secret: Vec<u8>,
        /// The device's public key.
        public_key: [u8; PUBLIC_KEY_BYTES],
        /// The device's id, new.
        device: DeviceId,
        /// What its owner calls it.
        name: String,
    },
    /// Revokes a device.
    RevokeDevice {
        /// The device.
        device: DeviceId,
    },
}

/// What a decision came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It is so.
    Yes,
    /// A device of this member was enrolled.
    Enrolled(MemberId, DeviceId),
}

impl Command {
    fn word(&self) -> &'static str {
        match self {
            Self::AddMember { .. } => "add_member",
            Self::Describe { .. } => "describe",
            Self::SetRoles { .. } => "set_roles",
            Self::AssignCoach { .. } => "assign_coach",
            Self::UnassignCoach { .. } => "unassign_coach",
            Self::SetCoaches { .. } => "set_coaches",
            Self::SetFacilitator { .. } => "set_facilitator",
            Self::SetStatus { .. } => "set_status",
            Self::Invite { .. } => "invite",
            Self::Enrol { .. } => "enrol",
            Self::RevokeDevice { .. } => "revoke_device",
        }
    }

    /// Whom or what it concerns, for the audit.
    fn subject(&self) -> [u8; 16] {
        match self {
            Self::AddMember { member, .. }
            | Self::Describe { member, .. }
            | Self::SetRoles { member, .. }
            | Self::AssignCoach { member, .. }
            | Self::UnassignCoach { member, .. }
            | Self::SetCoaches { member, .. }
            | Self::SetFacilitator { member, .. }
            | Self::SetStatus { member, .. }
            | Self::Invite { member, .. } => *member.as_bytes(),
            Self::Enrol { device, .. } | Self::RevokeDevice { device } => *device.as_bytes(),
        }
    }

    /// Whether it can change what anyone reads or what the directory says.
    fn changes_people(&self) -> bool {
        !matches!(
            self,
            Self::Invite { .. } | Self::Enrol { .. } | Self::RevokeDevice { .. }
        )
    }
}

impl Coop {
    /// Carries out a decision of `actor`: [`MemberId::RELAY`] for the operator's command line, which may do all;
    /// directors may do all; everybody may invite and revoke their own devices.
    ///
    /// # Errors
    /// [`CoopError`] says why not; nothing was changed then.
    pub fn decide(
        &mut self,
        now: Timestamp,
        actor: MemberId,
        command: &Command,
    ) -> Result<(Done, Published), CoopError> {
        if !may(&self.people(), actor, command) {
            return Err(CoopError::NotFound);
        }
        let done = self.write(now, |inside| {
            let mut entries = revoke::entries(&inside.people, command);
            inside.touch(command);
            let (done, ended) = inside.carry_out(actor, command)?;
            for invitation in &ended {
                let ended = invitations::find(inside.writing.conn, invitation)?;
                inside.touched.members.extend(ended.map(|it| it.member));
            }
            entries.extend(ended.into_iter().map(Entry::Invitation));
            inside.note_entries(&entries)?;
            let words = |words: Vec<String>| words.join(" ");
            let detail = match command {
                Command::SetRoles { roles, .. } | Command::AddMember { roles, .. } => {
                    words(roles.iter().map(|role| role.as_str().into()).collect())
                }
                Command::SetCoaches { coaches, .. } => {
                    words(coaches.iter().map(ToString::to_string).collect())
                }
                Command::SetStatus { status, .. } => status.as_str().into(),
                Command::AssignCoach { coach, .. } | Command::UnassignCoach { coach, .. } => {
                    coach.to_string()
                }
                _ => String::new(),
            };
            let (word, subject) = (command.word(), command.subject());
            people::audit(inside.writing.conn, now, actor, word, &subject, &detail)?;
            if let Command::SetStatus {
                member,
                status: Status::Left,
            } = command
            {
                inside.release_seats(*member)?;
            }
            inside.reload_people(command.changes_people())?;
            Ok(done)
        })?;
        self.follow();
        Ok(done)
    }
}

/// Whether a name is short and plain enough to be shown.
pub(super) fn fits(text: &str) -> bool {
    text.len() <= NAME_BYTES_MAX && is_clean(text, false)
}

fn may(people: &People, actor: MemberId, command: &Command) -> bool {
    if actor == MemberId::RELAY {
        return true;
    }
    if let Command::Enrol { .. } = command {
        return true;
    }
    let Some(actor) = people.active(actor) else {
        return false;
    };
    if actor.grants.has(Role::Director) {
        return true;
    }
    match command {
        Command::Invite { member, .. } => *member == actor.row.member,
        Command::RevokeDevice { device } => people
            .device(*device)
            .is_some_and(|device| device.member == actor.row.member),
        _ => false,
    }
}

impl Inside<'_> {
    /// Notes whom a command names.
    fn touch(&mut self, command: &Command) {
        let Touched { members, devices } = &mut self.touched;
        match command {
            Command::AddMember { member, .. }
            | Command::Describe { member, .. }
            | Command::SetRoles { member, .. }
            | Command::SetFacilitator { member, .. }
            | Command::SetStatus { member, .. }
            | Command::Invite { member, .. } => members.extend([*member]),
            Command::AssignCoach { coach, member } | Command::UnassignCoach { coach, member } => {
                members.extend([*coach, *member]);
            }
            Command::SetCoaches { member, coaches } => {
                let before = self.people.member(*member).map(|member| &member.coaches);
                members.extend(before.into_iter().flatten().chain(coaches).chain([member]));
            }
            // Whose it is, the invitation says.
            Command::Enrol { device, .. } | Command::RevokeDevice { device } => {
                devices.insert(*device);
            }
        }
    }

    /// Carries out a decision, and tells which invitations ended with it.
    fn carry_out(
        &mut self,
        actor: MemberId,
        command: &Command,
    ) -> Result<(Done, Vec<SecretHash>), CoopError> {
        let mut ended = Vec::new();
        let conn = self.writing.conn;
        match command {
            Command::AddMember {
                member,
                described,
                roles,
            } => self.add_member(*member, described, roles)?,
            Command::Describe { member, described } => {
                self.member(*member)?;
                self.describe(*member, described)?;
            }
            Command::SetRoles { member, roles } => ended = self.set_roles(*member, roles)?,
            Command::AssignCoach { coach, member } => {
                self.member(*coach)?;
                self.member(*member)?;
                if coach == member {
                    return Err(CoopError::Invalid);
                }
                people::set_assignment(conn, *coach, *member, true)?;
            }
            Command::UnassignCoach { coach, member } => {
                people::set_assignment(conn, *coach, *member, false)?;
            }
            Command::SetCoaches { member, coaches } => self.set_coaches(*member, coaches)?,
            Command::SetFacilitator {
                event,
                member,
                facilitates,
            } => {
                self.member(*member)?;
                people::set_facilitator(conn, *event, *member, *facilitates)?;
            }
            Command::SetStatus { member, status } => ended = self.set_status(*member, *status)?,
            Command::Invite {
                member,
                secret_hash,
                expires_at,
                device,
            } => {
                let by = Inviter {
                    member: actor,
                    device: *device,
                };
                self.invite(*member, secret_hash, by, *expires_at)?;
            }
            Command::Enrol {
                secret,
                public_key,
                device,
                name,
            } => {
                let (done, used) = self.enrol(secret, public_key, *device, name)?;
                return Ok((done, vec![used]));
            }
            Command::RevokeDevice { device } => {
                let known = self.people.device(*device);
                let owner = known
                    .map(|device| device.member)
                    .filter(|owner| *owner != MemberId::RELAY)
                    .ok_or(CoopError::NotFound)?;
                let by = Some(actor).filter(|actor| *actor != MemberId::RELAY);
                people::revoke_device(conn, *device, by, self.writing.now)?;
                ended = self.end_invitations(Ending::From(*device, owner))?;
            }
        }
        Ok((Done::Yes, ended))
    }

    fn member(&self, member: MemberId) -> Result<&Member, CoopError> {
        self.people.member(member).ok_or(CoopError::NotFound)
    }

    fn add_member(
        &self,
        member: MemberId,
        described: &Described,
        roles: &BTreeSet<Role>,
    ) -> Result<(), CoopError> {
        if self.people.count() >= MEMBERS_MAX {
            return Err(CoopError::Quota);
        }
        if member == MemberId::RELAY || self.people.member(member).is_some() {
            return Err(CoopError::Invalid);
        }
        let (conn, now) = (self.writing.conn, self.writing.now);
        people::insert_member(conn, member, &described.name, Status::Active, now)?;
        self.describe(member, described)?;
        Ok(people::set_roles(conn, member, roles.iter().copied())?)
    }

    fn set_coaches(&self, member: MemberId, coaches: &BTreeSet<MemberId>) -> Result<(), CoopError> {
        let before = &self.member(member)?.coaches;
        if coaches.contains(&member) {
            return Err(CoopError::Invalid);
        }
        for coach in coaches {
            self.member(*coach)?;
        }
        for coach in before.symmetric_difference(coaches) {
            let conn = self.writing.conn;
            people::set_assignment(conn, *coach, member, coaches.contains(coach))?;
        }
        Ok(())
    }

    fn describe(&self, member: MemberId, described: &Described) -> Result<(), CoopError> {
        let (name, branch) = (clean::line(&described.name), clean::line(&described.branch));
        if name.is_empty() || !fits(&name) || !fits(&branch) {
            return Err(CoopError::Invalid);
        }
        Ok(people::describe_member(
            self.writing.conn,
            member,
            &name,
            &branch,
            described.stage,
            described.associate,
        )?)
    }

    fn set_status(&self, member: MemberId, status: Status) -> Result<Vec<SecretHash>, CoopError> {
        self.member(member)?;
        if status == Status::Relay {
            return Err(CoopError::Invalid);
        }
        let conn = self.writing.conn;
        people::set_status(conn, member, status)?;
        if status == Status::Active {
            return Ok(Vec::new());
        }
        self.end_invitations(Ending::Of(member))
    }

    fn set_roles(
        &self,
        member: MemberId,
        roles: &BTreeSet<Role>,
    ) -> Result<Vec<SecretHash>, CoopError> {
        let directed = self.member(member)?.grants.has(Role::Director);
        people::set_roles(self.writing.conn, member, roles.iter().copied())?;
        if !directed || roles.contains(&Role::Director) {
            return Ok(Vec::new());
        }
        self.end_invitations(Ending::ForOthersBy(member))
    }

    /// Reads whom the decision touched again from the file, inside the transaction, and brings what follows from them
    /// in line.
    fn reload_people(&mut self, follows: bool) -> Result<(), CoopError> {
        let mut people = People::clone(&self.people);
        people.reload(self.writing.conn, &self.touched)?;
        let (before, members) = (Arc::clone(&self.people), &self.touched.members);
        let directs = |member: &Member| {
            member.row.status == Status::Active && member.grants.has(Role::Director)
        };
        let mut touched = members.iter().filter_map(|id| before.member(*id));
        if touched.any(directs) && !people.members().any(directs) {
            return Err(CoopError::LastDirector);
        }
        let status = |people: &People, id| people.member(id).map(|member| member.row.status);
        let mut devices = self
            .touched
            .devices
            .iter()
            .filter_map(|id| people.device(*id));
        if devices.any(|device| device.revoked_at.is_some())
            || members
                .iter()
                .any(|id| status(&before, *id) != status(&people, *id))
        {
            self.writing.note_people_changed();
        }
        self.take_people_in(people, follows)
    }

    /// Brings what follows from people in line with them, for those who were touched.
    pub(super) fn take_people_in(
        &mut self,
        people: People,
        follows: bool,
    ) -> Result<(), CoopError> {
        let people = Arc::new(people);
        if follows {
            let members = std::mem::take(&mut self.touched.members);
            self.writing.regrant(&people, &members)?;
            self.update_directory(&people, &members)?;
        }
        self.changed = Some(people);
        Ok(())
    }
}
