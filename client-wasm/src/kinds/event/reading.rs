//! Events, answers, seats.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::{Kind, Record};
use besace_model::kinds::event::{Event, EventFields, EventStatus, Slot, SlotFields};
use besace_model::kinds::roster::{Roster, SeatStatus};
use besace_model::kinds::rsvp::{AnswerFields, AnswerStatus};

use crate::views::{Reader, next_words, page, stands};
use super::{EventRow, EventSheet, EventsView, SeatRow, SeatState};
use crate::view::{Info, Window};

impl<'a> Reader<'a> {
    /// Events that stand, with their end: those to come in order, then those past, the latest first.
    pub(crate) fn all_events(&self, past: bool) -> Vec<(Ulid, &'a Event)> {
        let mut events: Vec<(String, Ulid, &Event)> = self
            .replica
            .docs
            .iter()
            .filter(|(_, doc)| doc.row.head.kind == Kind::Event)
            .filter_map(|(_, doc)| {
                let Some(Record::Event(Some(event))) = doc.record() else {
                    return None;
                };
                let id = doc.row.head.key.parse().ok()?;
                stands(&event.entry).then_some((id, &**event))
            })
            .filter(|(_, event)| event.is_over(self.now) == past)
            .map(|(id, event)| (self.shown_slot(event).start, id, event))
            .collect();
        events.sort_by(|(x, a, _), (y, b, _)| (x, a).cmp(&(y, b)));
        if past {
            events.reverse();
        }
        events
            .into_iter()
            .map(|(_, id, event)| (id, event))
            .collect()
    }

    pub(crate) fn events(&self, past: bool, window: Window) -> EventsView {
        let shown = self.all_events(past);
        let others = self.all_events(!past).len() as u32;
        let count = shown.len() as u32;
        EventsView {
            may_create: self.replica.grants.may_create_events(),
            upcoming: if past { others } else { count },
            past: if past { count } else { others },
            events: page(&shown, window, |(id, event)| self.event_row(*id, event)),
        }
    }

    /// The first slot still to come, or the last one.
    fn shown_slot(&self, event: &Event) -> Slot {
        let now = self.now.rfc3339();
        let slots = slots_in_order(event);
        slots
            .iter()
            .find(|(_, slot)| slot.end >= now)
            .or(slots.last())
            .map(|(_, slot)| (*slot).clone())
            .unwrap_or_default()
    }

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
        let seat = roster.and_then(|roster| roster.seats.get(&self.me_id()));
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
            seated: seats(roster, SeatStatus::Seated),
            waiting: seats(roster, SeatStatus::Waitlisted),
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
            seat: match (seat.map(|seat| seat.status), status) {
                (Some(SeatStatus::Seated), _) => SeatState::Seated,
                (Some(SeatStatus::Waitlisted), _) => SeatState::Waitlisted,
                (None, AnswerStatus::Accepted) if roster.is_none() && !is_pending => {
                    SeatState::ToCome
                }
                (None, AnswerStatus::Accepted) => SeatState::Requested,
                (None, _) => SeatState::None,
            },
            waiting_rank: seat
                .filter(|seat| seat.status == SeatStatus::Waitlisted)
                .zip(roster)
                .map(|(seat, roster)| rank_among_waiting(roster, seat.rank)),
        }
    }

    fn event_info(&self, head: &DocHead, id: Ulid, event: &Event) -> Info {
        let doc = self.doc_id(head);
        let mut info = self.info(head, ("event", ""), id, &event.entry, &[]);
        info.may_edit = self.may_write(head, &["event", "title"]);
        info.conflicts = event
            .conflicts
            .iter()
            .map(|conflict| self.conflict(doc, conflict))
            .collect();
        info.rereads = self.rereads(head, "event/");
        info
    }

    pub(crate) fn event_sheet(&self, id: Ulid) -> Option<EventSheet> {
        let event = self.event(id)?;
        let roster = self.roster(id);
        let answer = self.my_answers().and_then(|rsvp| rsvp.answers.get(&id));
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
            my_answer: answer.map(|answer| AnswerFields {
                status: answer.status,
                comment: answer.comment.clone(),
                carpool_seats: answer.carpool_seats,
                carpool_from: answer.carpool_from.clone(),
                diet: answer.diet.clone(),
                for_sequence: answer.for_sequence,
            }),
            answer_base: self.base(&DocHead::rsvp(self.me_id())),
            going: self.seat_rows(roster, SeatStatus::Seated),
            waiting: self.seat_rows(roster, SeatStatus::Waitlisted),
        })
    }

    fn seat_rows(&self, roster: Option<&Roster>, status: SeatStatus) -> Vec<SeatRow> {
        let mut seats: Vec<_> = roster
            .into_iter()
            .flat_map(|roster| &roster.seats)
            .filter(|(_, seat)| seat.status == status)
            .collect();
        seats.sort_by_key(|(member, seat)| (seat.rank, **member));
        seats
            .into_iter()
            .map(|(member, seat)| SeatRow {
                member: *member,
                name: self.name(*member),
                trade_name: self.trade_name(*member),
                at: seat.at.clone(),
            })
            .collect()
    }
}

/// Slots that stand, by start.
fn slots_in_order(event: &Event) -> Vec<(Ulid, &Slot)> {
    let mut slots: Vec<_> = event
        .slots
        .iter()
        .filter(|(_, slot)| slot.removed_at.is_empty())
        .map(|(id, slot)| (*id, slot))
        .collect();
    slots.sort_by(|(a, x), (b, y)| (&x.start, a).cmp(&(&y.start, b)));
    slots
}

fn seats(roster: Option<&Roster>, status: SeatStatus) -> u32 {
    roster.map_or(0, |roster| {
        roster
            .seats
            .values()
            .filter(|seat| seat.status == status)
            .count() as u32
    })
}

fn rank_among_waiting(roster: &Roster, rank: i64) -> u32 {
    let before = roster
        .seats
        .values()
        .filter(|seat| seat.status == SeatStatus::Waitlisted && seat.rank < rank)
        .count();
    before as u32 + 1
}
