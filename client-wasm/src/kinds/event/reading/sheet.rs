//! An event in full.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::event::{EventFields, EventStatus, SlotFields};
use besace_model::kinds::rsvp::{AnswerFields, AnswerStatus};
use besace_model::kinds::waitlist::Waitlist;

use super::slots_in_order;
use crate::kinds::event::EventSheet;
use crate::views::{ViewReader, next_words};

impl ViewReader<'_> {
    pub(crate) fn event_sheet(&self, id: Ulid) -> Option<EventSheet> {
        let event = self.event(id)?;
        let roster = self.roster(id);
        let waiting: Option<&Waitlist> = self.doc(&DocHead::waitlist(id));
        let answer = self.my_answers().and_then(|rsvp| rsvp.answers.get(&id));
        let came = answer.is_some_and(|answer| answer.status == AnswerStatus::Accepted);
        Some(EventSheet {
            row: self.event_row(id, event),
            fields: EventFields {
                title: event.title.clone(),
                kind: event.kind,
                description: event.description.clone(),
                slots: slots_in_order(event)
                    .into_iter()
                    .map(|(id, slot)| SlotFields {
                        id,
                        start: slot.start.clone(),
                        end: slot.end.clone(),
                        place: slot.place.clone(),
                    })
                    .collect(),
                branch: event.branch.clone(),
                capacity: event.capacity,
                signup_open: event.signup_open,
                status: event.status,
            },
            statuses: next_words(
                Kind::Event,
                &["event", "status"],
                &event.conflicts,
                event.status,
                (EventStatus::ALL, EventStatus::as_str),
            ),
            my_answer: answer.filter(|answer| !answer.responded_at.is_empty()).map(|answer| AnswerFields {
                status: answer.status,
                comment: answer.comment.clone(),
                carpool_seats: answer.carpool_seats,
                carpool_from: answer.carpool_from.clone(),
                diet: answer.diet.clone(),
                for_sequence: answer.for_sequence,
            }),
            answer_base: self.base(&DocHead::rsvp(self.me_id())),
            going: self.seat_rows(roster.map(|roster| &roster.seats)),
            waiting: self.seat_rows(waiting.map(|waiting| &waiting.places)),
            guests: self
                .doc(&DocHead::guests(id))
                .map(|guests| self.guest_list(guests)),
            told: self.told_of(id),
            attended: self.attended_of(id),
            may_mark: self.may_mark(id),
            my_score: answer.and_then(|answer| answer.score),
            my_words: answer.map(|answer| answer.words.clone()).unwrap_or_default(),
            may_rate: came && event.is_over(self.now) && event.status != EventStatus::Cancelled,
            rides: self.ride_rows(self.doc(&DocHead::rides(id))),
        })
    }
}
