//! How one list of parts of a text, lines or words, became another.

use std::ops::Range;

/// Above this many comparisons what differs counts as one change.
const COMPARISONS_MAX: usize = 500_000;

/// Parts replaced by others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hunk {
    /// Where they stood.
    pub(crate) was: Range<usize>,
    /// Where those stand that took their place.
    pub(crate) now: Range<usize>,
}

/// How one list of parts became another, with as many parts kept as can be.
pub(crate) fn hunks(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let ends = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = ends.take_while(|(a, b)| a == b).count();
    let (old, new) = (
        &old_rest[..old_rest.len() - tail],
        &new_rest[..new_rest.len() - tail],
    );
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    if old.len().saturating_mul(new.len()) > COMPARISONS_MAX {
        return vec![Hunk {
            was: start..start + old.len(),
            now: start..start + new.len(),
        }];
    }
    // The longest common run of parts from each place on.
    let width = new.len() + 1;
    let mut longest = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = if old[i] == new[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found: Vec<Hunk> = Vec::new();
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let (was, now) = (start + i, start + j);
        let skips_old = j == new.len()
            || (i < old.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1]);
        if skips_old {
            i += 1;
        } else {
            j += 1;
        }
        let (was_end, now_end) = (start + i, start + j);
        match found.last_mut() {
            Some(last) if last.was.end == was && last.now.end == now => {
                (last.was.end, last.now.end) = (was_end, now_end);
            }
            _ => found.push(Hunk {
                was: was..was_end,
                now: now..now_end,
            }),
        }
    }
    found
}
