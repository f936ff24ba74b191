//! Carries out decisions about people: one transaction each, which also brings the readers' spans and the directory in
//! line.

mod devices;
mod members;
mod memory;

use besace_model::ids::MemberId;
use besace_model::time::Timestamp;

use super::decision::{Decision, Done};
use super::{Coop, CoopError, Inside, Published};
use crate::store::invitations::{self, SecretHash};
use crate::store::people;
use crate::store::revocations::Entry;

/// What carrying out a decision leaves to be noted.
#[derive(Debug, Default)]
struct Notes {
    /// Each thing that changed, for the audit: a word, and what it became.
    audit: Vec<(&'static str, String)>,
    /// What was taken from people and given to them, besides invitations.
    entries: Vec<Entry>,
    /// The invitations that ended with it.
    ended: Vec<SecretHash>,
}

impl Notes {
    fn audit(&mut self, word: &'static str, detail: impl Into<String>) {
        self.audit.push((word, detail.into()));
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
        decision: &Decision,
    ) -> Result<(Done, Published), CoopError> {
        if !decision.is_for(actor, &self.people()) {
            return Err(CoopError::NotFound);
        }
        let done = self.write(now, |inside| {
            let mut notes = Notes::default();
            let done = inside.carry_out(actor, decision, &mut notes)?;
            inside.note(actor, decision.subject(), notes)?;
            inside.reload_people(decision.changes_people())?;
            Ok(done)
        })?;
        self.follow();
        Ok(done)
    }
}

impl Inside<'_> {
    fn carry_out(
        &mut self,
        actor: MemberId,
        decision: &Decision,
        notes: &mut Notes,
    ) -> Result<Done, CoopError> {
        let conn = self.writing.conn;
        match decision {
            Decision::Add {
                member,
                described,
                roles,
                coaches,
                invitation,
            } => {
                self.add(*member, described, roles, coaches, notes)?;
                if let Some(invitation) = invitation {
                    self.invite(*member, actor, invitation)?;
                    notes.audit("invite", "");
                }
            }
            Decision::Change { member, changes } => self.change(*member, changes, notes)?,
            Decision::SetFacilitator {
                event,
                member,
                facilitates,
            } => {
                self.people.member(*member).ok_or(CoopError::NotFound)?;
                people::set_facilitator(conn, *event, *member, *facilitates)?;
                self.touched.members.insert(*member);
                let entry = Entry::Facilitator(*event, *member, *facilitates);
                notes.entries.push(entry);
                notes.audit("set_facilitator", "");
            }
            Decision::Invite { member, invitation } => {
                self.people.active(*member).ok_or(CoopError::NotFound)?;
                self.invite(*member, actor, invitation)?;
                self.touched.members.insert(*member);
                notes.audit("invite", "");
            }
            Decision::Enrol {
                secret,
                public_key,
                device,
                name,
            } => {
                let (done, used) = self.enrol(secret, public_key, *device, name)?;
                self.touched.devices.insert(*device);
                notes.ended.push(used);
                notes.audit("enrol", "");
                return Ok(done);
            }
            Decision::RevokeDevice { device } => self.revoke_device(actor, *device, notes)?,
        }
        Ok(Done::Yes)
    }

    /// Writes what a decision left to be noted.
    fn note(&mut self, actor: MemberId, subject: [u8; 16], notes: Notes) -> Result<(), CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        for invitation in &notes.ended {
            let ended = invitations::find(conn, invitation)?;
            self.touched.members.extend(ended.map(|it| it.member));
        }
        let mut entries = notes.entries;
        entries.extend(notes.ended.into_iter().map(Entry::Invitation));
        self.note_entries(&entries)?;
        for (word, detail) in notes.audit {
            people::audit(conn, now, actor, word, &subject, &detail)?;
        }
        Ok(())
    }
}
