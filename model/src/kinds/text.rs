//! Writing prose: the smallest edit from what stands to what was typed, so that concurrent edits merge character by
//! character.

use automerge::transaction::Transactable;
use automerge::{AutomergeError, ObjId, ObjType, ReadDoc};

use super::change::{Place, Writer};
use crate::command::CommandError;
use crate::limits::TEXT_BYTES_MAX;
use crate::rules::{Value, is_clean};

/// Above this many comparisons a difference is not searched: what differs is replaced as a whole. The search is
/// quadratic in a rewritten text.
const COMPARISONS_MAX: usize = 4_000_000;

impl Writer<'_> {
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
                self.writes += 1;
                self.tx
                    .put_object(&place.object, key, ObjType::Text)
                    .map_err(failed)?
            }
        };
        self.retype(&text, &content).map_err(failed)
    }

    fn retype(&mut self, text: &ObjId, content: &str) -> Result<(), AutomergeError> {
        let old = self.tx.text(text)?;
        if old == content {
            return Ok(());
        }
        let (start, old_end, new_end) = differing(&old, content);
        let (removed, typed) = (&old[start..old_end], &content[start..new_end]);
        self.writes += 1;
        self.text_bytes += typed.len();
        if removed.is_empty()
            || typed.is_empty()
            || removed.len().saturating_mul(typed.len()) > COMPARISONS_MAX
        {
            let (at, count) = (old[..start].chars().count(), removed.chars().count());
            return self.tx.splice_text(text, at, count as isize, typed);
        }
        self.tx.update_text(text, content)
    }
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
