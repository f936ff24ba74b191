//! Phones that were lost, revoked or restored from a backup.

use besace_model::access::Role;
use besace_model::kind::Record;
use besace_server::coop::Decision;
use besace_tests::people;
use besace_tests::world::World;

use super::{check, world};

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
