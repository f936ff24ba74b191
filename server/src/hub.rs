//! Live links and fan-out, as a pure state machine: who is connected, what waits to be sent to them. A commit is
//! encoded once and its bytes are shared by every link that gets it. A link that does not keep up, or whose readers
//! changed, is told to read on from its cursor instead; nobody else waits for it. What members wrote stands in the queues
//! but is not handed out before somebody says that its trial went well; what stands before it and verdicts are.

mod frames;
mod links;
mod publish;
mod queue;
mod take;
mod trials;

use std::collections::BTreeMap;
use std::sync::Arc;

use besace_model::ids::MemberId;
use besace_model::wire::{Cursor, Reads};

use crate::coop::Board;
use queue::{LiveLink, Spot, State};
use trials::Waiting;

pub use publish::{Fanout, Origin};
pub use take::Next;
pub use trials::Held;

/// A connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(u64);

/// Bytes ready to be sent, shared between links.
pub type Frame = Arc<[u8]>;

/// Every live link of one cooperative.
#[derive(Debug, Default)]
pub struct Hub {
    links: BTreeMap<LinkId, LiveLink>,
    by_member: BTreeMap<MemberId, Vec<LinkId>>,
    waiting: BTreeMap<u64, Waiting>,
    next: u64,
}

impl Hub {
    /// How many links there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.links.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// Whether a link hears of everything.
    #[must_use]
    pub fn is_live(&self, id: LinkId) -> bool {
        self.links
            .get(&id)
            .is_some_and(|link| link.state == State::Live)
    }

    /// Lets a link that has everything up to `at` hear of what comes next, as it reads. When something came
    /// meanwhile, the link reads on from the cursor.
    pub fn listen(
        &mut self,
        id: LinkId,
        at: u64,
        reads: Reads,
        board: &Board,
    ) -> Result<(), Cursor> {
        let Some(link) = self.links.get_mut(&id) else {
            return Ok(());
        };
        if matches!(link.state, State::Dismissed(_)) {
            return Ok(());
        }
        link.reads = reads;
        if board.head_of(link.member) > at {
            return Err(board.cursor_at(at, reads.kinds));
        }
        // Nothing that this member reads came between, so the head is as good a place and its mark is at hand.
        link.at = Spot {
            seq: board.head(),
            mark: board.mark_at_head(),
        };
        link.state = State::Live;
        Ok(())
    }
}
