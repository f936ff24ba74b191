//! Who is expected at an event, and what was marked of them.

use besace_model::head::DocHead;
use besace_model::ids::{DocId, Ulid};
use besace_model::kinds::attendance::{Attendance, Attendee, Presence, Standing, TakesPart};
use besace_model::kinds::event::Event;
use besace_model::kinds::guests::Guests;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::sorted::{SortedMap, SortedSet};
use besace_model::words;

use super::{AttendanceRow, AttendanceSheet, AttendanceSlot, MarkCell};
use crate::kinds::event::reading::slots_in_order;
use crate::views::{ViewReader, stands};

/// What stands, by person and slot.
type Marked<'a> = SortedMap<(Attendee, Ulid), Standing<'a>>;

impl ViewReader<'_> {
    pub(crate) fn attendance(&self, id: Ulid) -> Option<AttendanceSheet> {
        let event = self.event(id)?;
        let head = DocHead::attendance(id);
        if !self.may_mark(id) {
            return None;
        }
        let nothing = Attendance::default();
        let said: &Attendance = self.doc(&head).unwrap_or(&nothing);
        let marked = said.standing();
        let mut slots = attended_slots(event, &marked);
        let expected = self.expected(id);
        let mut people: SortedSet<Attendee> = expected.clone();
        let visitors = said.visitors.iter();
        let visitors = visitors.filter(|(_, visitor)| stands(&visitor.entry));
        people.extend(visitors.map(|(id, _)| Attendee::Visitor(*id)));
        people.extend(marked.keys().map(|(attendee, _)| *attendee));
        let mut rows: Vec<_> = people
            .iter()
            .map(|who| AttendanceRow {
                is_expected: expected.contains(who),
                ..self.attendance_row(&head, *who, said, (&marked, &slots))
            })
            .collect();
        rows.sort_by_cached_key(|row| {
            (row.is_trainer, words::order(&row.name), row.member, row.visitor)
        });
        for (at, slot) in slots.iter_mut().enumerate() {
            let cells = || rows.iter().map(|row| row.marks.get(at).and_then(Option::as_ref));
            let count = |is: fn(&MarkCell) -> bool| cells().flatten().filter(|it| is(it)).count();
            slot.present = count(|it| it.presence == Presence::Present) as u32;
            slot.signed = count(|it| it.is_signed) as u32;
            slot.unmarked = cells().filter(Option::is_none).count() as u32;
        }
        Some(AttendanceSheet {
            title: event.title.clone(),
            kind: event.kind,
            branch: event.branch.clone(),
            slots,
            rows,
        })
    }

    /// Whether the reader marks who is at an event.
    pub(crate) fn may_mark(&self, event: Ulid) -> bool {
        let any = event.to_string();
        self.may_write(&DocHead::attendance(event), &["marks", &any, "presence"])
    }

    /// Who has a seat, or said that they come where the relay did not seat anybody yet.
    fn expected(&self, event: Ulid) -> SortedSet<Attendee> {
        let here = |member: &_| self.is_here(*member);
        if let Some(roster) = self.roster(event) {
            let seated = roster.seats.keys().filter(|member| here(member));
            return seated.map(|member| Attendee::Member(*member)).collect();
        }
        let guests: Option<&Guests> = self.doc(&DocHead::guests(event));
        let guests = guests.into_iter().flat_map(|guests| &guests.guests);
        let coming = guests.filter(|(_, guest)| guest.status == AnswerStatus::Accepted);
        let coming = coming.filter(|(member, _)| here(member));
        coming.map(|(member, _)| Attendee::Member(*member)).collect()
    }

    fn attendance_row(
        &self,
        head: &DocHead,
        who: Attendee,
        said: &Attendance,
        (marked, slots): (&Marked<'_>, &[AttendanceSlot]),
    ) -> AttendanceRow {
        let (member, visitor) = match who {
            Attendee::Member(member) => (Some(member), None),
            Attendee::Visitor(visitor) => (None, Some(visitor)),
        };
        let written = visitor.and_then(|id| Some((id, said.visitors.get(&id)?)));
        let info = written.map(|(id, visitor)| {
            let at = ("visitors", "name");
            self.info(head, at, id, &visitor.entry, &said.conflicts)
        });
        let doc = self.doc_id(head);
        let of_slot = |slot: &AttendanceSlot| marked.get(&(who, slot.id));
        let holds = |slot| of_slot(slot).is_some_and(|it| it.part() == TakesPart::Trainer);
        AttendanceRow {
            member,
            visitor,
            name: match (member, written) {
                (Some(member), _) => self.name(member),
                (None, Some((_, visitor))) => visitor.name.clone(),
                (None, None) => String::new(),
            },
            of: match (member, written) {
                (Some(member), _) => self.trade_name(member),
                (None, Some((_, visitor))) => visitor.organisation.clone(),
                (None, None) => String::new(),
            },
            is_expected: false,
            is_trainer: slots.iter().any(holds),
            info,
            marks: slots
                .iter()
                .map(|slot| of_slot(slot).map(|it| self.mark_cell(doc, it)))
                .collect(),
        }
    }

    fn mark_cell(&self, doc: DocId, standing: &Standing<'_>) -> MarkCell {
        let mark = standing.mark;
        let beside = standing.beside.iter().map(|(id, _)| *id);
        MarkCell {
            ids: std::iter::once(standing.id).chain(beside).collect(),
            presence: mark.presence,
            part: standing.part(),
            is_signed: mark.is_signed(),
            strokes: mark.strokes.clone(),
            typed: mark.typed.clone(),
            start: mark.start.clone(),
            end: mark.end.clone(),
            by: mark.entry.created_by.map(|by| self.name(by)).unwrap_or_default(),
            at: mark.entry.created_at.clone(),
            state: self.state(doc, &standing.id.to_string()),
        }
    }
}

/// The slots that an event has, then those that it had when they were marked.
fn attended_slots(event: &Event, marked: &Marked<'_>) -> Vec<AttendanceSlot> {
    let slot = |id: Ulid, (start, end, place): (&str, &str, &str), stands: bool| AttendanceSlot {
        id,
        start: start.to_owned(),
        end: end.to_owned(),
        place: place.to_owned(),
        stands,
        present: 0,
        signed: 0,
        unmarked: 0,
    };
    let mut slots: Vec<_> = slots_in_order(event)
        .into_iter()
        .map(|(id, it)| slot(id, (&it.start, &it.end, &it.place), true))
        .collect();
    for ((_, id), standing) in marked {
        if slots.iter().all(|slot| slot.id != *id) {
            let mark = standing.mark;
            slots.push(slot(*id, (&mark.start, &mark.end, ""), false));
        }
    }
    slots
}
