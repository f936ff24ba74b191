//! Who came when: written all at once, when there is time.

use besace_model::access::Role;
use besace_model::ids::DeviceId;
use besace_model::time::DAY_MS;

use super::work;
use crate::coop::tests::world::*;
use crate::store::StorePlace;

#[test]
fn a_days_first_contacts_are_written_all_at_once_and_only_when_there_is_time() {
    let mut world = World::new();
    let phones: Vec<_> = (1..=60).map(|n| world.join(n, &[Role::Director])).collect();
    let tomorrow = world.now.plus_ms(DAY_MS);
    let glance = world.coop.glance();
    let (steps, _) = work(&mut world, |_| {
        let told = phones
            .iter()
            .filter(|phone| glance.see(tomorrow, phone.device));
        assert_eq!(told.count(), 1, "the writer is told once");
        assert!(!glance.see(tomorrow, DeviceId::from_bytes([99; 16])));
    });
    assert_eq!(steps, 0, "a hello waits for no file");
    assert!(world.coop.has_seen());
    let (_, commits) = work(&mut world, |world| world.coop.write_seen().unwrap());
    assert_eq!(commits, 1);
    let people = world.coop.people();
    let days = people
        .devices()
        .filter(|device| device.last_seen == tomorrow);
    assert_eq!(days.count(), phones.len());
    assert!(
        !glance.see(tomorrow.plus_ms(1), phones[0].device),
        "once a day"
    );
    let (steps, _) = work(&mut world, |world| world.coop.write_seen().unwrap());
    assert_eq!(steps, 0);
}

#[test]
fn a_relay_that_closes_has_written_who_came() {
    let folder = std::env::temp_dir().join(format!("besace-seen-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = StorePlace::File(folder.join("coop.db"));
    let mut world = World::at(place.clone());
    let phone = world.join(1, &[Role::Director]);
    let tomorrow = world.now.plus_ms(DAY_MS);
    assert!(world.coop.glance().see(tomorrow, phone.device));
    world.coop.close().unwrap();
    let coop = crate::coop::Coop::open(place, 1).unwrap();
    let people = coop.people();
    assert_eq!(people.device(phone.device).unwrap().last_seen, tomorrow);
    drop(coop);
    std::fs::remove_dir_all(&folder).unwrap();
}
