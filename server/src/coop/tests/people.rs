//! Decisions about people, and what they change for readers.

use besace_model::access::{Readers, Role};
use besace_model::head::DocHead;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::kind::Kind;
use besace_model::kinds::directory;
use besace_model::sorted::SortedSet;
use sha2::{Digest, Sha256};

use super::world::*;
use crate::coop::{Command, CoopError};
use crate::store::people::Status;

#[test]
fn an_invitation_serves_once_and_in_time() {
    let mut world = World::new();
    let phone = world.join(1, &[Role::Director]);
    let now = world.tick();
    world.decide(Command::Invite {
        member: phone.member,
        secret_hash: Sha256::digest(b"secret").into(),
        expires_at: now.plus_ms(60_000),
        device: None,
    });
    let enrol = |device: u8, secret: &[u8]| Command::Enrol {
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
    let demote = |who: MemberId| Command::SetRoles {
        member: who,
        roles: [Role::Entrepreneur].into(),
    };
    let promote = Command::SetRoles {
        member: anne.member,
        roles: [Role::Director].into(),
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
    let own = Command::RevokeDevice {
        device: boss.device,
    };
    world.coop.decide(now, boss.member, &own).unwrap();
}

#[test]
fn phones_learn_of_people_from_the_directory() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    world.join(2, &[Role::Coach]);
    world.assign(2, 1);
    world.sync(&mut anne, 100_000);
    let id = DocHead::directory().id(world.coop.id());
    let said = directory::read(&anne.docs[&id]);
    assert_eq!(said.coop_name, "Les Besaciers");
    assert_eq!(
        said.members[&member(1)].coaches,
        SortedSet::from([member(2)])
    );
    assert_eq!(
        said.members[&member(2)].roles,
        SortedSet::from([Role::Coach])
    );
    world.decide(Command::SetStatus {
        member: member(2),
        status: Status::Left,
    });
    world.sync(&mut anne, 100_000);
    let said = directory::read(anne.last(Kind::Directory).unwrap().1);
    assert!(!said.members.contains_key(&member(2)));
}

#[test]
fn what_is_open_on_the_board_is_what_the_model_grants() {
    let mut world = World::new();
    let roles: [&[Role]; 6] = [
        &[Role::Entrepreneur],
        &[Role::Coach],
        &[Role::Finance],
        &[Role::Comms],
        &[Role::Director],
        &[Role::Entrepreneur, Role::Coach],
    ];
    for (n, roles) in roles.iter().enumerate() {
        world.join(n as u8 + 1, roles);
    }
    world.assign(2, 1);
    world.assign(6, 3);
    world.assign(5, 1);
    world.decide(Command::SetStatus {
        member: member(4),
        status: Status::Suspended,
    });
    let people = world.coop.people();
    world.coop.glance().with_board(|board| {
        let mut audiences = vec![Readers::Everyone.about(MemberId::RELAY.0)];
        for owner in (1..7).map(member) {
            audiences.extend([
                Readers::Activity.about(owner.0),
                Readers::Coaching.about(owner.0),
                Readers::Own.about(owner.0),
            ]);
        }
        for reader in (1..7).map(member) {
            for audience in &audiences {
                let row = board.row(*audience).unwrap();
                let granted = people.reads(reader, *audience);
                assert_eq!(board.reads(reader, row), granted, "{reader} {audience:?}");
                assert_eq!(board.readers_of(row).contains(&reader), granted);
            }
        }
    });
}
