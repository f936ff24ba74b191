//! The table of columns of a change, and its data cut into them.

use super::super::bytes::{ByteReader, Text};
use super::super::columns::{Bools, Deltas, Runs};
use crate::error::ErrorCode;

/// The columns of a change, in the order in which they stand: number of the column in the high bits, type in the low
/// three, and between them the deflate flag, which none of these has.
const COLUMNS: [u64; 12] = [1, 2, 17, 19, 21, 52, 66, 86, 87, 112, 113, 115];
/// Columns Automerge knows and our documents have no use for: both belong to marks.
const MARK_COLUMNS: [u64; 2] = [148, 165];

pub(super) struct Columns<'a> {
    pub(super) object_actor: Runs<'a, u64>,
    pub(super) object_counter: Runs<'a, u64>,
    pub(super) key_actor: Runs<'a, u64>,
    pub(super) key_counter: Deltas<'a>,
    pub(super) key_text: Runs<'a, Text<'static>>,
    pub(super) insert: Bools<'a>,
    pub(super) action: Runs<'a, u64>,
    pub(super) value_meta: Runs<'a, u64>,
    pub(super) value: ByteReader<'a>,
    pub(super) pred_count: Runs<'a, u64>,
    pub(super) pred_actor: Runs<'a, u64>,
    pub(super) pred_counter: Deltas<'a>,
}

impl<'a> Columns<'a> {
    /// Reads which columns there are and cuts the data into them.
    pub(super) fn split(input: &mut ByteReader<'a>) -> Result<Self, ErrorCode> {
        let count = input.length()?;
        if count > COLUMNS.len() + MARK_COLUMNS.len() {
            return Err(ErrorCode::BadChunk);
        }
        let mut lengths = [0; COLUMNS.len()];
        let mut last = None;
        let mut has_marks = false;
        for _ in 0..count {
            let column = input.unsigned()?;
            let len = input.length()?;
            if Some(column) <= last || len == 0 {
                return Err(ErrorCode::BadChunk);
            }
            last = Some(column);
            has_marks |= MARK_COLUMNS.contains(&column);
            let place = COLUMNS.iter().position(|known| *known == column);
            match place.and_then(|place| lengths.get_mut(place)) {
                Some(slot) => *slot = len,
                None if has_marks => {}
                None => return Err(ErrorCode::BadChunk),
            }
        }
        if has_marks {
            return Err(ErrorCode::BadShape);
        }
        let mut cut = [ByteReader::default(); COLUMNS.len()];
        for (column, len) in cut.iter_mut().zip(lengths) {
            *column = input.split(len)?;
        }
        let [c1, c2, c3, c4, c5, c6, c7, c8, value, c10, c11, c12] = cut;
        Ok(Self {
            object_actor: Runs::new(c1),
            object_counter: Runs::new(c2),
            key_actor: Runs::new(c3),
            key_counter: Deltas::new(c4),
            key_text: Runs::new(c5),
            insert: Bools::new(c6),
            action: Runs::new(c7),
            value_meta: Runs::new(c8),
            value,
            pred_count: Runs::new(c10),
            pred_actor: Runs::new(c11),
            pred_counter: Deltas::new(c12),
        })
    }

    pub(super) fn end_well(&self) -> bool {
        self.object_actor.ends_well()
            && self.object_counter.ends_well()
            && self.key_actor.ends_well()
            && self.key_counter.ends_well()
            && self.key_text.ends_well()
            && self.insert.ends_well()
            && self.action.ends_well()
            && self.value_meta.ends_well()
            && self.value.is_empty()
            && self.pred_count.ends_well()
            && self.pred_actor.ends_well()
            && self.pred_counter.ends_well()
    }
}
