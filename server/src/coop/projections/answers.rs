//! What answers to events say, and when they count for seats. The writer reads it off the changes themselves as it judges
//! them (see the model's `admission::watch`) and loads no document. Who changes their mind again and again is heard more
//! slowly, in the relay's time; their last word is kept and counts then.

mod counting;
mod notes;

use std::sync::Arc;

use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::time::Timestamp;

use crate::coop::{Coop, CoopError, Inside, Published};
use crate::limits::{ANSWER_CHANGE_EVERY_MS, ANSWER_CHANGES_QUICK};
use crate::store::docs::DocMeta;
use crate::store::seats::{self, Standing};

/// Whether something set for a time is due. A clock that was put back makes nobody wait for longer than was meant.
pub(in crate::coop) fn is_due(at: Timestamp, now: Timestamp) -> bool {
    at <= now || at > now.plus_ms(ANSWER_CHANGE_EVERY_MS)
}

/// When a change of mind counts, of somebody whose quick changes are whole again at `whole_at`.
fn counts_at(whole_at: Timestamp, now: Timestamp) -> Timestamp {
    let at = whole_at.plus_ms(-(ANSWER_CHANGES_QUICK - 1) * ANSWER_CHANGE_EVERY_MS);
    at.clamp(now, now.plus_ms(ANSWER_CHANGE_EVERY_MS))
}

/// When the quick changes of somebody are whole again, once one more was counted.
fn whole_after(whole_at: Timestamp, now: Timestamp) -> Timestamp {
    let most = now.plus_ms((ANSWER_CHANGES_QUICK - 1) * ANSWER_CHANGE_EVERY_MS);
    let at = whole_at.clamp(now, most);
    at.plus_ms(ANSWER_CHANGE_EVERY_MS)
}

impl Coop {
    /// Whether some event waits for its seats to be decided, now or later.
    #[must_use]
    pub fn are_seats_waiting(&self) -> bool {
        self.judging.seats_due.is_some()
    }

    /// Whether the time has come to decide seats: call [`Coop::decide_seats`] then.
    #[must_use]
    pub fn are_seats_due(&self, now: Timestamp) -> bool {
        let due = self.judging.seats_due;
        due.is_some_and(|at| is_due(at, now))
    }

    /// Decides a bounded number of the seats whose time has come.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn decide_seats(&mut self, now: Timestamp) -> Result<Published, CoopError> {
        let decided = self.write(now, |inside| inside.decide_due());
        Ok(decided?.1)
    }
}

impl Inside<'_> {
    /// Takes note of what accepted changes to answers and events say, and decides seats.
    pub(in crate::coop) fn decide_seats(
        &mut self,
        dirty: impl Iterator<Item = (Arc<DocMeta>, u64)>,
    ) -> Result<(), CoopError> {
        let mut by_receipt: Vec<_> = dirty.collect();
        by_receipt.sort_by_key(|(_, seq)| *seq);
        for (doc, seq) in &by_receipt {
            match doc.head.kind {
                Kind::Rsvp => self.note_answers(doc, *seq)?,
                Kind::Event => self.note_terms(doc)?,
                _ => {}
            }
        }
        if by_receipt.is_empty() {
            return Ok(());
        }
        self.decide_due()
    }

    /// Forgets the answers of a member who left, and gives their seats to others.
    pub(in crate::coop) fn release_seats(&mut self, member: MemberId) -> Result<(), CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        for (event, standing) in seats::of_member(conn, member)? {
            let gone = Standing {
                status: AnswerStatus::NeedsAction,
                ..standing
            };
            seats::wait(conn, event, &gone, now)?;
        }
        self.decide_due()
    }
}
