//! Writing lines and prose. Prose changes by the smallest edit from what stands to what was typed, so that concurrent
//! edits merge character by character.

use automerge::transaction::Transactable;
use automerge::{ObjType, ReadDoc};

use super::change::{Place, TEXT_IN_CHANGE_MAX, Writer};
use crate::clean;
use crate::command::CommandError;
use crate::limits::{CHANGE_OPS_MAX, TEXT_BYTES_MAX};
use crate::rules::{Value, is_clean};

/// Above this many comparisons a difference is not searched: what differs is replaced as a whole. The search is
/// quadratic in a rewritten text.
const COMPARISONS_MAX: usize = 4_000_000;
/// Operations that a long text leaves to the fields after it in one change.
const OPS_LEFT: usize = 256;
/// Bytes of text that it leaves to them.
const BYTES_LEFT: usize = 8 * 1024;

impl Writer<'_> {
    /// Writes a single line, cleaned. An empty line that never stood stays unsaid.
    pub(super) fn put_line(
        &mut self,
        place: &Place,
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
    pub(super) fn put_name(
        &mut self,
        place: &Place,
        key: &str,
        text: &str,
    ) -> Result<(), CommandError> {
        if clean::line(text).is_empty() {
            return Err(place.invalid(key));
        }
        self.put_line(place, key, text)
    }

    /// Writes a date that may be open: empty clears it.
    pub(super) fn put_open_date(
        &mut self,
        place: &Place,
        key: &str,
        date: &str,
    ) -> Result<(), CommandError> {
        self.put_or_clear(place, key, (!date.is_empty()).then_some(date))
    }

    /// Writes an instant that a person chose.
    pub(super) fn put_chosen(
        &mut self,
        place: &Place,
        key: &str,
        instant: &str,
    ) -> Result<(), CommandError> {
        if !super::is_of_our_time(instant) {
            return Err(place.invalid(key));
        }
        self.put(place, key, instant)
    }

    /// Brings a text to new content by the smallest edit, making it when missing.
    pub(super) fn text(
        &mut self,
        place: &Place,
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
            self.is_part = true;
            removed = beginning(removed, room, usize::MAX);
            typed = match old_end - start - removed.len() {
                0 => beginning(typed, room - removed.chars().count(), bytes),
                _ => "",
            };
            if removed.is_empty() && typed.is_empty() {
                return Ok(());
            }
        }
        self.writes += 1;
        self.text_bytes += typed.len();
        if removed.is_empty()
            || typed.is_empty()
            || self.is_part
            || removed.len().saturating_mul(typed.len()) > COMPARISONS_MAX
        {
            let (at, count) = (old[..start].chars().count(), removed.chars().count());
            self.tx.splice_text(&text, at, count as isize, typed)
        } else {
            self.tx.update_text(&text, &content)
        }
        .map_err(failed)
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
