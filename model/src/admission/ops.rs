//! The operation columns of a change, row by row.

mod actors;
mod split;
mod value;

use super::bytes::{ByteReader, Malformed};
use super::prescan::{ActorBytes, KeyRef, LocalId, ObjectRef, Op};
use crate::error::ErrorCode;
use crate::limits::{CHANGE_OPS_MAX, CHANGE_PREDS_MAX, OP_PREDS_MAX};
use actors::Actors;
use split::Columns;

impl<'a> Columns<'a> {
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
