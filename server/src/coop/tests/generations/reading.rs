//! Whoever reads a document that is rebuilt ends with its last generation alone.

use besace_model::access::Role;
use besace_model::kind::Kind;
use besace_model::kinds::directory;

use super::{clear, describe, flip, invited};
use crate::coop::tests::world::*;

#[test]
fn a_phone_away_for_long_gets_the_last_generation_alone() {
    for is_cleared in [false, true] {
        let (mut world, mut phone) = invited(6);
        let mut away = Phone::reader(1);
        flip(&mut world, &mut phone, 9);
        world.sync(&mut away, 100_000);
        assert!(away.last(Kind::Roster).is_some());
        flip(&mut world, &mut phone, 300);
        if is_cleared {
            clear(&mut world);
        }
        let before = away.pages;
        let page = world.page(&away, 100_000);
        let updates = page.docs.iter().filter(|update| {
            matches!(&update.doc, besace_model::wire::DocName::Head(head) if head.kind == Kind::Roster)
        });
        assert_eq!(updates.count(), 1);
        world.sync(&mut away, 100_000);
        let mut fresh = Phone::reader(1);
        world.sync(&mut fresh, 100_000);
        assert_eq!(away.state(), fresh.state());
        assert!(away.pages - before <= 4, "{} pages", away.pages - before);
    }
}

#[test]
fn whoever_reads_while_it_is_rebuilt_always_ends_with_the_last_one() {
    for fill in [700, 4_000, 100_000] {
        let mut world = World::new();
        world.coop.rebuild_after(3);
        world.join(1, &[Role::Director]);
        for n in 2..30 {
            world.join(n, &[Role::Entrepreneur]);
        }
        let mut phones: Vec<_> = (2..6).map(Phone::reader).collect();
        world.sync(&mut phones[0], fill);
        for round in 0..60 {
            world.decide(describe(1 + round % 20, format!("Nom {round}")));
            if round % 3 == 0 {
                clear(&mut world);
            }
            for (n, phone) in phones.iter_mut().enumerate() {
                if usize::from(round) % (n + 1) == 0 {
                    let page = world.page(phone, fill);
                    phone.take(world.coop.id(), page);
                }
            }
            assert!(
                phones[0].last(Kind::Directory).is_some(),
                "never without it"
            );
        }
        let mut fresh = Phone::reader(6);
        world.sync(&mut fresh, fill);
        let said = directory::read(fresh.last(Kind::Directory).unwrap().1);
        assert_eq!(said.members[&member(20)].name, "Nom 59");
        assert_eq!(said.members.len(), 29);
        for phone in &mut phones {
            // To the end of what it was reading, and then what came meanwhile.
            world.sync(phone, fill);
            world.sync(phone, fill);
            assert_eq!(phone.state(), fresh.state());
        }
    }
}
