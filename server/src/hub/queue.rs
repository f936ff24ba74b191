//! The queue of a live link: what waits to be handed out, and where the link stands.

use std::collections::VecDeque;

use besace_model::error::ErrorCode;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::limits::SEND_QUEUE_BYTES;
use besace_model::wire::{CommitVerdict, Reads};

use super::Frame;

/// A position in the log, with what a cursor remembers of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) seq: u64,
    pub(super) mark: u32,
}

#[derive(Debug)]
pub(super) enum Item {
    Shared(Frame, Spot),
    Verdicts(Vec<CommitVerdict>, Spot),
    /// Verdicts up to here were handed out while something before them waited for its trial.
    Reached(Spot),
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Reading pages; hears of nothing.
    Reading,
    /// Hears of everything its member reads.
    Live,
    /// Must read on from where it is.
    Behind,
    /// Must go.
    Dismissed(ErrorCode),
}

#[derive(Debug)]
pub(super) struct LiveLink {
    pub(super) member: MemberId,
    pub(super) device: DeviceId,
    pub(super) state: State,
    pub(super) reads: Reads,
    /// The last place handed out.
    pub(super) at: Spot,
    pub(super) queue: VecDeque<Item>,
    pub(super) queued_bytes: usize,
}

impl LiveLink {
    pub(super) fn queue(&mut self, item: Item, bytes: usize) {
        self.queue.push_back(item);
        self.queued_bytes += bytes;
        if self.queued_bytes > SEND_QUEUE_BYTES {
            self.fall_behind();
        }
    }

    /// Drops what is queued and in the log; only verdicts stand nowhere else.
    pub(super) fn fall_behind(&mut self) {
        self.queue.retain(|item| matches!(item, Item::Verdicts(..)));
        self.state = State::Behind;
    }

    pub(super) fn dismiss(&mut self, code: ErrorCode) {
        self.queue.clear();
        self.queued_bytes = 0;
        self.state = State::Dismissed(code);
    }
}

pub(super) fn note_reached(queue: &mut VecDeque<Item>, spot: Spot) {
    match queue.back_mut() {
        Some(Item::Reached(last)) => *last = spot,
        _ => queue.push_back(Item::Reached(spot)),
    }
}
