//! Answers whose time has come count.

use besace_model::ids::Ulid;
use besace_model::kinds::event::SeatTerms;
use besace_model::kinds::roster::seats::counts_for;
use besace_model::kinds::rsvp::AnswerStatus;

use super::{is_due, whole_after};
use crate::coop::{CoopError, Inside};
use crate::limits::WORDS_PER_STEP;
use crate::store::StoreError;
use crate::store::seats::{self, Standing};

impl Inside<'_> {
    /// Whether one of these events is over, as they stand: nobody says any more that they come.
    pub(in crate::coop) fn is_any_over(&mut self, events: &[Ulid]) -> Result<bool, StoreError> {
        for event in events {
            let terms = match self.terms_of(*event) {
                Ok(terms) => terms,
                Err(CoopError::Store(error)) => return Err(error),
                Err(_) => None,
            };
            let ends_at = terms.and_then(|terms| terms.ends_at);
            if ends_at.is_some_and(|end| end < self.writing.now) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Counts the answers to an event whose time has come, and sets the time for the others; how many there were.
    pub(in crate::coop) fn count_due(
        &mut self,
        event: Ulid,
        terms: Option<SeatTerms>,
    ) -> Result<usize, StoreError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        let is_closed = terms.is_some_and(|terms| !terms.signup_open);
        let sequence = terms.map_or(0, |terms| terms.sequence);
        let waiting = seats::all_waiting(conn, event)?;
        let (due, later): (Vec<_>, Vec<_>) = waiting.iter().partition(|(_, at)| is_due(*at, now));
        for (standing, _) in due.iter().take(WORDS_PER_STEP) {
            let counted = seats::counted(conn, event, standing.member)?;
            let whole_at = counted.map_or(now, |(_, whole_at)| whole_at);
            seats::forget_waiting(conn, event, standing.member)?;
            // Asked while answers are not taken: it counts from the member's next word once they are.
            if !(is_closed && standing.status == AnswerStatus::Accepted) {
                let heard = Standing {
                    for_sequence: counts_for(standing.for_sequence, sequence),
                    ..*standing
                };
                seats::count(conn, event, &heard, whole_after(whole_at, now))?;
            }
        }
        seats::clear_due(conn, event)?;
        let left = due.iter().skip(WORDS_PER_STEP).chain(&later);
        if let Some(next) = left.map(|(_, at)| *at).min() {
            seats::set_due(conn, event, next)?;
        }
        Ok(waiting.len())
    }
}
