//! Many people: what one decision or one phone costs does not grow with how many others there are.

mod contacts;
mod few;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use automerge::Automerge;
use besace_model::access::Role;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::kinds::directory::{self, Directory};

use super::world::*;
use crate::coop::{Decision, Described};

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
    let mut generations = all.filter(|(_, head)| head.kind == Kind::Directory);
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
