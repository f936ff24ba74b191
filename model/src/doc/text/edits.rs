//! The smallest edit that brings one text to another, in whole words.

use crate::hunks::hunks;

/// As much of a text as stays within so many characters and bytes.
pub(super) fn beginning(text: &str, chars: usize, bytes: usize) -> &str {
    let fitting = text
        .char_indices()
        .take(chars)
        .map(|(at, c)| at + c.len_utf8());
    let end = fitting.take_while(|end| *end <= bytes).last().unwrap_or(0);
    &text[..end]
}

/// Characters taken out at a place, and what was typed there instead.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Edit<'t> {
    pub(super) at: usize,
    pub(super) removed: usize,
    pub(super) typed: &'t str,
}

/// How a person made one text of another: by words, in order. Letters that two wordings happen to share are no reason to
/// mix them with what somebody else typed there.
pub(super) fn edits<'t>(old: &str, new: &'t str) -> Vec<Edit<'t>> {
    let (start, old_end, new_end) = differing_words(old, new);
    let (was, now) = (words(&old[start..old_end]), words(&new[start..new_end]));
    let length = |words: &[&str]| words.iter().map(|word| word.len()).sum::<usize>();
    let changed = hunks(&was, &now).into_iter().map(|hunk| {
        let old_from = start + length(&was[..hunk.was.start]);
        let new_from = start + length(&now[..hunk.now.start]);
        let removed = &old[old_from..old_from + length(&was[hunk.was])];
        let typed = &new[new_from..new_from + length(&now[hunk.now])];
        let (same, removed_end, typed_end) = differing_words(removed, typed);
        Edit {
            at: old[..old_from + same].chars().count(),
            removed: removed[same..removed_end].chars().count(),
            typed: &typed[same..typed_end],
        }
    });
    changed.collect()
}

/// Where two texts differ, as [`differing`] says, by whole words.
fn differing_words(old: &str, new: &str) -> (usize, usize, usize) {
    let (start, old_end, new_end) = differing(old, new);
    let end = |text: &str, at: usize| {
        let after = text[at..].trim_start_matches(char::is_alphanumeric);
        text.len() - after.len()
    };
    let before = old[..start].trim_end_matches(char::is_alphanumeric);
    (before.len(), end(old, old_end), end(new, new_end))
}

/// The words of a text, each with what follows it up to the next.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut from, mut was_letter) = (0, true);
    for (at, letter) in text.char_indices() {
        let is_letter = letter.is_alphanumeric();
        if is_letter && !was_letter {
            words.push(&text[from..at]);
            from = at;
        }
        was_letter = is_letter;
    }
    if from < text.len() {
        words.push(&text[from..]);
    }
    words
}

/// Where two texts differ: the common start, and the ends of the differing middles.
pub(super) fn differing(old: &str, new: &str) -> (usize, usize, usize) {
    let start: usize = old
        .chars()
        .zip(new.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let tail: usize = old[start..]
        .chars()
        .rev()
        .zip(new[start..].chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    (start, old.len() - tail, new.len() - tail)
}
