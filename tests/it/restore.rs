//! A relay put back from a copy, by the procedure of the README: it is stopped, its folder is copied, it goes on; one day
//! it is stopped, the copy takes the folder's place, and it starts. What a phone knows was accepted comes back.

use besace_client::store;
use besace_model::access::Role;
use besace_tests::people;
use besace_tests::world::World;

/// What a phone saves after the copy, and what it saves on top of that without signal.
const AMOUNTS: [i64; 3] = [1_100, 1_200, 1_300];

/// One restore. `is_outgrown`: others have written more since than was lost, so no cursor is ahead of the log any more.
/// `downloads_again`: the phone threw its documents and its cursor away meanwhile.
fn restored(is_outgrown: bool, downloads_again: bool) {
    let name = format!(
        "besace-restore-{is_outgrown}-{downloads_again}-{}",
        std::process::id()
    );
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let mut world = World::new(5, folder);
    let anna = world.member("Anna", &[Role::Entrepreneur]);
    let bao = world.member("Bao", &[Role::Entrepreneur]);
    let (at_anna, at_bao) = (world.phone(anna), world.phone(bao));
    spend(&mut world, at_anna, 1_000);
    world.settle();
    let copy = world.relay.back_up();
    world.relay.start();
    world.settle();

    world.signal(at_bao, false);
    for amount in &AMOUNTS[..2] {
        spend(&mut world, at_anna, *amount);
    }
    world.pass(120_000);
    assert_eq!(world.phones[at_anna].count(store::OUTBOX), 0, "accepted");
    world.signal(at_anna, false);
    spend(&mut world, at_anna, AMOUNTS[2]);
    if downloads_again {
        world.download_again(at_anna);
    }

    world.restore_relay(&copy);
    if is_outgrown {
        world.signal(at_bao, true);
        for amount in 2_000..2_010 {
            spend(&mut world, at_bao, amount);
        }
        world.settle();
    }
    world.signal(at_anna, true);
    world.signal(at_bao, true);
    world.settle();
    let relay = world.relay.coop().expect("the relay runs");
    world.watch.check(relay, &world.phones);
    assert_eq!(world.phones[at_anna].count(store::REFUSED), 0);
    let records = world.phones[at_anna].records();
    for amount in AMOUNTS.into_iter().chain([1_000]) {
        let found = records
            .values()
            .any(|record| people::has_amount(record, amount));
        assert!(found, "{amount} is lost: {is_outgrown} {downloads_again}");
    }
}

fn spend(world: &mut World, phone: usize, amount: i64) {
    let now = world.now;
    let id = people::ulid(&mut world.chance, now);
    world.act(phone, people::expense(id, "Essence", amount));
}

#[test]
fn accepted_work_comes_back_to_a_relay_that_the_phones_cursor_is_ahead_of() {
    restored(false, false);
}

#[test]
fn accepted_work_comes_back_to_a_relay_that_has_outgrown_the_phones_cursor() {
    restored(true, false);
}

#[test]
fn accepted_work_comes_back_from_a_phone_that_downloads_everything_again() {
    restored(false, true);
    restored(true, true);
}
