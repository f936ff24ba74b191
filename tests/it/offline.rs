//! The main job: phones lose the signal, people work, and everything meets again.

use besace_client::store;
use besace_model::access::Role;
use besace_model::kind::Record;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_server::coop::Command as Decision;
use besace_tests::empty_folder;
use besace_tests::people;
use besace_tests::world::World;

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
    world.decide(&Decision::UnassignCoach {
        coach,
        member: anna,
    });
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

#[test]
fn two_devices_that_change_one_amount_show_both_and_settle() {
    let mut world = world("conflict");
    let anna = world.member("Anna", &[Role::Entrepreneur]);
    let (one, two) = (world.phone(anna), world.phone(anna));
    let now = world.now;
    let id = people::ulid(&mut world.chance, now);
    world.act(one, people::expense(id, "Train", 5_000));
    world.pass(5_000);
    world.signal(one, false);
    world.signal(two, false);
    world.act(one, people::amount(id, 5_100));
    world.act(two, people::amount(id, 5_200));
    world.signal(one, true);
    world.signal(two, true);
    world.settle();
    check(&world);
    let conflicts = |world: &World, phone: usize| -> usize {
        world.phones[phone]
            .records()
            .values()
            .map(|record| match record {
                Record::Activity(activity) => activity.conflicts.len(),
                _ => 0,
            })
            .sum()
    };
    assert_eq!((conflicts(&world, one), conflicts(&world, two)), (1, 1));
    world.act(two, people::amount(id, 5_200));
    world.settle();
    check(&world);
    assert_eq!((conflicts(&world, one), conflicts(&world, two)), (0, 0));
}

#[test]
fn seats_go_in_order_of_receipt_and_a_freed_one_to_the_first_waiting() {
    let mut world = world("seats");
    let director = world.member("Dominique", &[Role::Director]);
    let members: Vec<_> = (0..3)
        .map(|n| world.member(&format!("M{n}"), &[Role::Entrepreneur]))
        .collect();
    let at_director = world.phone(director);
    let phones: Vec<_> = members.iter().map(|member| world.phone(*member)).collect();
    world.pass(5_000);
    let now = world.now;
    let (event, slot) = (
        people::ulid(&mut world.chance, now),
        people::ulid(&mut world.chance, now),
    );
    world.act(at_director, people::event(event, slot, 2));
    world.pass(5_000);
    for phone in &phones {
        world.act(*phone, people::answer(event, AnswerStatus::Accepted));
        world.pass(2_000);
    }
    let seated = |world: &World| -> Vec<bool> {
        let records = world.phones[at_director].records();
        let roster = records
            .values()
            .find_map(|record| match record {
                Record::Roster(roster) => Some(roster.clone()),
                _ => None,
            })
            .expect("the roster is there");
        members
            .iter()
            .map(|member| roster.seats.contains_key(member))
            .collect()
    };
    assert_eq!(seated(&world), [true, true, false]);
    world.act(phones[0], people::answer(event, AnswerStatus::Declined));
    world.settle();
    assert_eq!(seated(&world), [false, true, true]);
    check(&world);
}

#[test]
fn a_phone_restored_from_a_backup_goes_on_without_disturbing_anybody() {
    let mut world = world("restored");
    let anna = world.member("Anna", &[Role::Entrepreneur]);
    let (one, two) = (world.phone(anna), world.phone(anna));
    let now = world.now;
    let write = |world: &mut World, label: &str| {
        let id = people::ulid(&mut world.chance, now);
        world.act(one, people::expense(id, label, 100));
    };
    write(&mut world, "avant");
    world.pass(5_000);
    let backup = world.phones[one].disk().clone();
    write(&mut world, "perdu du téléphone, pas de la coopérative");
    world.pass(5_000);
    world.phones[one].restore(backup);
    world.open(one);
    write(&mut world, "après");
    world.settle();
    check(&world);
    let count = world.phones[two]
        .records()
        .values()
        .map(|record| match record {
            Record::Activity(activity) => activity.expenses.len(),
            _ => 0,
        })
        .sum::<usize>();
    assert_eq!(count, 3);
}

#[test]
fn a_revoked_phone_is_erased_at_its_next_contact() {
    let mut world = world("revoked");
    let anna = world.member("Anna", &[Role::Entrepreneur]);
    let phone = world.phone(anna);
    let now = world.now;
    let id = people::ulid(&mut world.chance, now);
    world.act(phone, people::expense(id, "Train", 5_000));
    world.pass(5_000);
    let device = world.phones[phone].device;
    world.decide(&Decision::RevokeDevice { device });
    world.pass(120_000);
    assert!(world.phones[phone].is_wiped());
    assert!(world.phones[phone].disk().is_empty());
}
