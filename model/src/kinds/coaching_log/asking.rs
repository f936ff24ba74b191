//! Asks that wait, and whom they go to.

use super::{Ask, CoachingLog};
use crate::ids::{MemberId, Ulid};

impl Ask {
    /// Whether it stands, and nobody answered it yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.entry.removed_at.is_empty() && self.answered_at.is_empty()
    }
}

impl CoachingLog {
    /// Who reads an ask that waits beside the coaches, by its author's word; nobody while two of their devices name others.
    #[must_use]
    pub fn also_read_by(&self, id: Ulid) -> Option<MemberId> {
        let ask = self.asks.get(&id).filter(|ask| ask.is_open())?;
        let path = format!("asks/{id}/sent_to");
        let mut conflicts = self.conflicts.iter();
        ask.sent_to
            .filter(|_| !conflicts.any(|conflict| conflict.path == path))
    }
}
