//! What was written apart meets again.

use besace_model::access::Role;
use besace_model::kind::Record;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_tests::people;
use besace_tests::world::World;

use super::{check, world};

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
