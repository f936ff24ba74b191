//! Who belongs to the cooperative: what directors decide in a world.

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::kinds::directory::Stage;
use besace_server::coop::{Coop, Decision, Described, NewInvitation};
use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};

use super::World;
use crate::phone::Phone;

impl World {
    /// Adds a member.
    pub fn member(&mut self, name: &str, roles: &[Role]) -> MemberId {
        let member = MemberId::from_bytes(self.fresh());
        let described = Described {
            name: name.into(),
            branch: "Ville".into(),
            stage: Some(Stage::Cesa),
            associate: false,
        };
        let roles: BTreeSet<_> = roles.iter().copied().collect();
        self.decide(&Decision::add(member, described, roles));
        member
    }

    /// Assigns a coach.
    pub fn assign(&mut self, coach: MemberId, member: MemberId) {
        self.set_coach(coach, member, true);
    }

    /// Ends an assignment.
    pub fn unassign(&mut self, coach: MemberId, member: MemberId) {
        self.set_coach(coach, member, false);
    }

    fn set_coach(&mut self, coach: MemberId, member: MemberId, assigned: bool) {
        let people = self.relay.coop().map(Coop::people);
        let decision = people.map(|people| Decision::assign(&people, coach, member, assigned));
        decision.iter().for_each(|decision| self.decide(decision));
    }

    /// Carries out a decision about people, at the relay, now.
    pub fn decide(&mut self, decision: &Decision) {
        self.relay.decide(self.now, decision);
        self.collect();
    }

    /// Enrols a phone for a member and opens the app on it; its number.
    pub fn phone(&mut self, member: MemberId) -> usize {
        let device = DeviceId::from_bytes(self.fresh());
        let mut seed = [0; 32];
        seed[..16].copy_from_slice(device.as_bytes());
        let key = SigningKey::from_bytes(&seed);
        let secret = device.as_bytes().to_vec();
        let secret_hash: [u8; 32] = Sha256::digest(&secret).into();
        self.decide(&Decision::Invite {
            member,
            invitation: NewInvitation {
                secret_hash,
                expires_at: self.relay.clock(self.now).plus_ms(1_000_000),
                device: None,
            },
        });
        self.decide(&Decision::Enrol {
            secret,
            public_key: key.verifying_key().to_bytes(),
            device,
            name: String::new(),
        });
        let number = self.phones.len();
        self.phones
            .push(Phone::new(self.coop, member, device, key, number as u64));
        self.open(number);
        number
    }
}
