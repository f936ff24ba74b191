//! The changes of a document as a graph: which are known, which are the heads, what a set of them can see.
//!
//! Changes are numbered in the order of the log, so every dependency has a lower number than what depends on it.

use std::collections::BTreeMap;

use crate::ids::CommitHash;
use crate::limits::{HORIZON_CHANGES_MAX, HORIZON_DEPS_MAX};

/// The changes.
#[derive(Debug, Default)]
pub(super) struct Graph {
    known: BTreeMap<CommitHash, u32>,
    rows: Vec<Row>,
    deps: Vec<u32>,
    heads: Vec<Head>,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    actor: u32,
    start_op: u32,
    max_op: u32,
    deps_end: u32,
}

#[derive(Debug, Clone, Copy)]
struct Head {
    hash: CommitHash,
    number: u32,
}

/// A change to be added.
#[derive(Debug)]
pub(super) struct NewChange<'a> {
    pub(super) hash: CommitHash,
    pub(super) actor: u32,
    pub(super) start_op: u32,
    pub(super) max_op: u32,
    pub(super) deps: &'a [u32],
}

/// What a change cannot see of its document: per actor, the first operation that is not among its ancestors.
#[derive(Debug, Default)]
pub(super) struct Horizon(BTreeMap<u32, u32>);

impl Horizon {
    /// Whether everything is in sight.
    pub(super) fn is_clear(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn shows(&self, actor: u32, counter: u32) -> bool {
        self.0.get(&actor).is_none_or(|hidden| counter < *hidden)
    }
}

/// How far a walk back through the changes may go; it takes what it uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reach {
    /// Changes looked at.
    pub(super) changes: usize,
    /// Dependencies followed.
    pub(super) deps: usize,
}

impl Reach {
    /// What one change may cost.
    pub(super) const OF_A_CHANGE: Self = Self {
        changes: HORIZON_CHANGES_MAX,
        deps: HORIZON_DEPS_MAX,
    };
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Ancestor,
    Hidden,
}

impl Graph {
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn number(&self, hash: &CommitHash) -> Option<u32> {
        self.known.get(hash).copied()
    }

    pub(super) fn max_op(&self, number: u32) -> u32 {
        self.rows.get(number as usize).map_or(0, |row| row.max_op)
    }

    pub(super) fn heads(&self) -> impl Iterator<Item = CommitHash> {
        self.heads.iter().map(|head| head.hash)
    }

    pub(super) fn push(&mut self, change: &NewChange<'_>) {
        let number = self.rows.len() as u32;
        self.known.insert(change.hash, number);
        self.deps.extend_from_slice(change.deps);
        self.rows.push(Row {
            actor: change.actor,
            start_op: change.start_op,
            max_op: change.max_op,
            deps_end: self.deps.len() as u32,
        });
        self.heads
            .retain(|head| !change.deps.contains(&head.number));
        self.heads.push(Head {
            hash: change.hash,
            number,
        });
    }

    fn deps_of(&self, number: usize) -> &[u32] {
        let start = match number.checked_sub(1) {
            None => 0,
            Some(before) => self.rows.get(before).map_or(0, |row| row.deps_end),
        };
        let end = self.rows.get(number).map_or(0, |row| row.deps_end);
        self.deps
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// How many heads there would be after a change with these dependencies.
    pub(super) fn heads_after(&self, deps: &[u32]) -> usize {
        let others = self.heads.iter();
        others.filter(|head| !deps.contains(&head.number)).count() + 1
    }

    /// What a change with these dependencies cannot see. Free when it builds on all heads, which is the usual case;
    /// else a walk back from the newest change to where the two histories meet; `None` when that goes further than
    /// `reach`.
    pub(super) fn horizon(&self, deps: &[u32], reach: &mut Reach) -> Option<Horizon> {
        let mut hidden = BTreeMap::new();
        if self.heads.iter().all(|head| deps.contains(&head.number)) {
            return Some(Horizon(hidden));
        }
        // Changes before `first` are out of sight: reaching for one is going too far.
        let first = self.rows.len().saturating_sub(reach.changes);
        let mut marks = vec![Mark::None; self.rows.len() - first];
        let mut open = 0usize;
        for dep in deps {
            if let Some(mark) = place(*dep, first).and_then(|place| marks.get_mut(place)) {
                *mark = Mark::Ancestor;
            }
        }
        for head in &self.heads {
            match place(head.number, first).and_then(|place| marks.get_mut(place)) {
                Some(mark @ Mark::None) => {
                    *mark = Mark::Hidden;
                    open += 1;
                }
                Some(_) => {}
                None if deps.contains(&head.number) => {}
                None => return None,
            }
        }
        for (number, row) in self.rows.iter().enumerate().skip(first).rev() {
            if open == 0 {
                break;
            }
            let mark = marks.get(number - first).copied().unwrap_or(Mark::None);
            if mark == Mark::Hidden {
                open -= 1;
                hidden.insert(row.actor, row.start_op);
            }
            let below = self.deps_of(number);
            reach.changes = reach.changes.checked_sub(1)?;
            reach.deps = reach.deps.checked_sub(below.len())?;
            for dep in below {
                let Some(below) = place(*dep, first).and_then(|place| marks.get_mut(place)) else {
                    if mark == Mark::Hidden {
                        return None;
                    }
                    continue;
                };
                match (mark, *below) {
                    (Mark::Ancestor, Mark::Hidden) => open -= 1,
                    (Mark::Hidden, Mark::None) => open += 1,
                    (Mark::Ancestor, Mark::None) => {}
                    _ => continue,
                }
                *below = mark;
            }
        }
        Some(Horizon(hidden))
    }
}

/// Where a change's mark stands when marks begin at change `first`.
fn place(number: u32, first: usize) -> Option<usize> {
    (number as usize).checked_sub(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::CHANGE_DEPS_MAX;

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
}
