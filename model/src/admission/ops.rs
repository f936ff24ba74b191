//! The operation columns of a change, row by row.

use super::bytes::{ByteReader, Malformed, Text};
use super::columns::{Bools, Deltas, Runs};
use super::prescan::{ActorBytes, KeyRef, Literal, LocalId, ObjectRef, Op, OpAction};
use crate::error::ErrorCode;
use crate::limits::{CHANGE_OPS_MAX, CHANGE_PREDS_MAX, OP_PREDS_MAX};

/// The columns of a change, in the order in which they stand: number of the column in the high bits, type in the low
/// three, and between them the deflate flag, which none of these has.
const COLUMNS: [u64; 12] = [1, 2, 17, 19, 21, 52, 66, 86, 87, 112, 113, 115];
/// Columns Automerge knows and our documents have no use for: both belong to marks.
const MARK_COLUMNS: [u64; 2] = [148, 165];

const MAKE_MAP: u64 = 0;
const SET: u64 = 1;
const DELETE: u64 = 3;
const MAKE_TEXT: u64 = 4;

struct Columns<'a> {
    object_actor: Runs<'a, u64>,
    object_counter: Runs<'a, u64>,
    key_actor: Runs<'a, u64>,
    key_counter: Deltas<'a>,
    key_text: Runs<'a, Text<'static>>,
    insert: Bools<'a>,
    action: Runs<'a, u64>,
    value_meta: Runs<'a, u64>,
    value: ByteReader<'a>,
    pred_count: Runs<'a, u64>,
    pred_actor: Runs<'a, u64>,
    pred_counter: Deltas<'a>,
}

