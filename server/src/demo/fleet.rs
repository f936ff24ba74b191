//! The phones of the demonstration: real keys, real documents, real signatures.

use std::collections::BTreeMap;

use automerge::Automerge;
use besace_model::access::Grants;
use besace_model::commit::{Commit, signing_bytes};
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::{Context, Made};
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId};
use besace_model::kinds::commit;
use besace_model::limits::{ACTOR_BYTES, INVITATION_LIFE_MS};
use besace_model::time::{DAY_MS, Timestamp};
use besace_model::wire::{DocName, DocPush, Verdict};
use ed25519_dalek::{Signer, SigningKey};

use super::DemoError;
use super::dice::Dice;
use super::people::People;
use super::plan::Step;
use crate::coop::{Coop, CoopError, Decision, NewInvitation};
use crate::secret::InviteSecret;

/// One phone.
struct Phone {
    device: DeviceId,
    key: SigningKey,
}

/// The documents as all of the phones see them.
#[derive(Default)]
pub(super) struct Papers {
    docs: BTreeMap<DocId, Automerge>,
    actors: BTreeMap<(usize, DocId), [u8; ACTOR_BYTES]>,
}

/// A step, written.
pub(super) struct Written {
    /// How a push names the document.
    pub(super) doc: DocName,
    pub(super) id: DocId,
    pub(super) made: Made,
}

impl Papers {
    /// Carries out a step, as the phone of who gives it does.
    pub(super) fn write(
        &mut self,
        coop: CoopId,
        grants: &Grants,
        dice: &mut Dice,
        step: &Step,
    ) -> Result<Written, DemoError> {
        let head = step.command.target(grants.member);
        let id = head.id(coop);
        let is_new = !self.docs.contains_key(&id);
        let doc = self
            .docs
            .entry(id)
            .or_insert_with(|| Genesis::document(head.kind));
        let actor = *self
            .actors
            .entry((step.by, id))
            .or_insert_with(|| dice.bytes());
        let context = Context {
            author: grants,
            now: step.at,
        };
        let made =
            commit(doc, &step.command, &context, actor).map_err(|source| DemoError::Command {
                command: format!("{:?}", step.command),
                source,
            })?;
        let doc = if is_new {
            DocName::Head(head)
        } else {
            DocName::Known(id)
        };
        Ok(Written { doc, id, made })
    }
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
            signature: phone.key.sign(&signing_bytes(id, made.hash)).to_bytes(),
            change: made.change,
        };
        Ok(DocPush {
            doc,
            commits: vec![commit],
        })
    }
}
