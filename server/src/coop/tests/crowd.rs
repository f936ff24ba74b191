//! Many people: what one decision or one phone costs does not grow with how many others there are.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use automerge::Automerge;
use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::directory;
use besace_model::kinds::directory::Directory;
use besace_model::time::DAY_MS;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::world::*;
use crate::coop::{Board, Changes, Decision, Described, People};
use crate::store::StorePlace;
use crate::store::people::Status;

fn nth(n: usize) -> MemberId {
    let mut bytes = [1; 16];
    bytes[..8].copy_from_slice(&(n as u64).to_be_bytes());
    MemberId::from_bytes(bytes)
}

fn add(n: usize, roles: &[Role]) -> Decision {
    Decision::add(
        nth(n),
        Described {
            name: format!("Membre {n}"),
            ..Described::default()
        },
        roles.iter().copied().collect(),
    )
}

fn said(world: &World) -> Directory {
    let all = world.coop.documents().unwrap().into_iter();
    let mut generations = all.filter(|(_, kind)| *kind == Kind::Directory);
    // Those that were superseded are not exported.
    let last = generations.find_map(|(id, _)| world.coop.export(id).ok());
    directory::read(&Automerge::load(&last.unwrap().file).unwrap())
}

/// Steps that SQLite takes while something is done, and transactions.
fn work(world: &mut World, what: impl FnOnce(&mut World)) -> (usize, usize) {
    let (steps, commits) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (in_steps, in_commits) = (Arc::clone(&steps), Arc::clone(&commits));
    let conn = world.coop.store.conn_mut();
    conn.progress_handler(
        1,
        Some(move || {
            in_steps.fetch_add(1, Ordering::Relaxed);
            false
        }),
    )
    .unwrap();
    let count = move || {
        in_commits.fetch_add(1, Ordering::Relaxed);
        false
    };
    conn.commit_hook(Some(count)).unwrap();
    what(world);
    let conn = world.coop.store.conn_mut();
    conn.progress_handler(0, None::<fn() -> bool>).unwrap();
    conn.commit_hook(None::<fn() -> bool>).unwrap();
    (
        steps.load(Ordering::Relaxed),
        commits.load(Ordering::Relaxed),
    )
}

#[test]
fn the_two_hundredth_member_asks_no_more_of_the_file_than_the_tenth() {
    let mut world = World::new();
    world.decide(add(0, &[Role::Director]));
    let mut costs = Vec::new();
    for n in 1..=200 {
        let before = world.coop.people();
        let (steps, _) = work(&mut world, |world| {
            world.decide(add(n, &[Role::Entrepreneur]));
        });
        costs.push(steps);
        let after = world.coop.people();
        let same = |id| std::ptr::eq(before.member(id).unwrap(), after.member(id).unwrap());
        assert!((0..n).map(nth).all(same), "somebody else was read again");
    }
    let (tenth, last) = (costs[9], costs[199]);
    assert!(last <= tenth + tenth / 4, "{tenth} steps, then {last}");
    assert_eq!(said(&world).members.len(), 201);
}

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

/// Any decision about a few people.
fn any(chance: &mut ChaCha8Rng, known: usize) -> Decision {
    let who = |chance: &mut ChaCha8Rng| nth(chance.random_range(0..known));
    let roles = |chance: &mut ChaCha8Rng| -> BTreeSet<Role> {
        let many = Role::ALL.iter().filter(|_| chance.random_range(0..3) == 0);
        many.copied().collect()
    };
    let member = who(chance);
    match chance.random_range(0..8) {
        0 => add(known, &roles(chance).into_iter().collect::<Vec<_>>()),
        1 => Decision::SetFacilitator {
            event: Ulid([chance.random_range(1..4); 16]),
            member,
            facilitates: chance.random_range(0..2) == 0,
        },
        _ => {
            let described = Described {
                name: format!("Nommé {}", chance.random_range(0..9)),
                ..Described::default()
            };
            let coaches = (0..3).map(|_| who(chance)).collect();
            let statuses = [Status::Active, Status::Suspended, Status::Left];
            let status = *statuses.choose(chance).unwrap();
            let roles = roles(chance);
            let mut some = || chance.random_range(0..3) == 0;
            let changes = Changes {
                described: some().then_some(described),
                roles: some().then_some(roles),
                coaches: some().then_some(coaches),
                status: some().then_some(status),
            };
            Decision::Change { member, changes }
        }
    }
}

#[test]
fn what_is_worked_out_for_a_few_is_what_working_everything_out_gives() {
    for seed in 0..20 {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let mut world = World::new();
        world.decide(add(0, &[Role::Director]));
        let (mut known, mut done) = (1, 0);
        for _ in 0..60 {
            let command = any(&mut chance, known);
            let now = world.tick();
            if world.coop.decide(now, MemberId::RELAY, &command).is_ok() {
                known += usize::from(matches!(command, Decision::Add { .. }));
                done += 1;
            }
        }
        assert!(done > 20, "hardly anything was decided");
        let conn = world.coop.store.conn();
        let people = People::load(conn).unwrap();
        let text = |what: &dyn std::fmt::Debug| format!("{what:?}");
        assert_eq!(text(&world.coop.people()), text(&people));
        let board = Board::load(conn, founding().epoch).unwrap();
        world.coop.glance().with_board(|kept| {
            for reader in people.members() {
                let id = reader.row.member;
                assert_eq!(text(&kept.reading(id)), text(&board.reading(id)), "{seed}");
                for owner in people.members() {
                    let audience =
                        besace_model::access::Readers::Activity.about(owner.row.member.0);
                    let row = board.row(audience).unwrap();
                    assert_eq!(kept.reads(id, row), people.reads(id, audience));
                }
            }
        });
        let said = said(&world);
        let is_here = |member: &&crate::coop::Member| member.row.status == Status::Active;
        assert_eq!(said.members.len(), people.members().filter(is_here).count());
        for member in people.members().filter(is_here) {
            let entry = &said.members[&member.row.member];
            assert_eq!(entry.name, member.row.name);
            assert_eq!(entry.roles, member.grants.roles);
            assert_eq!(entry.facilitates, member.grants.facilitates);
            assert!(entry.coaches.iter().eq(&member.coaches));
        }
    }
}
