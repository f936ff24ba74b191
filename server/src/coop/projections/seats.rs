//! What only the relay can decide and writes itself: seats and waiting lists in the order of receipt. The decisions are
//! the model's; here they get their facts, in the same transaction as what caused them.

use automerge::Automerge;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::roster::Seats;
use besace_model::kinds::roster::seats::{Decided, Received, Terms, decide};
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::kinds::{places, roster, waitlist};

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

    /// Takes in the answers to one event that count from now on, decides its seats and writes what comes of it; how many
    /// answers were looked at. Answers to an event that is not here yet are kept for when it comes.
    fn decide_event(&mut self, event: Ulid) -> Result<usize, CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        let said = self.terms_of(event)?;
        let mut looked = self.count_due(event, said)?;
        let Some(said) = said else { return Ok(looked) };
        let Some(current) = unless_own_fails(event, self.current(event))? else {
            return Ok(looked);
        };
        let standing = seats::of_event(conn, event)?;
        looked += standing.len();
        let received: Vec<Received> = standing
            .into_iter()
            .filter(|standing| {
                // Once answers are no longer taken, nobody new comes in.
                said.signup_open
                    || standing.status != AnswerStatus::Accepted
                    || current.said.holds(standing.member)
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
        let decided = decide(terms, &current.said, &received, now);
        // What no longer fits must not stop everybody's commits.
        let written = self.write_seats(event, &current, &decided);
        looked += unless_own_fails(event, written)?.unwrap_or_default();
        Ok(looked)
    }

    /// What was decided about an event's seats.
    fn current(&mut self, event: Ulid) -> Result<Current, CoopError> {
        let (writing, coop) = (&mut self.writing, self.row.coop);
        let head = DocHead::roster(event);
        let read = |doc: &Automerge| (roster::read(doc), roster::read_waiting(doc));
        let (roster, before) = self.relay.read(writing, coop, &head, read)?;
        let head = DocHead::waitlist(event);
        let waiting = self.relay.read(writing, coop, &head, waitlist::read)?;
        Ok(Current {
            is_of_before: before.is_some(),
            said: Decided {
                seated: roster.seats,
                waiting: before.unwrap_or_else(|| waiting.places.clone()),
                tentative: roster.tentative,
                declined: roster.declined,
            },
            waiting: waiting.places,
        })
    }

    /// Writes the roster, the waiting list, and the places of those in it whose place is another one; how many these are.
    fn write_seats(
        &mut self,
        event: Ulid,
        current: &Current,
        decided: &Decided,
    ) -> Result<usize, CoopError> {
        let (now, coop) = (self.writing.now, self.row.coop);
        let (relay, writing) = (&mut *self.relay, &mut self.writing);
        if decided == &current.said && !current.is_of_before {
            return Ok(0);
        }
        let (head, counts) = (DocHead::roster(event), decided.counts());
        let mut seats = roster::changed(&current.said.seated, &decided.seated);
        let step =
            |doc: &mut Automerge, actor| roster::write(doc, event, &mut seats, &counts, now, actor);
        relay.write(writing, coop, &head, step)?;
        if current.is_of_before {
            relay.forget_history(writing, coop, &head)?;
        }
        let mut places = roster::changed(&current.waiting, &decided.waiting);
        let step =
            |doc: &mut Automerge, actor| waitlist::write(doc, event, &mut places, now, actor);
        relay.write(writing, coop, &DocHead::waitlist(event), step)?;
        let mut written = 0;
        for (member, place) in roster::changed(&current.waiting, &decided.waiting) {
            let rank = place.map(|place| place.rank);
            let step =
                |doc: &mut Automerge, actor| places::write(doc, (member, event), rank, now, actor);
            relay.write(writing, coop, &DocHead::places(member), step)?;
            written += 1;
        }
        Ok(written)
    }
}

/// What was decided, and how it is written.
struct Current {
    said: Decided,
    /// Whether an earlier version wrote the roster, who waits included: everybody's phone is to lose it.
    is_of_before: bool,
    /// The waiting list as it is written.
    waiting: Seats,
}

/// What came of one of the relay's own documents; one that cannot be read or written must not stop everybody's commits.
fn unless_own_fails<T>(event: Ulid, outcome: Result<T, CoopError>) -> Result<Option<T>, CoopError> {
    match outcome {
        Err(CoopError::RelayDocument) => {
            tracing::error!(%event, "what was decided about seats cannot be read or written");
            Ok(None)
        }
        outcome => outcome.map(Some),
    }
}
