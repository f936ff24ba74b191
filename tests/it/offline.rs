//! The main job: phones lose the signal, people work, and everything meets again.

use besace_client::store;
use besace_model::access::Role;
use besace_model::kind::Record;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

mod lost;
mod meeting;

fn world(name: &str) -> World {
    World::new(1, empty_folder(&format!("offline-{name}")))
}

fn check(world: &World) {
    world
        .watch
        .check(world.relay.coop().expect("the relay runs"), &world.phones);
}

#[test]
fn two_phones_lose_the_signal_work_and_meet_again() {
    let mut world = world("story");
    let coach = world.member("Camille", &[Role::Coach]);
    let anna = world.member("Anna", &[Role::Entrepreneur]);
    world.assign(coach, anna);
    let (at_coach, at_anna) = (world.phone(coach), world.phone(anna));
    world.pass(5_000);
    let now = world.now;
    let event = people::ulid(&mut world.chance, now);
    let slot = people::ulid(&mut world.chance, now);
    world.act(at_coach, people::event(event, slot, 10));
    world.pass(5_000);

    world.crash_relay();
    let (session, expense) = (
        people::ulid(&mut world.chance, now),
        people::ulid(&mut world.chance, now),
    );
    world.act(
        at_coach,
        people::session(anna, coach, session, "Le marché de Noël se prépare."),
    );
    world.act(at_anna, people::expense(expense, "Essence", 4_250));
    world.act(at_anna, people::answer(event, AnswerStatus::Accepted));
    world.pass(30_000);
    assert_eq!(
        people::unsent(world.phones[at_anna].view(now, &people::sync_request())),
        2
    );
    for phone in [at_coach, at_anna] {
        world.kill(phone);
        world.open(phone);
    }
    assert_eq!(
        world.phones[at_coach].count(store::OUTBOX),
        1,
        "the work survives the app"
    );

    world.relay.start();
    world.settle();
    check(&world);
    let records = world.phones[at_anna].records();
    let sessions: Vec<_> = records
        .values()
        .filter_map(|record| match record {
            Record::CoachingLog(log) => Some(log.sessions.len()),
            _ => None,
        })
        .collect();
    assert_eq!(sessions, [1], "the entrepreneur reads the session");
    let seated = world.phones[at_coach]
        .records()
        .values()
        .any(|record| matches!(record, Record::Roster(roster) if !roster.seats.is_empty()));
    assert!(seated, "the coach sees the seat");
}

#[test]
fn an_edit_refused_after_a_lost_assignment_stays_readable_and_blocks_nothing() {
    let mut world = world("refused");
    let coach = world.member("Camille", &[Role::Coach]);
    let anna = world.member("Anna", &[Role::Entrepreneur]);
    world.assign(coach, anna);
    let (at_coach, at_anna) = (world.phone(coach), world.phone(anna));
    world.pass(5_000);
    world.signal(at_coach, false);
    let now = world.now;
    let session = people::ulid(&mut world.chance, now);
    world.act(
        at_coach,
        people::session(anna, coach, session, "Écrit dans la grange."),
    );
    let expense = people::ulid(&mut world.chance, now);
    world.act(at_coach, people::expense(expense, "Péage", 1_230));
    world.unassign(coach, anna);
    world.pass(5_000);
    world.signal(at_coach, true);
    world.settle();
    check(&world);
    assert_eq!(
        world.phones[at_coach].count(store::REFUSED),
        1,
        "the refused session is there to look at"
    );
    let logs = world.phones[at_anna]
        .records()
        .values()
        .filter(|record| matches!(record, Record::CoachingLog(log) if !log.sessions.is_empty()))
        .count();
    assert_eq!(logs, 0);
    let spent = world.phones[at_coach]
        .records()
        .values()
        .any(|record| matches!(record, Record::Activity(activity) if activity.expenses.len() == 1));
    assert!(spent, "the expense went through");
}
