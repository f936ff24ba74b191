//! Segments that cannot be read, or hold something else than the log says.

use besace_model::ids::CoopId;

use super::*;
use crate::coop::CoopError;
use crate::store::{StoreError, spent};

/// Puts these bytes in the place of a document's segments.
fn spoil(world: &World, doc: DocRow, bytes: &[u8]) {
    let spoil = "UPDATE segment SET bytes = ?2 WHERE doc = ?1";
    let conn = world.coop.store.conn();
    assert!(conn.execute(spoil, rusqlite::params![doc, bytes]).unwrap() > 0);
}

#[test]
fn a_damaged_segment_is_a_typed_error_and_the_other_documents_are_read() {
    let mut world = World::new();
    world.join(1, &[Role::Entrepreneur]);
    let docs = fill(&world, 3);
    move_all(&mut world.coop);
    let before = told(world.coop.store.conn(), &docs);
    let doc = *docs.first().unwrap();
    let others: BTreeSet<_> = docs.iter().copied().filter(|it| *it != doc).collect();
    let conn = world.coop.store.conn();
    let good: Vec<u8> = conn
        .query_row("SELECT bytes FROM segment WHERE doc = ?1", [doc], |row| {
            row.get(0)
        })
        .unwrap();
    let mut other = before.commits[&doc][..4].to_vec();
    other[1].change.push(0);
    let forged = besace_model::segment::pack(&other).unwrap();
    let cut = &good[..good.len() / 2];
    let is_damaged = |result: Result<(), StoreError>| {
        assert!(matches!(result, Err(StoreError::Damaged(_))), "{result:?}");
    };
    let first = before.of[&doc][1].seq;
    for bad in [&[][..], &[1], &[2, 0], cut, &forged] {
        spoil(&world, doc, bad);
        let conn = world.coop.store.conn();
        let mut unpacked = Unpacked::default();
        is_damaged(log::change_at(conn, first, &mut unpacked).map(drop));
        is_damaged(log::changes_of(conn, doc, 0, 1 << 40, |_| true));
        is_damaged(log::commits_of(conn, doc, 0, 1 << 40, |_| true));
        is_damaged(log::signed_changes_of(conn, doc, 0, |_, _, _, _| ()));
        is_damaged(spent::changes_after(conn, 0, |_, _| ()));
        if bad != forged {
            is_damaged(log::size_of(conn, doc, first).map(drop));
        }
        for other in &others {
            let mut changes = Vec::new();
            log::changes_of(conn, *other, 0, 1 << 40, |change| {
                changes.push(change);
                true
            })
            .unwrap();
            assert_eq!(changes, before.of[other]);
        }
    }
    world
        .coop
        .store
        .conn()
        .execute("DELETE FROM segment WHERE doc = ?1", [doc])
        .unwrap();
    let conn = world.coop.store.conn();
    is_damaged(log::change_at(conn, first, &mut Unpacked::default()).map(drop));
}

#[test]
fn phones_and_exports_of_other_documents_notice_nothing_and_a_document_without_snapshot_is_frozen()
{
    let mut world = World::new();
    let [mut anne, mut berta] = [1, 2].map(|n| world.join(n, &[Role::Entrepreneur]));
    for n in 0..12 {
        world.say(&mut anne, &tag(&format!("couture {n}")));
        world.say(&mut berta, &tag(&format!("lecture {n}")));
    }
    world.compact_all();
    move_all(&mut world.coop);
    let id = |phone: &Phone| DocHead::profile(phone.member).id(CoopId::from_bytes([0xc0; 16]));
    let conn = world.coop.store.conn();
    let row = docs::find(conn, id(&anne)).unwrap().unwrap().row;
    spoil(&world, row, &[1, 3, 0]);
    // What a snapshot covers is served and exported from that.
    let mut fresh = Phone::reader(2);
    world.sync(&mut fresh, 1_000_000);
    for phone in [&anne, &berta] {
        assert_eq!(fresh.state()[&id(phone)], phone.state()[&id(phone)]);
        assert!(world.coop.export(id(phone)).unwrap().rest.is_none());
    }
    world.coop.spoil_snapshot(id(&anne));
    let exported = world.coop.export(id(&anne));
    assert!(matches!(
        exported,
        Err(CoopError::Store(StoreError::Damaged(_)))
    ));
    world.say(&mut berta, &tag("et encore"));
    let now = world.tick();
    world.coop.segmenting.cover(row);
    world.coop.behind.set(row, 1);
    world.coop.compact_from(now, 1, 100).unwrap();
    assert_eq!(world.coop.glance().with_board(|board| board.frozen()), 1);
    assert!(world.coop.export(id(&berta)).unwrap().rest.is_none());
}
