//! Who reads what: audiences that come to be are given to everybody who reads them, and to nobody else.

mod mandated;

use besace_model::access::{Audience, Readers, Role};
use besace_model::ids::Ulid;

use super::world::*;
use crate::coop::{Changes, Coop, Decision};
use crate::store::StorePlace;
use crate::store::people::Status;

const ROLES: [&[Role]; 5] = [
    &[Role::Director],
    &[Role::Coach],
    &[Role::Finance],
    &[Role::Entrepreneur],
    &[Role::Entrepreneur],
];

fn everybody(world: &mut World) {
    for (n, roles) in (1..).zip(ROLES) {
        world.join(n, roles);
    }
    world.assign(2, 4);
}

/// Every audience there is, its readers checked against the model's word.
fn audiences(world: &World) -> Vec<Audience> {
    let people = world.coop.people();
    world.coop.glance().with_board(|board| {
        let rows = Readers::ALL.iter().flat_map(|row| board.rows_of(*row));
        let rows: Vec<_> = rows.collect();
        for (audience, row) in &rows {
            for reader in (1..10).map(member) {
                let granted = people.reads(reader, *audience);
                assert_eq!(board.reads(reader, *row), granted, "{reader} {audience:?}");
                assert_eq!(board.readers_of(*row).contains(&reader), granted);
            }
        }
        rows.into_iter().map(|(audience, _)| audience).collect()
    })
}

/// Opens the file again, as the relay of another day.
fn reopen(world: World, place: StorePlace) -> World {
    let World { coop, now, .. } = world;
    coop.close().unwrap();
    World::of(Coop::open(place, 1).unwrap(), now)
}

#[test]
fn the_first_write_gives_a_file_from_before_the_audiences_that_it_lacks() {
    let folder = std::env::temp_dir().join(format!("besace-readers-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = StorePlace::File(folder.join("coop.db"));
    let mut world = World::at(place.clone());
    everybody(&mut world);
    let all = audiences(&world);
    assert!(Audience::shared().all(|shared| all.contains(&shared)));
    // One row is unknown, and of another only one reader was told.
    let conn = world.coop.store.conn();
    conn.execute_batch(
        "DELETE FROM reader WHERE audience IN (SELECT id FROM audience WHERE tag = 8);
         DELETE FROM audience WHERE tag = 8;
         DELETE FROM reader WHERE member <> x'01010101010101010101010101010101'
             AND audience IN (SELECT id FROM audience WHERE tag = 5);",
    )
    .unwrap();
    let mut world = reopen(world, place.clone());
    let mut anne = Phone::reader(4);
    world.sync(&mut anne, 100_000);
    let before = world.coop.head();
    world.say(&mut anne, &tag("couture"));
    assert_eq!(audiences(&world), all);
    assert_eq!(world.coop.head(), before + 2, "one entry of readers");
    let mut world = reopen(world, place);
    world.say(&mut anne, &tag("tricot"));
    assert_eq!(world.coop.head(), before + 3, "nothing is given twice");
    drop(world);
    std::fs::remove_dir_all(folder).unwrap();
}

/// Has the audience of an event come to be, as its first document does.
fn open_event(world: &mut World, event: Ulid) {
    let now = world.tick();
    let audience = Readers::Guests.about(event);
    let opened = world
        .coop
        .write(now, |inside| Ok(inside.writing.audience(audience)?));
    opened.unwrap();
}

#[test]
fn an_audience_of_an_event_is_given_when_it_comes_to_be_and_follows_roles_and_facilitators() {
    let mut world = World::new();
    everybody(&mut world);
    let (early, late) = (Ulid([7; 16]), Ulid([8; 16]));
    let facilitate = |event, n, facilitates| Decision::SetFacilitator {
        event,
        member: member(n),
        facilitates,
    };
    let reads = |world: &World, n: u8, event: Ulid| {
        audiences(world);
        world.coop.glance().with_board(|board| {
            let row = board.row(Readers::Guests.about(event));
            row.is_some_and(|row| board.reads(member(n), row))
        })
    };
    open_event(&mut world, early);
    world.decide(facilitate(early, 4, true));
    world.decide(facilitate(late, 5, true));
    assert!(reads(&world, 4, early) && !reads(&world, 5, early));
    assert!(!reads(&world, 5, late), "there is nothing yet");
    open_event(&mut world, late);
    assert!(reads(&world, 5, late) && !reads(&world, 4, late));
    world.decide(facilitate(early, 4, false));
    assert!(!reads(&world, 4, early));
    // Who joins the team reads of every event, until they leave it.
    world.join(6, &[Role::Coach]);
    assert!(reads(&world, 6, early) && reads(&world, 6, late));
    world.decide(Decision::Change {
        member: member(6),
        changes: Changes {
            roles: Some([Role::Entrepreneur].into()),
            ..Changes::default()
        },
    });
    assert!(!reads(&world, 6, early) && !reads(&world, 6, late));
    world.decide(Decision::Change {
        member: member(2),
        changes: Changes {
            status: Some(Status::Left),
            ..Changes::default()
        },
    });
    assert!(!reads(&world, 2, early) && reads(&world, 1, early));
}
