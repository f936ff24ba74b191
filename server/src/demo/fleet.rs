//! The phones of the demonstration: real keys, real documents, real signatures.

mod papers;

use besace_model::commit::{Commit, signing_bytes};
use besace_model::ids::{DeviceId, MemberId};
use besace_model::limits::INVITATION_LIFE_MS;
use besace_model::time::{DAY_MS, Timestamp};
use besace_model::wire::{DocPush, Verdict};
use ed25519_dalek::{Signer, SigningKey};

use super::DemoError;
use super::dice::Dice;
use super::people::People;
use super::plan::Step;
use crate::coop::{Coop, CoopError, Decision, NewInvitation};
use crate::secret::InviteSecret;

pub(super) use papers::{Papers, Written};

/// One phone.
struct Phone {
    device: DeviceId,
    key: SigningKey,
}

/// Everybody's phones, and what is written on them.
pub(super) struct Fleet {
    phones: Vec<Phone>,
    papers: Papers,
}

impl Fleet {
    /// Enrols one phone per person, by invitation as everybody does.
    pub(super) fn enrol(
        coop: &mut Coop,
        people: &People,
        dice: &mut Dice,
        at: Timestamp,
    ) -> Result<Self, CoopError> {
        let mut phones = Vec::new();
        for person in &people.0 {
            let secret = InviteSecret(dice.bytes());
            let invite = Decision::Invite {
                member: person.member,
                invitation: NewInvitation {
                    secret_hash: secret.digest(),
                    expires_at: at.plus_ms(INVITATION_LIFE_MS),
                    device: None,
                },
            };
            coop.decide(at, MemberId::RELAY, &invite)?;
            let phone = Phone {
                device: DeviceId(dice.ulid(at)),
                key: SigningKey::from_bytes(&dice.bytes()),
            };
            let enrol = Decision::Enrol {
                secret: secret.0.to_vec(),
                public_key: phone.key.verifying_key().to_bytes(),
                device: phone.device,
                name: "Démonstration".into(),
            };
            coop.decide(at, person.member, &enrol)?;
            phones.push(phone);
        }
        Ok(Self {
            phones,
            papers: Papers::default(),
        })
    }

    /// Carries out the steps, a day at a time, and counts the commits.
    pub(super) fn live(
        &mut self,
        coop: &mut Coop,
        people: &People,
        dice: &mut Dice,
        steps: Vec<Step>,
    ) -> Result<usize, DemoError> {
        let mut commits = 0;
        let mut steps = steps.into_iter().peekable();
        while let Some(first) = steps.peek() {
            let day = first.at.0.div_euclid(DAY_MS);
            let mut pushes = Vec::new();
            let mut last = first.at;
            while let Some(step) = steps.next_if(|step| step.at.0.div_euclid(DAY_MS) == day) {
                last = step.at;
                pushes.push(self.push(coop, people, dice, &step)?);
            }
            commits += pushes.len();
            let outcome = coop.admit_one(last, pushes)?;
            for verdict in outcome.verdicts.into_iter().flatten() {
                match verdict.verdict {
                    Verdict::Accepted(_) => {}
                    Verdict::Refused(code, path) => return Err(DemoError::Refused(code, path)),
                    _ => return Err(DemoError::Undecided),
                }
            }
        }
        Ok(commits)
    }

    /// Takes the phones out of service: who knows the seed knows their keys.
    pub(super) fn retire(self, coop: &mut Coop, now: Timestamp) -> Result<(), CoopError> {
        for phone in self.phones {
            let decision = Decision::RevokeDevice {
                device: phone.device,
            };
            coop.decide(now, MemberId::RELAY, &decision)?;
        }
        Ok(())
    }

    fn push(
        &mut self,
        coop: &Coop,
        people: &People,
        dice: &mut Dice,
        step: &Step,
    ) -> Result<DocPush, DemoError> {
        let member = people.0[step.by].member;
        let roster = coop.people();
        let grants = &roster.member(member).ok_or(CoopError::NotFound)?.grants;
        let Written { doc, id, made } = self.papers.write(coop.id(), grants, dice, step)?;
        let phone = &self.phones[step.by];
        let commit = Commit {
            device: phone.device,
            signature: Some(phone.key.sign(&signing_bytes(id, made.hash)).to_bytes()),
            change: made.change,
        };
        Ok(DocPush {
            doc,
            commits: vec![commit],
        })
    }
}
