//! Writing lines and prose. Prose changes by the words that differ between what stands and what was typed, so that
//! concurrent edits merge and each keeps its wording.

use automerge::transaction::Transactable;
use automerge::{ObjType, ReadDoc};

use super::writer::{ChangeWriter, MapPlace, TEXT_IN_CHANGE_MAX};
use crate::clean;
use crate::command::CommandError;
use crate::doc::rules::{Value, is_clean};
use crate::hunks::hunks;
use crate::limits::{CHANGE_OPS_MAX, TEXT_BYTES_MAX};

/// Operations that a long text leaves to the fields after it in one change.
const OPS_LEFT: usize = 256;
/// Bytes of text that it leaves to them.
const BYTES_LEFT: usize = 8 * 1024;

impl ChangeWriter<'_> {
    /// Writes a single line, cleaned. An empty line that never stood stays unsaid.
    pub(crate) fn put_line(
        &mut self,
        place: &MapPlace,
        key: &str,
        text: &str,
    ) -> Result<(), CommandError> {
        let line = clean::line(text);
        if line.is_empty() && self.standing(place, key).is_empty() {
            return self.allowed(place, key).map(|_| ());
        }
        self.put(place, key, line.as_str())
    }

    /// Writes a single line that must not be empty.
    pub(crate) fn put_name(
        &mut self,
        place: &MapPlace,
        key: &str,
        text: &str,
    ) -> Result<(), CommandError> {
        if clean::line(text).is_empty() {
            return Err(place.invalid(key));
        }
        self.put_line(place, key, text)
    }

    /// Writes a date that may be open: empty clears it.
    pub(crate) fn put_open_date(
        &mut self,
        place: &MapPlace,
        key: &str,
        date: &str,
    ) -> Result<(), CommandError> {
        self.put_or_clear(place, key, (!date.is_empty()).then_some(date))
    }

    /// Writes an instant that a person chose.
    pub(crate) fn put_chosen(
        &mut self,
        place: &MapPlace,
        key: &str,
        instant: &str,
    ) -> Result<(), CommandError> {
        if !crate::time::is_of_our_time(instant) {
            return Err(place.invalid(key));
        }
        self.put(place, key, instant)
    }

    /// Brings a text to new content by the smallest edit, making it when missing.
    pub(crate) fn text(
        &mut self,
        place: &MapPlace,
        key: &str,
        content: &str,
    ) -> Result<(), CommandError> {
        let (target, rule) = self.allowed(place, key)?;
        let content = clean::prose(content);
        if rule.value != Value::Text || content.len() > TEXT_BYTES_MAX || !is_clean(&content, true)
        {
            return Err(CommandError::Invalid(target.path));
        }
        let failed = |_| CommandError::Invalid(target.path.clone());
        let standing = self.tx.get(&place.object, key).map_err(failed)?;
        let text = match standing {
            Some((value, text)) if value.to_objtype() == Some(ObjType::Text) => text,
            _ => {
                self.check_not_made(place, key)?;
                self.writes += 1;
                self.tx
                    .put_object(&place.object, key, ObjType::Text)
                    .map_err(failed)?
            }
        };
        let old = self.tx.text(&text).map_err(failed)?;
        if old == content {
            return Ok(());
        }
        let (start, old_end, new_end) = differing(&old, &content);
        let (mut removed, mut typed) = (&old[start..old_end], &content[start..new_end]);
        let room = CHANGE_OPS_MAX.saturating_sub(OPS_LEFT + self.tx.pending_ops());
        let bytes = TEXT_IN_CHANGE_MAX.saturating_sub(BYTES_LEFT + self.text_bytes);
        if removed.chars().count() + typed.chars().count() > room || typed.len() > bytes {
            if !self.may_go_on {
                return Err(CommandError::TooBig);
            }
            // What does not fit now is what differs the next time.
            let all = removed.len() + typed.len();
            removed = beginning(removed, room, usize::MAX);
            typed = match old_end - start - removed.len() {
                0 => beginning(typed, room - removed.chars().count(), bytes),
                _ => "",
            };
            self.left_bytes += all - removed.len() - typed.len();
            if removed.is_empty() && typed.is_empty() {
                return Ok(());
            }
        }
        self.writes += 1;
        self.text_bytes += typed.len();
        if self.left_bytes > 0 {
            let (at, count) = (old[..start].chars().count(), removed.chars().count());
            return self
                .tx
                .splice_text(&text, at, count as isize, typed)
                .map_err(failed);
        }
        // From the end, so that what comes before stays where it is.
        for edit in edits(&old, &content).into_iter().rev() {
            self.tx
                .splice_text(&text, edit.at, edit.removed as isize, edit.typed)
                .map_err(failed)?;
        }
        Ok(())
    }
}

/// As much of a text as stays within so many characters and bytes.
fn beginning(text: &str, chars: usize, bytes: usize) -> &str {
    let fitting = text
        .char_indices()
        .take(chars)
        .map(|(at, c)| at + c.len_utf8());
    let end = fitting.take_while(|end| *end <= bytes).last().unwrap_or(0);
    &text[..end]
}

/// Characters taken out at a place, and what was typed there instead.
#[derive(Debug, PartialEq, Eq)]
struct Edit<'t> {
    at: usize,
    removed: usize,
    typed: &'t str,
}

/// How a person made one text of another: by words, in order. Letters that two wordings happen to share are no reason to
/// mix them with what somebody else typed there.
fn edits<'t>(old: &str, new: &'t str) -> Vec<Edit<'t>> {
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
fn differing(old: &str, new: &str) -> (usize, usize, usize) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(old: &str, edits: &[Edit<'_>]) -> String {
        let mut text: Vec<char> = old.chars().collect();
        for edit in edits.iter().rev() {
            text.splice(edit.at..edit.at + edit.removed, edit.typed.chars());
        }
        text.into_iter().collect()
    }

    #[test]
    fn an_edit_is_made_of_whole_words_and_gives_what_was_typed() {
        let texts = [
            "",
            "Les prix sont trop bas.",
            "Les prix sont trop bas. On les monte.",
            "Les tarifs sont bien trop bas !",
            "Hausse de 8 %.",
            "Le carnet est plein.\nLes prix montent.",
            "Le carnet est 👩🏽‍🌾 plein.\n\nLes prix montent, é, œ.",
        ];
        for old in texts {
            for new in texts {
                let edits = edits(old, new);
                assert_eq!(apply(old, &edits), new, "{old:?} to {new:?}: {edits:?}");
            }
        }
        let typed = |old, new| {
            let edits = edits(old, new);
            edits.iter().map(|edit| edit.typed).collect::<Vec<_>>()
        };
        assert_eq!(
            typed("Les prix sont bas.", "Les prix sont très bas."),
            ["très "]
        );
        assert_eq!(
            typed("Un prix bas.", "Un prix bas. Plus haut."),
            [" Plus haut."]
        );
        assert_eq!(
            typed("Les prix sont bas.", "Nos tarifs sont hauts."),
            ["Nos tarifs", "hauts"]
        );
    }
}
