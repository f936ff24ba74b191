//! As much of what is left as one change holds.

use automerge::transaction::Transactable;
use automerge::{ObjId, ObjType, ROOT, ReadDoc, Value};

use super::{Open, Path, Stands, What};
use crate::command::CommandError;

/// Operations of one change.
const STEP_OPS: usize = 4_096;

/// Bytes of one change.
const STEP_BYTES: usize = 16 * 1024;

/// Takes from the end of what is left as much as one change holds.
pub(super) fn put_some(tx: &mut Open<'_>, left: &mut Vec<Stands>) -> Result<(), CommandError> {
    let mut bytes = 0;
    while tx.pending_ops() < STEP_OPS
        && bytes < STEP_BYTES
        && let Some(mut next) = left.pop()
    {
        let rest = match &mut next.what {
            What::Text(text) => cut(text),
            _ => None,
        };
        bytes += put(tx, &next)?;
        if let Some(rest) = rest {
            left.push(Stands {
                what: What::Text(rest),
                ..next
            });
            return Ok(());
        }
    }
    Ok(())
}

/// The end of a text that is too long for one change, taken from it.
fn cut(text: &mut String) -> Option<String> {
    let (at, _) = text
        .char_indices()
        .enumerate()
        .find(|(chars, (at, _))| *chars >= STEP_OPS || *at >= STEP_BYTES)
        .map(|(_, found)| found)?;
    Some(text.split_off(at))
}

pub(super) fn put(tx: &mut Open<'_>, stands: &Stands) -> Result<usize, CommandError> {
    let invalid = |_| CommandError::Invalid(stands.path.join("/"));
    let (map, key) = place(tx, &stands.path)?;
    let there = tx.get(&map, key).map_err(invalid)?;
    match (&stands.what, there) {
        (What::Map, None) => {
            tx.put_object(&map, key, ObjType::Map).map_err(invalid)?;
            Ok(key.len())
        }
        (What::Map, Some(_)) => Ok(0),
        (What::Text(text), there) => {
            let object = match there {
                Some((Value::Object(ObjType::Text), object)) => object,
                _ => tx.put_object(&map, key, ObjType::Text).map_err(invalid)?,
            };
            let end = tx.length(&object);
            tx.splice_text(&object, end, 0, text).map_err(invalid)?;
            Ok(text.len())
        }
        (What::Values(values), there) => {
            let value = values.last();
            let is_same = there.is_some_and(|(there, _)| there.as_scalar() == value);
            // Several are put beside each other once everything else stands.
            if let Some(value) = value.filter(|_| values.len() == 1 && !is_same) {
                tx.put(&map, key, value.clone()).map_err(invalid)?;
            }
            Ok(key.len())
        }
    }
}

/// The map that a path ends in, and its key there.
pub(super) fn place<'p>(tx: &Open<'_>, path: &'p Path) -> Result<(ObjId, &'p str), CommandError> {
    let invalid = || CommandError::Invalid(path.join("/"));
    let (key, above) = path.split_last().ok_or_else(invalid)?;
    let mut map = ROOT;
    for step in above {
        map = match tx.get(&map, step) {
            Ok(Some((Value::Object(ObjType::Map), object))) => object,
            _ => return Err(invalid()),
        };
    }
    Ok((map, key))
}
