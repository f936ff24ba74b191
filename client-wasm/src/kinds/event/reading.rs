//! Events, answers, seats.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::ids::Ulid;
use besace_model::kind::{Kind, Record};
use besace_model::kinds::directory::Directory;
use besace_model::kinds::event::{Event, EventFields, EventStatus, Slot, SlotFields};
use besace_model::kinds::guests::{Guest, Guests};
use besace_model::kinds::places::Places;
use besace_model::kinds::rides::Rides;
use besace_model::kinds::roster::Seats;
use besace_model::kinds::rsvp::{AnswerFields, AnswerStatus};
use besace_model::kinds::waitlist::Waitlist;
use besace_model::sorted::SortedMap;
use besace_model::words;

use super::{
    DietCount, EventRow, EventSheet, EventsView, GuestList, GuestRow, RideRow, SeatRow, SeatState,
};
use crate::view::{Info, Window};
use crate::views::{ViewReader, next_words, page, stands};

impl<'a> ViewReader<'a> {
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
        let waiting: Option<&Waitlist> = self.doc(&DocHead::waitlist(id));
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
            going: self.seat_rows(roster.map(|roster| &roster.seats)),
            waiting: self.seat_rows(waiting.map(|waiting| &waiting.places)),
            guests: self
                .doc(&DocHead::guests(id))
                .map(|guests| self.guest_list(guests)),
            rides: self.ride_rows(self.doc(&DocHead::rides(id))),
        })
    }

    /// Those who answered, by what they answered and by name; who left the cooperative does not come.
    fn guest_list(&self, guests: &Guests) -> GuestList {
        let rows = guests.guests.iter();
        let rows = rows.filter(|(member, _)| self.takes_part(**member));
        let mut rows: Vec<_> = rows
            .map(|(member, guest)| self.guest_row(*member, guest))
            .collect();
        rows.sort_by_cached_key(|row| {
            let answer = AnswerStatus::ALL.iter().position(|one| *one == row.status);
            (answer, words::order(&row.name), row.member)
        });
        let mut diets: SortedMap<String, DietCount> = SortedMap::new();
        let coming = rows
            .iter()
            .filter(|row| row.status == AnswerStatus::Accepted);
        for row in coming.filter(|row| !row.diet.is_empty()) {
            let same = diets.get_or_insert_with(words::order(&row.diet).0, || DietCount {
                diet: row.diet.clone(),
                count: 0,
            });
            same.count += 1;
        }
        GuestList {
            diets: diets.into_iter().map(|(_, diet)| diet).collect(),
            rows,
        }
    }

    fn guest_row(&self, member: MemberId, guest: &Guest) -> GuestRow {
        GuestRow {
            member,
            name: self.name(member),
            status: guest.status,
            comment: guest.comment.clone(),
            diet: guest.diet.clone(),
            carpool_seats: guest.carpool_seats,
            carpool_from: guest.carpool_from.clone(),
        }
    }

    fn ride_rows(&self, rides: Option<&Rides>) -> Vec<RideRow> {
        let rides = rides.into_iter().flat_map(|rides| &rides.rides);
        let rides = rides.filter(|(member, _)| self.takes_part(**member));
        let mut rows: Vec<_> = rides
            .map(|(member, ride)| RideRow {
                member: *member,
                name: self.name(*member),
                seats: ride.seats,
                from: ride.from.clone(),
            })
            .collect();
        rows.sort_by_cached_key(|row| (words::order(&row.name), row.member));
        rows
    }

    fn takes_part(&self, member: MemberId) -> bool {
        let takes_part = |directory: &Directory| {
            let known = directory.members.get(&member);
            known.is_some_and(|member| member.active)
        };
        self.directory().is_none_or(takes_part)
    }

    fn seat_rows(&self, seats: Option<&Seats>) -> Vec<SeatRow> {
        let mut seats: Vec<_> = seats.into_iter().flatten().collect();
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
