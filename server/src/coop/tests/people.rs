//! Decisions about people, and what they change for readers.

use besace_model::access::{Readers, Role};
use besace_model::head::DocHead;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::kind::Kind;
use besace_model::kinds::directory;
use besace_model::sorted::SortedSet;
use besace_model::time::Timestamp;
use sha2::{Digest, Sha256};

use super::world::*;
use crate::coop::{Changes, CoopError, Decision, Described, NewInvitation, People};
use crate::store::people::Status;
use crate::store::revocations;

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

/// What the file says of everybody, and of what was noted of decisions.
fn on_file(world: &World) -> (String, i64, u64) {
    let conn = world.coop.store.conn();
    let people = format!("{:?}", People::load(conn).unwrap());
    let audited = conn.query_row("SELECT count(*) FROM audit", [], |row| row.get(0));
    (people, audited.unwrap(), revocations::last(conn).unwrap())
}

#[test]
fn a_change_of_which_one_part_cannot_be_changes_nothing() {
    let mut world = World::new();
    let boss = world.join(1, &[Role::Director]);
    world.join(2, &[Role::Coach]);
    let anne = world.join(3, &[Role::Entrepreneur]);
    world.assign(2, 3);
    let good = Changes {
        described: Some(Described {
            name: "Autre".into(),
            ..Described::default()
        }),
        roles: Some([Role::Finance].into()),
        coaches: Some([].into()),
        status: Some(Status::Suspended),
    };
    let nameless = Changes {
        described: Some(Described::default()),
        ..good.clone()
    };
    let coached_by = |coach: MemberId| Changes {
        coaches: Some([member(2), coach].into()),
        ..good.clone()
    };
    let relay = Changes {
        status: Some(Status::Relay),
        ..good.clone()
    };
    let refused = [
        (anne.member, nameless, CoopError::Invalid),
        (anne.member, coached_by(member(9)), CoopError::NotFound),
        (anne.member, coached_by(anne.member), CoopError::Invalid),
        (anne.member, relay, CoopError::Invalid),
        (boss.member, good.clone(), CoopError::LastDirector),
        (member(9), good.clone(), CoopError::NotFound),
    ];
    let (before, head) = (on_file(&world), world.coop.head());
    for (member, changes, why) in refused {
        let now = world.tick();
        let decision = Decision::Change { member, changes };
        let error = world.coop.decide(now, boss.member, &decision).unwrap_err();
        assert_eq!(error.to_string(), why.to_string());
        assert_eq!((on_file(&world), world.coop.head()), (before.clone(), head));
        assert_eq!(format!("{:?}", world.coop.people()), before.0);
    }

    let member = anne.member;
    let published = world.decide(Decision::Change {
        member,
        changes: good.clone(),
    });
    let (after, audited, noted) = on_file(&world);
    assert_eq!(format!("{:?}", world.coop.people()), after);
    assert_eq!(
        audited,
        before.1 + 4,
        "one line for each thing that changed"
    );
    assert_eq!(noted, before.2 + 4, "two roles, a coach, taking part");
    let told = published.entries.len();
    assert_eq!(
        told, 3,
        "the directory, which then begins anew, and the memberships"
    );
    assert_eq!(
        world.coop.head(),
        head + 4,
        "one entry for readers, and what everybody and the team are told"
    );

    // Said again, it changes nothing.
    let (before, head) = (on_file(&world), world.coop.head());
    world.decide(Decision::Change {
        member,
        changes: good,
    });
    assert_eq!((on_file(&world), world.coop.head()), (before, head));
}

#[test]
fn a_member_comes_with_roles_coaches_and_an_invitation_or_not_at_all() {
    let mut world = World::new();
    world.join(1, &[Role::Director]);
    world.join(2, &[Role::Coach]);
    let now = world.tick();
    let add = |coach: u8, ends: Timestamp| Decision::Add {
        member: member(3),
        described: Described {
            name: "Anne".into(),
            ..Described::default()
        },
        roles: [Role::Entrepreneur].into(),
        coaches: [member(coach)].into(),
        invitation: Some(NewInvitation {
            secret_hash: Sha256::digest(b"secret").into(),
            expires_at: ends,
            device: None,
        }),
    };
    let (before, head) = (on_file(&world), world.coop.head());
    for decision in [add(9, now.plus_ms(60_000)), add(2, now)] {
        let refused = world.coop.decide(now, MemberId::RELAY, &decision);
        refused.unwrap_err();
        assert_eq!((on_file(&world), world.coop.head()), (before.clone(), head));
    }
    let decision = add(2, now.plus_ms(60_000));
    world.coop.decide(now, MemberId::RELAY, &decision).unwrap();
    assert_eq!(
        world.coop.head(),
        head + 3,
        "readers, and what everybody and the team are told"
    );
    let people = world.coop.people();
    let anne = people.member(member(3)).unwrap();
    assert!(anne.coaches.contains(&member(2)) && anne.invited_until.is_some());
    assert!(people.reads(member(2), Readers::Coaching.about(member(3).0)));
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
    world.decide(Decision::Change {
        member: member(2),
        changes: Changes {
            status: Some(Status::Left),
            ..Changes::default()
        },
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
    world.decide(Decision::Change {
        member: member(4),
        changes: Changes {
            status: Some(Status::Suspended),
            ..Changes::default()
        },
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
