//! Channels: what each is to say, once, and when it ends.

use besace_model::ids::DeviceId;
use besace_model::time::Timestamp;

use super::*;
use crate::coop::{Coop, Decision, NewMail, Pushed};
use crate::limits::{MAIL_ASKED_AGAIN_MS, NOTICE_TRIES_MAX, PUSH_REFUSALS_MAX};
use crate::store::people::Status;

/// A member who listens on two phones, and their coach.
fn pair() -> (World, Phone, Phone, Phone) {
    let mut world = World::new();
    let first = world.join(1, &[Role::Entrepreneur]);
    let second = world.enrol(1, 11);
    let coach = world.join(2, &[Role::Coach]);
    world.assign(2, 1);
    world.all_listen(&[&first, &second]);
    (world, first, second, coach)
}

fn devices(calls: &[PushCall]) -> Vec<u8> {
    let devices = calls.iter().map(|call| call.device.as_bytes()[0]);
    devices.collect()
}

fn all(calls: Vec<PushCall>, pushed: &Pushed) -> Vec<(PushCall, Pushed)> {
    let calls = calls.into_iter();
    calls.map(|call| (call, pushed.clone())).collect()
}

#[test]
fn where_nobody_listens_nothing_is_looked_at_and_what_was_before_calls_nobody() {
    let mut world = World::new();
    let member = world.join(1, &[Role::Entrepreneur]);
    let mut coach = world.join(2, &[Role::Coach]);
    world.assign(2, 1);
    world.say(&mut coach, &goal(member.member, 1));
    assert!(!world.coop.glance().has_channels());
    assert!(!world.coop.hear(world.now).unwrap());
    world.all_listen(&[&member]);
    assert!(world.coop.glance().has_channels());
    assert_eq!(world.called(), [], "the past calls nobody");
    world.say(&mut coach, &goal(member.member, 2));
    assert_eq!(world.called(), [(1, Concern::Coaching)]);
    let now = world.tick();
    world.coop.end_push(now, member.device).unwrap();
    assert_eq!(world.called(), []);
    assert!(!world.coop.glance().has_channels());
}

#[test]
fn a_channel_says_a_concern_once_until_its_member_was_here() {
    let (mut world, first, second, mut coach) = pair();
    world.say(&mut coach, &goal(first.member, 1));
    let calls = world.calls();
    assert_eq!(devices(&calls), [1, 11]);
    let told = all(calls, &Pushed::Told);
    let now = world.tick();
    world.coop.note_pushed(now, &told).unwrap();
    world.say(&mut coach, &goal(first.member, 2));
    assert_eq!(world.called(), [], "they know that something waits");
    // They were here with the other phone.
    world.visit(&second);
    assert_eq!(world.called(), []);
    world.say(&mut coach, &goal(first.member, 3));
    assert_eq!(devices(&world.calls()), [1, 11]);
    // They come before it is said.
    world.visit(&first);
    assert_eq!(world.called(), []);
}

#[test]
fn what_came_after_a_visit_is_told_although_it_is_looked_at_together() {
    let (mut world, first, _, mut coach) = pair();
    world.say(&mut coach, &goal(first.member, 1));
    world.visit(&first);
    world.say(&mut coach, &goal(first.member, 2));
    let calls = world.calls();
    assert_eq!(devices(&calls), [1, 11]);
    let since = calls[0].at;
    assert!(since >= world.now.plus_ms(-A_WHILE_MS - 2_000), "{since}");
}

#[test]
fn a_channel_tells_what_its_member_wished_and_nothing_else() {
    let (mut world, first, second, mut coach) = pair();
    let wish = PushChannel {
        concerns: Concerns::of([Concern::Accounts]),
        ..channel(1)
    };
    let now = world.tick();
    world.coop.put_push(now, first.device, &wish).unwrap();
    world.say(&mut coach, &goal(first.member, 1));
    assert_eq!(devices(&world.calls()), [11]);
    assert_eq!(world.coop.push_of(first.device).unwrap(), Some(wish));
    assert_eq!(
        world.coop.push_of(second.device).unwrap(),
        Some(channel(11))
    );
}

#[test]
fn a_device_on_a_live_link_is_not_told_then_and_is_told_of_what_comes_later() {
    let (mut world, first, _, mut coach) = pair();
    let live: BTreeSet<DeviceId> = [first.device].into();
    world.say(&mut coach, &goal(first.member, 1));
    assert_eq!(devices(&world.calls_beside(&live)), [11]);
    assert_eq!(devices(&world.calls()), [11], "it heard that by itself");
    world.say(&mut coach, &goal(first.member, 2));
    assert_eq!(devices(&world.calls()), [1, 11]);
}

#[test]
fn a_channel_that_is_gone_or_refused_again_and_again_is_forgotten() {
    let (mut world, first, second, mut coach) = pair();
    world.say(&mut coach, &goal(first.member, 1));
    let mut calls = world.calls();
    let gone = all(calls.drain(..1).collect(), &Pushed::Gone);
    let now = world.tick();
    world.coop.note_pushed(now, &gone).unwrap();
    assert_eq!(world.coop.push_of(first.device).unwrap(), None);
    for _ in 0..PUSH_REFUSALS_MAX {
        assert!(world.coop.push_of(second.device).unwrap().is_some());
        let calls = world.calls();
        assert_eq!(devices(&calls), [11]);
        let refused = all(calls, &Pushed::Refused(world.now));
        let now = world.tick();
        world.coop.note_pushed(now, &refused).unwrap();
    }
    assert_eq!(world.coop.push_of(second.device).unwrap(), None);
    assert_eq!(world.called(), []);
}

