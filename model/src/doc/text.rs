//! Writing lines and prose. Prose changes by the words that differ between what stands and what was typed, so that
//! concurrent edits merge and each keeps its wording.

use automerge::transaction::Transactable;
use automerge::{ObjType, ReadDoc};

use super::writer::{ChangeWriter, MapPlace, TEXT_IN_CHANGE_MAX};
use crate::clean;
use crate::command::CommandError;
use crate::doc::rules::{Value, is_clean};
use crate::limits::{CHANGE_OPS_MAX, TEXT_BYTES_MAX};

mod edits;
mod lines;

use edits::{beginning, differing, edits};

/// Operations that a long text leaves to the fields after it in one change.
const OPS_LEFT: usize = 256;
/// Bytes of text that it leaves to them.
const BYTES_LEFT: usize = 8 * 1024;

impl ChangeWriter<'_> {
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

#[cfg(test)]
mod tests;
