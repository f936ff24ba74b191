//! Which changes see which, and what it costs to find out.

use super::*;
use crate::limits::{CHANGE_DEPS_MAX, HORIZON_CHANGES_MAX, HORIZON_DEPS_MAX};

fn seen(graph: &Graph, deps: &[u32]) -> Horizon {
    graph.horizon(deps, &mut { Reach::OF_A_CHANGE }).unwrap()
}

#[test]
fn a_change_sees_what_it_descends_from_and_nothing_else() {
    let mut graph = Graph::default();
    // 0 <- 1 (actor 1) <- 2 (actor 1); 0 <- 3 (actor 2) <- 4 (actor 2, sees 1 too); 4 and 2 are heads.
    let deps: [&[u32]; 5] = [&[], &[0], &[1], &[0], &[1, 3]];
    for (number, (deps, actor)) in deps.iter().zip([0, 1, 1, 2, 2]).enumerate() {
        let op = 10 * (number as u32 + 1);
        graph.push(&NewChange {
            hash: CommitHash([number as u8; 32]),
            actor,
            start_op: op,
            max_op: op,
            deps,
        });
    }
    assert_eq!(graph.heads().map(|h| h.0[0]).collect::<Vec<_>>(), [2, 4]);
    assert!(seen(&graph, &[2, 4]).0.is_empty());
    assert_eq!(seen(&graph, &[2]).0, BTreeMap::from([(2, 40)]));
    assert_eq!(seen(&graph, &[4]).0, BTreeMap::from([(1, 30)]));
    assert_eq!(seen(&graph, &[3]).0, BTreeMap::from([(1, 20), (2, 50)]));
    assert_eq!(seen(&graph, &[0]).0, BTreeMap::from([(1, 20), (2, 40)]));
    assert!(!seen(&graph, &[3]).shows(1, 20));
    assert!(seen(&graph, &[3]).shows(2, 40));
}

#[test]
fn a_walk_back_ends_where_it_must_or_at_its_bound() {
    let mut graph = Graph::default();
    // Two branches from change 0, written in turns.
    for number in 0..100u32 {
        let deps = match number {
            0 => vec![],
            1 | 2 => vec![0],
            _ => vec![number - 2],
        };
        graph.push(&NewChange {
            hash: CommitHash([number as u8; 32]),
            actor: number % 2,
            start_op: number + 1,
            max_op: number + 1,
            deps: &deps,
        });
    }
    assert_eq!(graph.heads_after(&[99]), 2);
    assert_eq!(graph.heads_after(&[99, 98]), 1);
    assert_eq!(graph.heads_after(&[0]), 3);
    let hidden = BTreeMap::from([(0, 3)]);
    let within = |deps: &[u32], changes, deps_followed| {
        let deps_followed = &mut Reach {
            changes,
            deps: deps_followed,
        };
        graph.horizon(deps, deps_followed)
    };
    assert_eq!(within(&[99], 100, 100).unwrap().0, hidden);
    assert!(within(&[99], 99, 100).is_none());
    assert!(within(&[99], 100, 90).is_none());
    assert!(within(&[99, 98], 1, 1).is_some());
}

/// What it takes to judge so many changes that each name as many of those before as `most`, along a line beside a
/// head that nobody builds on; whoever is refused builds on everything, and another head is left apart.
fn steps_to_judge(changes: usize, most: usize) -> usize {
    let mut graph = Graph::default();
    let push = |graph: &mut Graph, deps: &[u32]| {
        let number = graph.len() as u32;
        let mut hash = [0; 32];
        hash[..4].copy_from_slice(&number.to_be_bytes());
        graph.push(&NewChange {
            hash: CommitHash(hash),
            actor: number % 7,
            start_op: number + 1,
            max_op: number + 1,
            deps,
        });
        number
    };
    let mut line = push(&mut graph, &[]);
    let (mut apart, mut steps) = (push(&mut graph, &[line]), 0);
    while graph.len() < changes {
        let next = graph.len() as u32;
        let mut deps: Vec<u32> = (apart + 1..next).rev().take(most).collect();
        if deps.is_empty() {
            deps.push(line);
        }
        let whole = Reach::OF_A_CHANGE;
        let mut left = whole;
        let horizon = graph.horizon(&deps, &mut left);
        steps += whole.changes - left.changes + whole.deps - left.deps;
        if horizon.is_some() {
            push(&mut graph, &deps);
        } else {
            let heads: Vec<u32> = graph.heads.iter().map(|head| head.number).collect();
            line = push(&mut graph, &heads);
            apart = push(&mut graph, &[line]);
        }
    }
    steps
}

#[test]
fn the_work_of_judging_a_document_grows_with_its_bytes_whatever_its_changes_build_on() {
    for most in [1, 2, CHANGE_DEPS_MAX] {
        let (half, all) = (steps_to_judge(10_000, most), steps_to_judge(20_000, most));
        assert!(all < half * 9 / 4, "{most}: {half}, then {all}");
        let each = all / 20_000;
        assert!(each < HORIZON_CHANGES_MAX + HORIZON_DEPS_MAX, "{each}");
    }
    // A change that names 64 others takes two thousand bytes, and no more than two plain ones of a hundred.
    let (plain, dear) = (
        steps_to_judge(20_000, 1),
        steps_to_judge(20_000, CHANGE_DEPS_MAX),
    );
    assert!(dear < 3 * plain, "{dear} for {plain}");
}
