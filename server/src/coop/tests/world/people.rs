//! Members and their phones: they come, and are accompanied.

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId};
use ed25519_dalek::SigningKey;

use super::{Phone, World, member};
use crate::coop::{Decision, Described, Done, NewInvitation, Published};

impl World {
    /// A new member with one phone.
    pub(in crate::coop::tests) fn join(&mut self, n: u8, roles: &[Role]) -> Phone {
        self.decide(Decision::add(
            member(n),
            Described {
                name: format!("Membre {n}"),
                ..Described::default()
            },
            roles.iter().copied().collect(),
        ));
        self.enrol(n, n)
    }

    pub(in crate::coop::tests) fn enrol(&mut self, n: u8, device: u8) -> Phone {
        self.secrets += 1;
        let secret = self.secrets.to_be_bytes().to_vec();
        let now = self.tick();
        self.decide(Decision::Invite {
            member: member(n),
            invitation: NewInvitation {
                secret_hash: sha2::Digest::finalize(
                    <sha2::Sha256 as sha2::Digest>::new_with_prefix(&secret),
                )
                .into(),
                expires_at: now.plus_ms(60_000),
                device: None,
            },
        });
        let key = SigningKey::from_bytes(&[device; 32]);
        let enrol = Decision::Enrol {
            secret,
            public_key: key.verifying_key().to_bytes(),
            device: DeviceId::from_bytes([device; 16]),
            name: String::new(),
        };
        let (done, _) = self.coop.decide(now, MemberId::RELAY, &enrol).unwrap();
        assert!(matches!(done, Done::Enrolled(who, _) if who == member(n)));
        Phone {
            member: member(n),
            ..Phone::reader(device)
        }
    }

    pub(in crate::coop::tests) fn assign(&mut self, coach: u8, to: u8) -> Published {
        self.set_coach(coach, to, true)
    }

    pub(in crate::coop::tests) fn unassign(&mut self, coach: u8, from: u8) -> Published {
        self.set_coach(coach, from, false)
    }

    fn set_coach(&mut self, coach: u8, of: u8, assigned: bool) -> Published {
        let people = self.coop.people();
        self.decide(Decision::assign(
            &people,
            member(coach),
            member(of),
            assigned,
        ))
    }
}
