//! What a restored file may not give back, and what it may.

use besace_model::access::{Readers, Role};
use besace_model::ids::{MemberId, Ulid};
use sha2::{Digest, Sha256};

use super::{Folder, has, status_of};
use crate::coop::tests::world::*;
use crate::coop::{CoopError, Decision, NewInvitation};
use crate::store::people::Status;

#[test]
fn a_restored_file_gives_back_no_right_that_was_taken() {
    let folder = Folder::new("restored");
    let mut world = folder.world();
    world.join(1, &[Role::Director]);
    world.join(2, &[Role::Coach, Role::Finance]);
    let anne = world.join(3, &[Role::Entrepreneur]);
    world.join(4, &[Role::Entrepreneur]);
    world.join(5, &[Role::Entrepreneur]);
    let lost = world.enrol(3, 33);
    world.assign(2, 3);
    let event = Ulid([9; 16]);
    world.decide(Decision::SetFacilitator {
        event,
        member: member(3),
        facilitates: true,
    });
    for (secret, who) in [(b"used", 3), (b"open", 4)] {
        let now = world.tick();
        world.decide(Decision::Invite {
            member: member(who),
            invitation: NewInvitation {
                secret_hash: Sha256::digest(secret).into(),
                expires_at: now.plus_ms(3_600_000),
                device: None,
            },
        });
    }
    let enrol = |secret: &[u8], device: u8| Decision::Enrol {
        secret: secret.to_vec(),
        public_key: ed25519_dalek::SigningKey::from_bytes(&[device; 32])
            .verifying_key()
            .to_bytes(),
        device: besace_model::ids::DeviceId::from_bytes([device; 16]),
        name: String::new(),
    };
    let (mut world, copy) = folder.back_up(world);
    let before = world.epoch();

    world.decide(Decision::RevokeDevice {
        device: lost.device,
    });
    world.decide(enrol(b"used", 44));
    world.roles(2, &[Role::Coach]);
    world.unassign(2, 3);
    world.decide(Decision::SetFacilitator {
        event,
        member: member(3),
        facilitates: false,
    });
    world.status(4, Status::Left);
    world.status(5, Status::Suspended);

    let (mut world, taken) = folder.restore(world, &copy);
    // A device, a used and a cancelled invitation, a role, a coach, a facilitator, two members.
    assert_eq!(taken, 8);
    assert_ne!(world.epoch(), before, "phones push again what is missing");
    let check = |world: &mut World| {
        let people = world.coop.people();
        assert!(people.device(lost.device).unwrap().revoked_at.is_some());
        assert!(people.device(anne.device).unwrap().revoked_at.is_none());
        assert!(!has(&people, 2, Role::Finance) && has(&people, 2, Role::Coach));
        assert!(!people.reads(member(2), Readers::Coaching.about(member(3).0)));
        let facilitates = &people.member(member(3)).unwrap().grants.facilitates;
        assert!(facilitates.is_empty());
        assert_eq!(status_of(&people, 4), Status::Left);
        assert_eq!(status_of(&people, 5), Status::Suspended);
        world.coop.glance().with_board(|board| {
            let row = board.row(Readers::Coaching.about(member(3).0)).unwrap();
            assert!(!board.reads(member(2), row), "readers follow");
        });
        for secret in [&b"used"[..], b"open"] {
            let now = world.tick();
            let answer = world.coop.decide(now, MemberId::RELAY, &enrol(secret, 45));
            assert!(matches!(answer, Err(CoopError::InvitationUsed)));
        }
    };
    check(&mut world);
    let epoch = world.epoch();
    let (mut world, taken) = folder.open(world.close());
    assert_eq!((taken, world.epoch()), (0, epoch), "once is enough");
    check(&mut world);
    // Decisions go on from there, and a second restore takes them too.
    world.roles(3, &[]);
    let (world, taken) = folder.restore(world, &copy);
    assert_eq!(taken, 9);
    assert!(!has(&world.coop.people(), 3, Role::Entrepreneur));
}

#[test]
fn a_right_that_was_given_back_is_not_taken_by_an_older_file() {
    let folder = Folder::new("given-back");
    let mut world = folder.world();
    world.join(1, &[Role::Director]);
    world.join(2, &[Role::Coach, Role::Finance]);
    let (mut world, with) = folder.back_up(world);
    world.roles(2, &[Role::Coach]);
    world.status(2, Status::Suspended);
    let (mut world, without) = folder.back_up(world);
    world.roles(2, &[Role::Coach, Role::Finance]);
    world.status(2, Status::Active);
    let (world, after) = folder.back_up(world);

    let (world, _) = folder.restore(world, &with);
    let people = world.coop.people();
    assert!(has(&people, 2, Role::Finance), "it had it, and has it");
    assert_eq!(status_of(&people, 2), Status::Active);
    let (world, _) = folder.restore(world, &after);
    assert!(has(&world.coop.people(), 2, Role::Finance));
    let (world, _) = folder.restore(world, &without);
    let people = world.coop.people();
    assert!(!has(&people, 2, Role::Finance), "nothing is given");
    assert_eq!(status_of(&people, 2), Status::Suspended);
}

#[test]
fn who_directed_when_the_file_was_copied_does_not_direct_again_for_want_of_another() {
    let folder = Folder::new("director");
    let mut world = folder.world();
    world.join(1, &[Role::Director]);
    let (mut world, copy) = folder.back_up(world);
    world.join(2, &[Role::Director]);
    world.roles(1, &[]);
    let (mut world, _) = folder.restore(world, &copy);
    assert!(!has(&world.coop.people(), 1, Role::Director));
    // The operator names another.
    world.join(3, &[Role::Director]);
}