#[test]
fn what_fails_waits_until_its_time_and_a_message_is_given_up_after_all_a_channel_is_not() {
    let (mut world, first, second, mut coach) = pair();
    let now = world.tick();
    world.coop.end_push(now, second.device).unwrap();
    world.say(&mut coach, &goal(first.member, 1));
    let calls = world.calls();
    let later = Pushed::Later(world.now.plus_ms(2 * A_WHILE_MS));
    let now = world.tick();
    world.coop.note_pushed(now, &all(calls, &later)).unwrap();
    assert_eq!(world.called(), [], "not before its time");
    for failures in 1..NOTICE_TRIES_MAX {
        world.tick();
        let calls = world.calls();
        assert_eq!(calls[0].failed.failures, failures);
        let later = all(calls, &Pushed::Later(world.now));
        world.coop.note_pushed(world.now, &later).unwrap();
    }
    assert_eq!(world.called(), [], "given up");
    world.visit(&first);
    world.say(&mut coach, &goal(first.member, 2));
    assert_eq!(devices(&world.calls()), [1], "the next one is tried");
}

#[test]
fn an_answer_to_a_channel_that_was_changed_meanwhile_changes_nothing() {
    let (mut world, first, _, mut coach) = pair();
    world.say(&mut coach, &goal(first.member, 1));
    let gone = all(world.calls(), &Pushed::Gone);
    let now = world.tick();
    world
        .coop
        .put_push(now, first.device, &channel(77))
        .unwrap();
    world.coop.note_pushed(now, &gone).unwrap();
    assert_eq!(world.coop.push_of(first.device).unwrap(), Some(channel(77)));
}

#[test]
fn a_revoked_device_and_a_member_who_left_are_told_nothing_and_nothing_of_them_is_kept() {
    let (mut world, first, second, mut coach) = pair();
    let mail = NewMail {
        address: "anne@example.org".into(),
        lang: Lang::Fr,
    };
    let now = world.tick();
    assert!(world.coop.put_mail(now, first.member, &mail).unwrap());
    world.say(&mut coach, &goal(first.member, 1));
    let device = first.device;
    world.decide(Decision::RevokeDevice { device });
    assert_eq!(world.coop.push_of(first.device).unwrap(), None);
    assert_eq!(devices(&world.calls()), [11]);
    let suspended = |status| Decision::Change {
        member: first.member,
        changes: crate::coop::Changes {
            status: Some(status),
            ..Default::default()
        },
    };
    world.decide(suspended(Status::Suspended));
    assert_eq!(world.called(), [], "who is away is told nothing");
    world.decide(suspended(Status::Active));
    assert_eq!(devices(&world.calls()), [11]);
    world.decide(suspended(Status::Left));
    assert_eq!(world.coop.push_of(second.device).unwrap(), None);
    assert_eq!(world.coop.mail_of(first.member).unwrap(), None);
    assert_eq!(world.called(), []);
    assert!(!world.coop.glance().has_channels());
}

#[test]
fn however_much_came_it_is_one_call_and_the_cooperative_stays_open_for_it() {
    let (mut world, first, _, mut coach) = pair();
    for n in 0..110 {
        for _ in 0..5 {
            let mut id = [n; 16];
            id[1..3].copy_from_slice(&(world.now.0 as u16).to_be_bytes());
            let Say::CoachingLog(CoachingCommand::AddGoal { member, goal, .. }) =
                goal(first.member, n)
            else {
                unreachable!()
            };
            let id = Ulid(id);
            let add = CoachingCommand::AddGoal { member, id, goal };
            world.say(&mut coach, &Say::CoachingLog(add));
        }
    }
    let calls = world.calls();
    assert_eq!(devices(&calls), [1, 11], "however many there are");
    assert!(calls[0].at < world.now.plus_ms(-A_WHILE_MS), "the first");
    world.coop.look_who_waits().unwrap();
    assert_eq!(world.coop.left(false), crate::coop::Left::Due);
}

#[test]
fn an_address_is_asked_once_and_a_member_has_few_asked() {
    let mut world = World::new();
    let one = world.join(1, &[Role::Entrepreneur]).member;
    let other = world.join(2, &[Role::Entrepreneur]).member;
    let put = |coop: &mut Coop, now: Timestamp, member, address: &str| {
        let mail = NewMail {
            address: address.into(),
            lang: Lang::En,
        };
        coop.put_mail(now, member, &mail).unwrap()
    };
    let (coop, now) = (&mut world.coop, world.now);
    assert!(put(coop, now, one, "a@example.org"));
    assert!(put(coop, now, one, "a@example.org"), "its language alone");
    assert_eq!(coop.mails_due(now, now).unwrap().0.len(), 1);
    assert!(
        !put(coop, now, other, "A@example.org"),
        "by nobody, however it is written"
    );
    coop.end_mail(now, one).unwrap();
    assert!(!put(coop, now, one, "a@example.org"), "nor by them again");
    assert!(put(coop, now, one, "b@example.org"));
    assert!(put(coop, now, one, "c@example.org"));
    assert!(!put(coop, now, one, "d@example.org"), "enough for a day");
    assert_eq!(
        coop.mail_of(one).unwrap().unwrap().address,
        "c@example.org",
        "what there was stays"
    );
    let later = now.plus_ms(2 * 86_400_000);
    assert!(put(coop, later, one, "d@example.org"));
    let much_later = now.plus_ms(MAIL_ASKED_AGAIN_MS + 1);
    assert!(put(coop, much_later, other, "a@example.org"));
}