impl<'a> Columns<'a> {
    /// Reads which columns there are and cuts the data into them.
    fn split(input: &mut ByteReader<'a>) -> Result<Self, ErrorCode> {
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

    fn end_well(&self) -> bool {
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

    fn object(&mut self, actors: &mut Actors<'_>) -> Result<ObjectRef, Malformed> {
        match (self.object_actor.next()?, self.object_counter.next()?) {
            (None, None) => Ok(None),
            (Some(actor), Some(counter)) => actors.id(actor, counter).map(Some),
            _ => Err(Malformed),
        }
    }

    fn key(&mut self, actors: &mut Actors<'_>) -> Result<KeyRef, Malformed> {
        let counter = self.key_counter.next()?;
        match (self.key_text.next()?, self.key_actor.next()?, counter) {
            (Some(key), None, None) => Ok(KeyRef::Map(key.span)),
            (None, None, Some(0)) => Ok(KeyRef::Head),
            (None, Some(actor), Some(counter)) => actors
                .id(actor, u64::try_from(counter).map_err(|_| Malformed)?)
                .map(KeyRef::Element),
            _ => Err(Malformed),
        }
    }

    fn action(&mut self) -> Result<OpAction, ErrorCode> {
        let action = self.action.some()?;
        let value = self.value()?;
        match (action, value) {
            (MAKE_MAP, Value::Null) => Ok(OpAction::MakeMap),
            (MAKE_TEXT, Value::Null) => Ok(OpAction::MakeText),
            (DELETE, Value::Null) => Ok(OpAction::Delete),
            (SET, Value::Scalar(scalar)) => Ok(OpAction::Set(scalar)),
            (SET, Value::Null) => Ok(OpAction::Set(Literal::Other)),
            _ => Err(ErrorCode::BadShape),
        }
    }

    fn value(&mut self) -> Result<Value, Malformed> {
        let meta = self.value_meta.some()?;
        let len = usize::try_from(meta >> 4).map_err(|_| Malformed)?;
        let value = match (meta & 15, len) {
            (0, 0) => Value::Null,
            (1, 0) => Value::Scalar(Literal::Bool(false)),
            (2, 0) => Value::Scalar(Literal::Bool(true)),
            (0..=2, _) => return Err(Malformed),
            (4, _) => Value::Scalar(Literal::Int(self.whole(len, ByteReader::signed)?)),
            (6, _) => Value::Scalar(Literal::Str(self.value.text_of(len)?.span)),
            (COUNTER, _) => {
                self.whole(len, ByteReader::signed)?;
                Value::Counter
            }
            // None of these is welcome anywhere; each has one form all the same.
            (UNSIGNED, _) => {
                self.whole(len, ByteReader::unsigned)?;
                Value::Scalar(Literal::Other)
            }
            (TIMESTAMP, _) => {
                self.whole(len, ByteReader::signed)?;
                Value::Scalar(Literal::Other)
            }
            (FLOAT, len) if len != size_of::<f64>() => return Err(Malformed),
            _ => {
                self.value.split(len)?;
                Value::Scalar(Literal::Other)
            }
        };
        Ok(value)
    }

    /// One number that takes exactly so many bytes.
    fn whole<T>(
        &mut self,
        len: usize,
        read: fn(&mut ByteReader<'a>) -> Result<T, Malformed>,
    ) -> Result<T, Malformed> {
        let mut bytes = self.value.split(len)?;
        let number = read(&mut bytes)?;
        if bytes.is_empty() {
            Ok(number)
        } else {
            Err(Malformed)
        }
    }

    /// The predecessors of one row go behind `preds`, in ascending order as Automerge writes them.
    fn preds(
        &mut self,
        actors: &mut Actors<'_>,
        preds: &mut Vec<LocalId>,
    ) -> Result<(), ErrorCode> {
        let count = self.pred_count.some()?;
        if count > OP_PREDS_MAX as u64 || preds.len() as u64 + count > CHANGE_PREDS_MAX as u64 {
            return Err(ErrorCode::BadShape);
        }
        let mut last = None;
        for _ in 0..count {
            let (Some(actor), Some(counter)) = (self.pred_actor.next()?, self.pred_counter.next()?)
            else {
                return Err(ErrorCode::BadChunk);
            };
            let id = actors.id(actor, u64::try_from(counter).map_err(|_| Malformed)?)?;
            let order = Some((id.counter, actors.bytes(id.actor)));
            if order <= last {
                return Err(ErrorCode::BadChunk);
            }
            last = order;
            preds.push(id);
        }
        Ok(())
    }
}

const UNSIGNED: u64 = 3;
const FLOAT: u64 = 5;
const COUNTER: u64 = 8;
const TIMESTAMP: u64 = 9;

enum Value {
    Null,
    Counter,
    Scalar(Literal),
}

/// The actors a change mentions, and which of them it really uses.
struct Actors<'a> {
    own: &'a ActorBytes,
    others: &'a [ActorBytes],
    used: Vec<bool>,
}

impl Actors<'_> {
    fn id(&mut self, actor: u64, counter: u64) -> Result<LocalId, Malformed> {
        let index = usize::try_from(actor).map_err(|_| Malformed)?;
        let counter = u32::try_from(counter).map_err(|_| Malformed)?;
        *self.used.get_mut(index).ok_or(Malformed)? = true;
        if counter == 0 {
            return Err(Malformed);
        }
        Ok(LocalId {
            actor: u16::try_from(index).map_err(|_| Malformed)?,
            counter,
        })
    }

    fn bytes(&self, actor: u16) -> ActorBytes {
        let other = actor
            .checked_sub(1)
            .map(|other| self.others.get(other as usize));
        *other.flatten().unwrap_or(self.own)
    }
}

/// Reads the column table, and how many operations there are.
pub(super) fn count(input: &mut ByteReader<'_>) -> Result<usize, ErrorCode> {
    let count = Columns::split(input)?.action.count(CHANGE_OPS_MAX as u64)?;
    Ok(count as usize)
}

/// Reads the column table and the operations.
pub(super) fn read(
    input: &mut ByteReader<'_>,
    own: &ActorBytes,
    others: &[ActorBytes],
) -> Result<(Vec<Op>, Vec<LocalId>), ErrorCode> {
    let mut columns = Columns::split(input)?;
    let mut used = vec![false; others.len() + 1];
    if let Some(own) = used.first_mut() {
        *own = true;
    }
    let mut actors = Actors { own, others, used };
    let (mut ops, mut preds) = (Vec::new(), Vec::new());
    while !columns.action.is_done() {
        if ops.len() == CHANGE_OPS_MAX || columns.action.left() > CHANGE_OPS_MAX as u64 {
            return Err(ErrorCode::TooManyOps);
        }
        let object = columns.object(&mut actors)?;
        let key = columns.key(&mut actors)?;
        let insert = columns.insert.next()?;
        let action = columns.action()?;
        let start = preds.len() as u32;
        columns.preds(&mut actors, &mut preds)?;
        ops.push(Op {
            object,
            key,
            insert,
            action,
            preds: start..preds.len() as u32,
        });
    }
    if ops.is_empty() {
        return Err(ErrorCode::BadShape);
    }
    if !columns.end_well() || !actors.used.iter().all(|used| *used) {
        return Err(ErrorCode::BadChunk);
    }
    Ok((ops, preds))
}
