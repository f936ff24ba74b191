//! Pages: a phone that stops anywhere goes on exactly there.

mod downloads;
mod grants;
mod starting_over;

use besace_model::access::Role;
use besace_model::limits::FRAME_FILL_BYTES;

use super::world::*;

/// Three members with several documents each, one of them long, and their coach.
pub(super) fn busy() -> (World, Vec<Phone>) {
    let mut world = World::new();
    let mut phones: Vec<Phone> = (1..4)
        .map(|n| world.join(n, &[Role::Entrepreneur]))
        .collect();
    phones.push(world.join(4, &[Role::Coach]));
    for n in 1..4 {
        world.assign(4, n);
    }
    for (n, phone) in phones.iter_mut().enumerate() {
        for round in 0..8 {
            world.say(
                phone,
                &tag(&format!("métier {n} {round} {}", "x".repeat(60))),
            );
            world.say(
                phone,
                &forecast(&format!("20{:02}-11", 20 + round % 4), round),
            );
        }
    }
    (world, phones)
}

#[test]
fn nothing_changed_costs_nothing_and_keeps_the_cursor() {
    let (world, mut phones) = busy();
    let phone = &mut phones[0];
    world.sync(phone, FRAME_FILL_BYTES);
    let page = world.page(phone, FRAME_FILL_BYTES);
    assert!(page.docs.is_empty() && page.lost.is_empty() && page.cursor.is_none());
    assert_eq!((page.remaining, page.at), (0, Some(world.coop.head())));
}

#[test]
fn one_change_elsewhere_costs_little_more_than_its_bytes() {
    let (mut world, mut phones) = busy();
    let mut reader = Phone::reader(4);
    world.sync(&mut reader, FRAME_FILL_BYTES);
    let mut bytes = 0;
    for _ in 0..20 {
        for phone in phones.iter_mut().take(3) {
            let push = phone.commit(&world, &tag(&format!("u{bytes}")));
            bytes += push.commits[0].change.len();
            world.push(vec![push]);
        }
    }
    let page = world.page(&reader, FRAME_FILL_BYTES);
    let frame = besace_model::wire::encode(&page.into_update(world.now)).len();
    assert!(
        frame * 10 < bytes * 11,
        "{frame} bytes for {bytes} of changes"
    );
}
