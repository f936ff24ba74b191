//! Decisions about people, and what they change for readers.

mod readers;
mod whole;

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId};
use sha2::{Digest, Sha256};

use super::world::*;
use crate::coop::{Changes, CoopError, Decision, NewInvitation};

#[test]
fn an_invitation_serves_once_and_in_time() {
    let mut world = World::new();
    let phone = world.join(1, &[Role::Director]);
    let now = world.tick();
    world.decide(Decision::Invite {
        member: phone.member,
        invitation: NewInvitation {
            secret_hash: Sha256::digest(b"secret").into(),
            expires_at: now.plus_ms(60_000),
            device: None,
        },
    });
    let enrol = |device: u8, secret: &[u8]| Decision::Enrol {
        secret: secret.to_vec(),
        public_key: ed25519_dalek::SigningKey::from_bytes(&[device; 32])
            .verifying_key()
            .to_bytes(),
        device: DeviceId::from_bytes([device; 16]),
        name: String::new(),
    };
    let mut attempt = |now, command| {
        world
            .coop
            .decide(now, MemberId::RELAY, &command)
            .map(|it| it.0)
    };
    let mut why = |now, command| attempt(now, command).unwrap_err();
    assert!(matches!(
        why(now, enrol(50, b"guess")),
        CoopError::BadInvitation
    ));
    let late = why(now.plus_ms(60_000), enrol(50, b"secret"));
    assert!(matches!(late, CoopError::InvitationExpired));
    attempt(now, enrol(50, b"secret")).unwrap();
    let again = attempt(now, enrol(51, b"secret")).unwrap_err();
    assert!(matches!(again, CoopError::InvitationUsed));
}

#[test]
fn only_directors_decide_about_others_and_one_always_remains() {
    let mut world = World::new();
    let boss = world.join(1, &[Role::Director]);
    let anne = world.join(2, &[Role::Entrepreneur]);
    let now = world.tick();
    let demote = |who: MemberId| Decision::Change {
        member: who,
        changes: Changes {
            roles: Some([Role::Entrepreneur].into()),
            ..Changes::default()
        },
    };
    let promote = Decision::Change {
        member: anne.member,
        changes: Changes {
            roles: Some([Role::Director].into()),
            ..Changes::default()
        },
    };
    let refused = world.coop.decide(now, anne.member, &promote).unwrap_err();
    assert!(matches!(refused, CoopError::NotFound));
    let refused = world
        .coop
        .decide(now, boss.member, &demote(boss.member))
        .unwrap_err();
    assert!(matches!(refused, CoopError::LastDirector));
    world.coop.decide(now, boss.member, &promote).unwrap();
    world
        .coop
        .decide(now, anne.member, &demote(boss.member))
        .unwrap();
    let refused = world
        .coop
        .decide(now, boss.member, &demote(anne.member))
        .unwrap_err();
    assert!(
        matches!(refused, CoopError::NotFound),
        "both demoted each other: the first won"
    );
    let own = Decision::RevokeDevice {
        device: boss.device,
    };
    world.coop.decide(now, boss.member, &own).unwrap();
}
