//! An event in a list.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::event::{Event, EventStatus};
use besace_model::kinds::places::Places;
use besace_model::kinds::rsvp::AnswerStatus;

use super::slots_in_order;
use crate::kinds::event::{EventRow, SeatState};
use crate::view::Info;
use crate::views::ViewReader;

impl ViewReader<'_> {
    pub(crate) fn event_row(&self, id: Ulid, event: &Event) -> EventRow {
        let head = DocHead::event(id);
        let slot = self.shown_slot(event);
        let roster = self.roster(id);
        let answer = self.my_answers().and_then(|rsvp| rsvp.answers.get(&id));
        let outdated = answer.is_some_and(|answer| answer.for_sequence < event.sequence);
        let status = match answer {
            Some(_) if outdated => AnswerStatus::NeedsAction,
            Some(answer) => answer.status,
            None => AnswerStatus::NeedsAction,
        };
        let is_seated = roster.is_some_and(|roster| roster.seats.contains_key(&self.me_id()));
        let places: Option<&Places> = self.doc(&DocHead::places(self.me_id()));
        let rank = places.and_then(|places| places.ranks.get(&id));
        let rank = rank.copied().filter(|_| !is_seated);
        let answer_doc = self.doc_id(&DocHead::rsvp(self.me_id()));
        let answered = id.to_string();
        let is_pending = self.pending.contains(&(answer_doc, answered.as_str()));
        EventRow {
            info: self.event_info(&head, id, event),
            title: event.title.clone(),
            kind: event.kind,
            status: event.status,
            starts_at: slot.start,
            ends_at: slot.end,
            place: slot.place,
            slots: slots_in_order(event).len() as u32,
            branch: event.branch.clone(),
            capacity: event.capacity,
            seated: roster.map_or(0, |roster| roster.seats.len() as u32),
            waiting: roster.map_or(0, |roster| roster.waiting.len() as u32),
            tentative: roster.map_or(0, |roster| roster.tentative),
            declined: roster.map_or(0, |roster| roster.declined),
            signup_open: event.signup_open
                && event.status != EventStatus::Cancelled
                && !event.is_over(self.now),
            is_over: event.is_over(self.now),
            sequence: event.sequence,
            answer: status,
            answer_state: answer.map(|_| self.state(answer_doc, &id.to_string())),
            to_reconfirm: outdated
                && answer.is_some_and(|answer| answer.status != AnswerStatus::Declined),
            seat: match status {
                _ if is_seated => SeatState::Seated,
                _ if rank.is_some() => SeatState::Waitlisted,
                AnswerStatus::Accepted if roster.is_none() && !is_pending => SeatState::ToCome,
                AnswerStatus::Accepted => SeatState::Requested,
                _ => SeatState::None,
            },
            waiting_rank: rank.map(|rank| roster.map_or(1, |roster| roster.place_of(rank) as u32)),
        }
    }

    fn event_info(&self, head: &DocHead, id: Ulid, event: &Event) -> Info {
        let doc = self.doc_id(head);
        let mut info = self.info(head, ("event", ""), id, &event.entry, &[]);
        info.path = format!("{doc}:event");
        info.may_edit = self.may_write(head, &["event", "title"]);
        info.conflicts = event
            .conflicts
            .iter()
            .map(|conflict| self.conflict(doc, conflict))
            .collect();
        info.rereads = self.rereads(head, "event/");
        info
    }
}
