//! A decision is carried out as a whole or not at all.

use besace_model::access::{Readers, Role};
use besace_model::ids::MemberId;
use besace_model::time::Timestamp;
use sha2::{Digest, Sha256};

use crate::coop::tests::world::*;
use crate::coop::{Changes, CoopError, Decision, Described, NewInvitation, People};
use crate::store::people::Status;
use crate::store::revocations;

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
