//! The accepted operations, by the session that wrote them: eight bytes each.

mod op_row;

use super::prescan::{ActorBytes, Parsed};
use crate::ids::{DeviceId, MemberId};
pub(super) use op_row::{Known, OpRow};

/// A writing session.
#[derive(Debug)]
pub(super) struct Actor {
    pub(super) id: ActorBytes,
    /// The member, as the actor's first change names them; nobody in a genesis.
    pub(super) member: Option<MemberId>,
    /// The device it belongs to; unknown on a phone, which reads changes without their signatures.
    pub(super) device: Option<DeviceId>,
    pub(super) last_seq: u64,
    pub(super) last_change: u32,
    /// Stretches of operations with consecutive counters.
    stretches: Vec<Stretch>,
    pub(super) ops: Vec<OpRow>,
}

#[derive(Debug, Clone, Copy)]
struct Stretch {
    start_op: u32,
    first_row: u32,
}

impl Actor {
    /// A session of which nothing is known but the change that comes next.
    pub(super) fn new(parsed: &Parsed, device: Option<DeviceId>) -> Self {
        Self {
            id: *parsed.actor(),
            member: parsed.author(),
            device,
            last_seq: 0,
            last_change: 0,
            stretches: Vec::new(),
            ops: Vec::new(),
        }
    }

    /// Where the operation of a counter stands.
    pub(super) fn row(&self, counter: u32) -> Option<usize> {
        let after = self.stretches.partition_point(|s| s.start_op <= counter);
        let stretch = self.stretches.get(after.checked_sub(1)?)?;
        let end = self
            .stretches
            .get(after)
            .map_or(self.ops.len(), |next| next.first_row as usize);
        let row = stretch.first_row as usize + (counter - stretch.start_op) as usize;
        (row < end).then_some(row)
    }

    /// Opens a new stretch unless the operations go on where the last one ended.
    pub(super) fn open_stretch(&mut self, start_op: u32) {
        let first_row = self.ops.len() as u32;
        let goes_on = self
            .stretches
            .last()
            .is_some_and(|last| last.start_op + (first_row - last.first_row) == start_op);
        if !goes_on {
            self.stretches.push(Stretch {
                start_op,
                first_row,
            });
        }
    }
}
