//! Events of the year and of the weeks ahead, and who answered what.

mod answers;
mod attendance;

use besace_model::command::Command;
use besace_model::kinds::event::{
    EventChanges, EventCommand, EventFields, EventKind, EventStatus, SlotFields,
};
use besace_model::time::Timestamp;

use super::super::dice::{Dice, instant, working_day};
use super::super::gatherings::{GATHERINGS, PLACES};
use super::super::people::{BRANCHES, FIRST_COACH, People};
use super::{Plan, YEAR_DAYS};
use answers::answers;
use attendance::attendance;

/// Events of the year, seven a month.
const EVENTS: i64 = 84;
/// Days of events ahead of today.
const AHEAD_DAYS: i64 = 45;
/// Days between the announcement and the event.
const NOTICE_DAYS: i64 = 28;

const HOUR_MS: i64 = 3_600_000;

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let first = plan.start + NOTICE_DAYS + 2;
    let span = YEAR_DAYS - NOTICE_DAYS - 2 + AHEAD_DAYS;
    for index in 0..EVENTS {
        let day = working_day(first + index * span / EVENTS);
        event(
            plan,
            dice,
            people,
            usize::try_from(index).unwrap_or_default(),
            day,
        );
    }
}

fn event(plan: &mut Plan, dice: &mut Dice, people: &People, index: usize, day: i64) {
    let (kind, title, description, hours, capacity) = GATHERINGS[index % GATHERINGS.len()];
    // One assembly a year is enough.
    let is_repeat = kind == EventKind::Assembly && index > GATHERINGS.len();
    let (kind, title) = if is_repeat {
        (EventKind::Meetup, "Soirée des commissions")
    } else {
        (kind, title)
    };
    let branch = index % BRANCHES.len();
    let by = match kind {
        EventKind::Assembly | EventKind::PartnerEvent => index % 2,
        EventKind::InfoMeeting | EventKind::Training | EventKind::Workshop => FIRST_COACH + branch,
        EventKind::Meetup | EventKind::Other => people.team().len() - 1,
    };
    let hour = dice.pick(if kind == EventKind::Meetup {
        &[12, 18]
    } else {
        &[9, 10, 14]
    });
    let start = instant(day, hour, 0);
    let announced = start.plus_ms(-NOTICE_DAYS * 24 * HOUR_MS);
    let id = dice.ulid(announced);
    let everywhere = matches!(kind, EventKind::Assembly | EventKind::PartnerEvent);
    let is_far = day > plan.today + 30;
    let slots = slots(dice, start, hours, branch);
    let fields = EventFields {
        title: title.to_owned(),
        kind,
        description: description.to_owned(),
        slots: slots.clone(),
        branch: if everywhere {
            String::new()
        } else {
            BRANCHES[branch].to_owned()
        },
        capacity,
        signup_open: true,
        status: if is_far {
            EventStatus::Tentative
        } else {
            EventStatus::Confirmed
        },
    };
    // What lies far ahead was announced early.
    let announced = Timestamp(announced.0.min(instant(plan.today - 5, 9, 0).0));
    plan.add(
        announced,
        by,
        Command::Event(EventCommand::CreateEvent { id, event: fields }),
    );
    let weight = if kind == EventKind::Assembly { 3 } else { 1 };
    let coming = answers(plan, dice, people, id, announced, start, weight);
    let is_called_off = index % 23 == 11;
    if matches!(kind, EventKind::Training | EventKind::Workshop) && !is_called_off {
        attendance(plan, people, (id, by), &slots, &coming);
    }
    if is_called_off {
        let changes = EventChanges {
            status: Some(EventStatus::Cancelled),
            ..EventChanges::default()
        };
        plan.add(
            start.plus_ms(-30 * HOUR_MS),
            by,
            Command::Event(EventCommand::EditEvent { id, changes }),
        );
    }
}

/// A long day is two half-days with a lunch between them, as funders count them.
fn slots(dice: &mut Dice, start: Timestamp, hours: i64, branch: usize) -> Vec<SlotFields> {
    let place = dice.pick(&PLACES[branch]).to_owned();
    let mut slot = |from: i64, to: i64| SlotFields {
        id: dice.ulid(start.plus_ms(from * HOUR_MS)),
        start: start.plus_ms(from * HOUR_MS).rfc3339(),
        end: start.plus_ms(to * HOUR_MS).rfc3339(),
        place: place.clone(),
    };
    if hours > 5 {
        vec![slot(0, 3), slot(4, hours + 1)]
    } else {
        vec![slot(0, hours)]
    }
}
