//! What a device is given to show others, and what one phone brings for another.

use besace_model::access::Role;
use besace_model::certificate::Unproven;
use besace_model::command::Command as Say;
use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::{ActionFields, ActionStatus, CoachingCommand};
use besace_model::limits::CERTIFICATE_LIFE_MS;
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::Decision;

#[test]
fn a_pass_says_whose_device_it_is_for_a_time() {
    let mut world = World::new();
    let anne = world.join(1, &[Role::Entrepreneur]);
    let glance = world.coop.glance();
    let pass = glance.pass(world.now, anne.device).unwrap();
    let relay = pass.relay().unwrap();
    let (said, key) = pass.certificate.verify(&relay, world.now).unwrap();
    assert_eq!((said.coop, said.member), (world.coop.id(), anne.member));
    assert_eq!(said.device, anne.device);
    let people = world.coop.people();
    assert_eq!(key, people.device(anne.device).unwrap().public_key);
    let later = world.now.plus_ms(CERTIFICATE_LIFE_MS);
    let over = pass.certificate.verify(&relay, later);
    assert_eq!(over.unwrap_err(), Unproven::Over);
}

#[test]
fn who_may_not_connect_is_given_none() {
    let mut world = World::new();
    let anne = world.join(1, &[Role::Entrepreneur]);
    let device = anne.device;
    world.decide(Decision::RevokeDevice { device });
    assert!(world.coop.glance().pass(world.now, device).is_none());
    let nobodys = besace_model::ids::DeviceId::from_bytes([0xee; 16]);
    assert!(world.coop.glance().pass(world.now, nobodys).is_none());
}

#[test]
fn a_push_holds_what_devices_of_several_members_signed_each_judged_as_its_author() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut coach = world.join(2, &[Role::Coach]);
    let mut other = world.join(3, &[Role::Coach]);
    world.assign(2, 1);
    let action = |n: u8| {
        Say::CoachingLog(CoachingCommand::AddAction {
            member: member(1),
            id: Ulid([n; 16]),
            action: ActionFields {
                text: "Envoyer le devis".into(),
                owner: Some(member(1)),
                due: "2026-03-20".into(),
                status: ActionStatus::Todo,
                session: None,
                goal: None,
            },
        })
    };
    let mut push = anne.commit(&world, &action(7));
    push.commits
        .extend(coach.commit(&world, &action(8)).commits);
    // Made before anybody heard that they accompany her no more: what came with it speaks for nobody else.
    world.assign(3, 1);
    push.commits
        .extend(other.commit(&world, &action(9)).commits);
    world.unassign(3, 1);
    let verdicts = world.push(vec![push]).verdicts.remove(0);
    let is_accepted = |at: usize| matches!(verdicts[at].verdict, Verdict::Accepted(_));
    assert!(is_accepted(0) && is_accepted(1), "{verdicts:?}");
    let Verdict::Refused(ErrorCode::Forbidden, _) = verdicts[2].verdict else {
        panic!("{verdicts:?}");
    };
}

#[test]
fn what_a_revoked_device_signed_is_refused_whoever_brings_it() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut bob = world.join(2, &[Role::Entrepreneur]);
    let hers = anne.commit(&world, &tag("couture"));
    let device = anne.device;
    world.decide(Decision::RevokeDevice { device });
    let own = bob.commit(&world, &tag("tricot"));
    let verdicts = world.push(vec![hers, own]).verdicts.remove(0);
    let Verdict::Refused(ErrorCode::DeviceRevoked, _) = verdicts[0].verdict else {
        panic!("{verdicts:?}");
    };
    assert!(matches!(verdicts[1].verdict, Verdict::Accepted(_)));
}
