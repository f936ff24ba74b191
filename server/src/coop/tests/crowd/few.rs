//! What is worked out for a few people is what working it out for everybody gives.

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::ids::{MemberId, Ulid};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{add, nth, said};
use crate::coop::tests::world::*;
use crate::coop::{Board, Changes, Decision, Described, People};
use crate::store::people::Status;

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
