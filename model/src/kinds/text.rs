//! Writing lines and prose. Prose changes by the smallest edit from what stands to what was typed, so that concurrent
//! edits merge character by character.

use automerge::transaction::Transactable;
use automerge::{ObjType, ReadDoc};

use super::change::{Place, Writer};
use crate::command::CommandError;
use crate::limits::{CHANGE_OPS_MAX, TEXT_BYTES_MAX};
use crate::rules::{Value, is_clean};

/// Above this many comparisons a difference is not searched: what differs is replaced as a whole. The search is
/// quadratic in a rewritten text.
const COMPARISONS_MAX: usize = 4_000_000;

impl Writer<'_> {
    /// Writes a single line: line breaks become spaces, ends are trimmed. An empty line that never stood stays unsaid.
    pub(super) fn put_line(
        &mut self,
        place: &Place,
        key: &str,
        text: &str,
    ) -> Result<(), CommandError> {
        let line = one_line(text);
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
        if one_line(text).is_empty() {
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

    /// Brings a text to new content by the smallest edit, making it when missing.
    pub(super) fn text(
        &mut self,
        place: &Place,
        key: &str,
        content: &str,
    ) -> Result<(), CommandError> {
        let (target, rule) = self.allowed(place, key)?;
        let content = content.replace("\r\n", "\n").replace('\r', "\n");
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
        let (removed, typed) = (&old[start..old_end], &content[start..new_end]);
        if removed.chars().count().max(typed.chars().count()) > CHANGE_OPS_MAX {
            return Err(CommandError::TooBig);
        }
        self.writes += 1;
        self.text_bytes += typed.len();
        if removed.is_empty()
            || typed.is_empty()
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

/// One line of what was typed.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
