//! Commits that lie in segments: they read as they did, whatever happens to the file meanwhile.

mod before;
mod damage;
mod interrupted;
mod phones;
mod told;

use std::collections::BTreeSet;
use std::path::PathBuf;

use automerge::transaction::Transactable;
use automerge::{AutoCommit, ROOT};
use besace_model::access::Role;
use besace_model::admission::commit_hash;
use besace_model::head::DocHead;
use besace_model::ids::DeviceId;
use besace_model::time::Timestamp;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rusqlite::Connection;

use super::world::*;
use crate::coop::Coop;
use crate::limits::{SEGMENT_COMMITS_MIN, UNPACKED_KEPT};
use crate::store::docs::{self, DocRow};
use crate::store::log::{self, Entry};
use crate::store::segments::Unpacked;
use crate::store::{StorePlace, snapshots};
use told::told;

/// A folder of this test's own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("besace-segments-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn place(&self) -> StorePlace {
        StorePlace::File(self.0.join("coop.db"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

/// Documents in which commits of all sorts stand, one among the others; more than stay unpacked at a time.
fn fill(world: &World, seed: u64) -> BTreeSet<DocRow> {
    let conn = world.coop.store.conn();
    let people = world.coop.people();
    let device = people.device(DeviceId::from_bytes([1; 16])).unwrap().row;
    let audience = docs::audiences(conn).unwrap()[0].0;
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let first = log::head(conn).unwrap() + 1;
    let mut open: Vec<(DocRow, AutoCommit)> = Vec::new();
    for number in 0..UNPACKED_KEPT as u16 + 3 {
        let head = DocHead::activity(member(1), 1900 + number);
        let id = head.id(world.coop.id());
        let doc = docs::insert(conn, id, &head, audience, first).unwrap();
        open.push((doc.row, AutoCommit::new()));
    }
    for seq in first..first + 900 {
        // Most of them in the first ones.
        let number = chance.random_range(0..open.len()) * chance.random_range(0..2);
        let (doc, written) = &mut open[number];
        let mut noise = vec![0; chance.random_range(0..3_000)];
        chance.fill_bytes(&mut noise);
        written
            .put(
                ROOT,
                "libellé",
                format!("ligne {seq} ").repeat(noise.len() / 8),
            )
            .unwrap();
        let raw = written
            .get_last_local_change()
            .unwrap()
            .raw_bytes()
            .to_vec();
        let change = if chance.random_range(0..9) == 0 {
            noise.clone()
        } else {
            raw
        };
        let signature = match chance.random_range(0..4) {
            0 => &[][..],
            _ => &noise[..noise.len().min(64)],
        };
        let entry = Entry {
            seq,
            doc: *doc,
            audience,
            device,
            hash: commit_hash(&change),
            at: Timestamp(seq as i64),
            signature,
            change: &change,
        };
        log::append(conn, &entry).unwrap();
        match chance.random_range(0..12) {
            0 => log::set_proof(conn, seq, &noise).unwrap(),
            // As it may be in a file of old.
            1 => {
                let none = "UPDATE log SET signature = NULL WHERE seq = ?1";
                conn.execute(none, [seq as i64]).unwrap();
            }
            _ => {}
        }
    }
    for (doc, _) in &open {
        let upto = first + chance.random_range(300..900);
        snapshots::replace(conn, *doc, upto, b"a snapshot").unwrap();
    }
    open.into_iter().map(|(doc, _)| doc).collect()
}

/// How many entries of documents hold nothing themselves.
fn moved(coop: &Coop) -> usize {
    let sql =
        "SELECT count(*) FROM log WHERE doc IS NOT NULL AND change IS NULL AND signature IS NULL";
    let conn = coop.store.conn();
    let rows: i64 = conn.query_row(sql, [], |row| row.get(0)).unwrap();
    rows as usize
}

fn move_all(coop: &mut Coop) -> usize {
    let mut all = 0;
    loop {
        match coop.move_some().unwrap() {
            0 => return all,
            some => all += some,
        }
    }
}

#[test]
fn commits_read_the_same_before_and_after_they_move() {
    for seed in 0..8 {
        let mut world = World::new();
        world.join(1, &[Role::Entrepreneur]);
        let docs = fill(&world, seed);
        let before = told(world.coop.store.conn(), &docs);
        let all = move_all(&mut world.coop);
        assert_eq!(moved(&world.coop), all);
        assert!(all > 300, "{all} were moved");
        assert!(
            told(world.coop.store.conn(), &docs) == before,
            "seed {seed}"
        );
        // What the snapshots cover by and by follows, and nothing else does.
        let conn = world.coop.store.conn();
        let covers = "UPDATE snapshot SET upto_seq = (SELECT max(seq) FROM log)";
        conn.execute(covers, []).unwrap();
        for doc in &docs {
            world.coop.segmenting.cover(*doc);
        }
        let more = move_all(&mut world.coop);
        assert_eq!(moved(&world.coop), all + more);
        assert!(
            told(world.coop.store.conn(), &docs) == before,
            "seed {seed}"
        );
        let waits = 900 - all - more;
        assert!(waits < docs.len() * SEGMENT_COMMITS_MIN, "{waits} wait");
        assert_eq!(move_all(&mut world.coop), 0);
    }
}

#[test]
fn a_span_of_changes_unpacks_no_more_than_it_needs() {
    let mut world = World::new();
    world.join(1, &[Role::Entrepreneur]);
    let docs = fill(&world, 1);
    let doc = *docs.first().unwrap();
    move_all(&mut world.coop);
    let conn = world.coop.store.conn();
    let last =
        "UPDATE segment SET bytes = x'01' WHERE id = (SELECT max(id) FROM segment WHERE doc = ?1)";
    assert_eq!(conn.execute(last, [doc]).unwrap(), 1);
    let mut first = None;
    log::changes_of(conn, doc, 0, u64::MAX >> 1, |change| {
        first = Some(change.seq);
        false
    })
    .unwrap();
    let first = first.unwrap();
    log::change_at(conn, first, &mut Unpacked::default()).unwrap();
    let (count, _) = log::size_of(conn, doc, first).unwrap();
    assert_eq!(count, 1);
    log::changes_of(conn, doc, 0, u64::MAX >> 1, |_| true).unwrap_err();
}
