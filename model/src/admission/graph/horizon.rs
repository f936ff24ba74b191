//! What a change cannot see of its document, and the walk back that finds it out.

use std::collections::BTreeMap;

use super::Graph;
use crate::limits::{HORIZON_CHANGES_MAX, HORIZON_DEPS_MAX};

/// What a change cannot see of its document: per actor, the first operation that is not among its ancestors.
#[derive(Debug, Default)]
pub(in crate::admission) struct Horizon(pub(super) BTreeMap<u32, u32>);

impl Horizon {
    /// Whether everything is in sight.
    pub(in crate::admission) fn is_clear(&self) -> bool {
        self.0.is_empty()
    }

    pub(in crate::admission) fn shows(&self, actor: u32, counter: u32) -> bool {
        self.0.get(&actor).is_none_or(|hidden| counter < *hidden)
    }
}

/// How far a walk back through the changes may go; it takes what it uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::admission) struct Reach {
    /// Changes looked at.
    pub(in crate::admission) changes: usize,
    /// Dependencies followed.
    pub(in crate::admission) deps: usize,
}

impl Reach {
    /// What one change may cost.
    pub(in crate::admission) const OF_A_CHANGE: Self = Self {
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
    /// What a change with these dependencies cannot see. Free when it builds on all heads, which is the usual case;
    /// else a walk back from the newest change to where the two histories meet; `None` when that goes further than
    /// `reach`.
    pub(in crate::admission) fn horizon(&self, deps: &[u32], reach: &mut Reach) -> Option<Horizon> {
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
