//! What is handed out on a link, in order, and what the link does then.

use std::collections::VecDeque;

use besace_model::error::ErrorCode;
use besace_model::time::Timestamp;
use besace_model::wire::Cursor;

use super::frames::{accepted, verdicts_frame};
use super::queue::{Item, State, note_reached};
use super::{Frame, Hub, LinkId};
use crate::coop::Board;

/// What a link does next, once the frames it took are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Wait to be woken.
    Wait,
    /// Read on from this cursor, without the entries the phone itself pushed.
    Read(Cursor, Vec<u64>),
    /// Say goodbye.
    Dismiss(ErrorCode),
}

impl Hub {
    /// What to send on a link now, in order, and what to do then.
    pub fn take(&mut self, id: LinkId, now: Timestamp, board: &Board) -> (Vec<Frame>, Next) {
        let Some(link) = self.links.get_mut(&id) else {
            return (Vec::new(), Next::Wait);
        };
        if let State::Dismissed(code) = link.state {
            return (Vec::new(), Next::Dismiss(code));
        }
        let is_behind = link.state == State::Behind;
        let mut frames = Vec::with_capacity(link.queue.len());
        let mut own = Vec::new();
        let mut kept = VecDeque::new();
        let mut kept_bytes = 0;
        for item in std::mem::take(&mut link.queue) {
            match item {
                Item::Shared(frame, spot) => {
                    if kept.is_empty() && !self.waiting.contains_key(&spot.seq) {
                        link.at = spot;
                        frames.push(frame);
                    } else {
                        kept_bytes += frame.len();
                        kept.push_back(Item::Shared(frame, spot));
                    }
                }
                Item::Verdicts(verdicts, spot) => {
                    let mut cursor = None;
                    if is_behind {
                        own.extend(accepted(&verdicts));
                    } else if kept.is_empty() {
                        link.at = spot;
                        cursor = Some(board.cursor_of(spot.seq, spot.mark, link.reads.kinds));
                    } else {
                        note_reached(&mut kept, spot);
                    }
                    frames.push(verdicts_frame(now, verdicts, cursor, link.reads));
                }
                Item::Reached(spot) if kept.is_empty() && !is_behind => {
                    link.at = spot;
                    let cursor = Some(board.cursor_of(spot.seq, spot.mark, link.reads.kinds));
                    frames.push(verdicts_frame(now, Vec::new(), cursor, link.reads));
                }
                Item::Reached(spot) => note_reached(&mut kept, spot),
            }
        }
        if is_behind {
            // It is all in the log.
            (kept, kept_bytes) = (VecDeque::new(), 0);
        }
        (link.queue, link.queued_bytes) = (kept, kept_bytes);
        let next = if is_behind {
            link.state = State::Reading;
            Next::Read(
                board.cursor_of(link.at.seq, link.at.mark, link.reads.kinds),
                own,
            )
        } else {
            Next::Wait
        };
        (frames, next)
    }
}
