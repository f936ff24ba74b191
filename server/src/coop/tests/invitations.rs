//! Invitations end with the right to hand them out, and nobody hands out more than their share.

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId};
use sha2::{Digest, Sha256};

use super::world::*;
use crate::coop::{Changes, CoopError, Decision, NewInvitation};
use crate::limits::{INVITATIONS_FOR_ONESELF_MAX, INVITATIONS_FOR_OTHERS_MAX};
use crate::store::people::Status;

impl World {
    /// Invites a member as another one, on a device.
    fn invite(&mut self, by: &Phone, to: MemberId, secret: &[u8]) -> Result<(), CoopError> {
        let now = self.tick();
        let command = Decision::Invite {
            member: to,
            invitation: NewInvitation {
                secret_hash: Sha256::digest(secret).into(),
                expires_at: now.plus_ms(3_600_000),
                device: Some(by.device),
            },
        };
        self.coop.decide(now, by.member, &command).map(|_| ())
    }

    /// Whether a secret still enrols a device.
    fn invites(&mut self, secret: &[u8], device: u8) -> bool {
        let now = self.tick();
        let key = ed25519_dalek::SigningKey::from_bytes(&[device; 32]);
        let command = Decision::Enrol {
            secret: secret.to_vec(),
            public_key: key.verifying_key().to_bytes(),
            device: DeviceId::from_bytes([device; 16]),
            name: String::new(),
        };
        match self.coop.decide(now, MemberId::RELAY, &command) {
            Ok(_) => true,
            Err(CoopError::InvitationUsed) => false,
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn what_a_stolen_phone_handed_out_ends_when_it_is_revoked() {
    let mut world = World::new();
    let boss = world.join(1, &[Role::Director]);
    let stolen = world.enrol(1, 9);
    world.join(2, &[Role::Entrepreneur]);
    world
        .invite(&stolen, boss.member, b"for the thief")
        .unwrap();
    world
        .invite(&stolen, member(2), b"in another's name")
        .unwrap();
    world
        .invite(&boss, boss.member, b"from the phone at hand")
        .unwrap();
    world.decide(Decision::RevokeDevice {
        device: stolen.device,
    });
    assert!(!world.invites(b"for the thief", 50));
    assert!(!world.invites(b"in another's name", 51));
    assert!(world.invites(b"from the phone at hand", 52));
    assert_eq!(
        world.coop.people().member(member(2)).unwrap().invited_until,
        None,
        "directors see that it ended"
    );
}

#[test]
fn who_is_away_neither_comes_in_nor_lets_anybody_in() {
    for status in [Status::Left, Status::Suspended] {
        let mut world = World::new();
        let boss = world.join(1, &[Role::Director]);
        let gone = world.join(2, &[Role::Director]);
        let anne = world.join(3, &[Role::Entrepreneur]);
        world.invite(&gone, anne.member, b"by them").unwrap();
        world.invite(&boss, gone.member, b"for them").unwrap();
        world.invite(&boss, anne.member, b"by another").unwrap();
        world.decide(Decision::Change {
            member: gone.member,
            changes: Changes {
                status: Some(status),
                ..Changes::default()
            },
        });
        world.decide(Decision::Change {
            member: gone.member,
            changes: Changes {
                status: Some(Status::Active),
                ..Changes::default()
            },
        });
        assert!(!world.invites(b"by them", 50));
        assert!(
            !world.invites(b"for them", 51),
            "not even once they are back"
        );
        assert!(world.invites(b"by another", 52));
    }
}

#[test]
fn who_directs_no_longer_invites_nobody_but_themselves() {
    let mut world = World::new();
    world.join(1, &[Role::Director]);
    let demoted = world.join(2, &[Role::Director, Role::Coach]);
    let anne = world.join(3, &[Role::Entrepreneur]);
    world.invite(&demoted, anne.member, b"another").unwrap();
    world
        .invite(&demoted, demoted.member, b"themselves")
        .unwrap();
    world.decide(Decision::Change {
        member: demoted.member,
        changes: Changes {
            roles: Some([Role::Coach].into()),
            ..Changes::default()
        },
    });
    assert!(!world.invites(b"another", 50));
    assert!(world.invites(b"themselves", 51));
}

#[test]
fn no_member_uses_up_the_invitations_of_all() {
    let mut world = World::new();
    let boss = world.join(1, &[Role::Director]);
    let anne = world.join(2, &[Role::Entrepreneur]);
    let refused = |result| matches!(result, Err(CoopError::Quota));
    for n in 0..INVITATIONS_FOR_ONESELF_MAX {
        world.invite(&anne, anne.member, &n.to_be_bytes()).unwrap();
    }
    assert!(refused(world.invite(&anne, anne.member, b"one more")));
    for n in 0..INVITATIONS_FOR_OTHERS_MAX {
        let secret = (1_000 + n).to_be_bytes();
        world.invite(&boss, anne.member, &secret).unwrap();
    }
    assert!(refused(world.invite(&boss, anne.member, b"one more")));
    world.invite(&boss, boss.member, b"their own").unwrap();
    world.enrol(2, 60);
    // A used or ended one makes room again.
    assert!(world.invites(&0_u64.to_be_bytes(), 50));
    world.invite(&anne, anne.member, b"one more").unwrap();
}
