//! What only the relay can decide and writes itself: seats and waiting lists in the order of receipt. The decisions are
//! the model's; here they get their facts, in the same transaction as what caused them.

use automerge::Automerge;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::roster;
use besace_model::kinds::roster::seats::{Received, Terms, decide};
use besace_model::kinds::rsvp::AnswerStatus;

use super::answers;
use crate::coop::{CoopError, Inside};
use crate::limits::{ANSWERS_PER_STEP, SEATS_PER_STEP};
use crate::store::seats;

impl Inside<'_> {
    /// Decides the seats whose time has come, a bounded number at a time: the first event in any case.
    pub(in crate::coop) fn decide_due(&mut self) -> Result<(), CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        let mut looked = 0;
        for _ in 0..SEATS_PER_STEP {
            let due = seats::first_due(conn)?.filter(|(_, at)| answers::is_due(*at, now));
            let Some((event, _)) = due.filter(|_| looked < ANSWERS_PER_STEP) else {
                break;
            };
            looked += self.decide_event(event)?;
        }
        self.judging.seats_due = seats::next_due(conn)?;
        Ok(())
    }

    /// Takes in the answers to one event that count from now on, decides its seats and writes its roster; how many
    /// answers were looked at. Answers to an event that is not here yet are kept for when it comes.
    fn decide_event(&mut self, event: Ulid) -> Result<usize, CoopError> {
        let (conn, now, coop) = (self.writing.conn, self.writing.now, self.row.coop);
        let said = self.terms_of(event)?;
        let mut looked = self.count_due(event, said)?;
        let Some(said) = said else { return Ok(looked) };
        let head = DocHead::roster(event);
        let current = match self
            .relay
            .read(&mut self.writing, coop, &head, roster::read)
        {
            Err(CoopError::RelayDocument) => {
                tracing::error!(%event, "the roster cannot be read");
                return Ok(looked);
            }
            current => current?,
        };
        let standing = seats::of_event(conn, event)?;
        looked += standing.len();
        let received: Vec<Received> = standing
            .into_iter()
            .filter(|standing| {
                // Once answers are no longer taken, nobody new comes in.
                said.signup_open
                    || standing.status != AnswerStatus::Accepted
                    || current.seats.contains_key(&standing.member)
            })
            .map(|standing| Received {
                member: standing.member,
                status: standing.status,
                for_sequence: standing.for_sequence,
            })
            .collect();
        let terms = Terms {
            capacity: said.capacity,
            sequence: said.sequence,
        };
        let decided = decide(terms, &current, &received, now);
        if decided == current {
            return Ok(looked);
        }
        let mut changed = roster::changed(&current, &decided);
        let counts = (&decided).into();
        let step = |doc: &mut Automerge, actor| {
            roster::write(doc, event, &mut changed, counts, now, actor)
        };
        match self.relay.write(&mut self.writing, coop, &head, step) {
            // A roster that no longer fits must not stop everybody's commits.
            Err(CoopError::RelayDocument) => {
                tracing::error!(%event, "the roster cannot be written")
            }
            other => other?,
        }
        Ok(looked)
    }
}
