//! What people of a simulated world do: commands with plausible content, decided by chance.

use besace_client::view::{View, ViewRequest};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::attendance::{AttendanceCommand, MarkFields, Presence, TakesPart};
use besace_model::kinds::coaching_log::{
    ActionFields, ActionStatus, CoachingCommand, SessionChanges, SessionFields, SessionMode,
    SessionStatus, SessionType,
};
use besace_model::kinds::event::{EventCommand, EventFields, EventKind, EventStatus, SlotFields};
use besace_model::kinds::rsvp::{AnswerCommand, AnswerFields, AnswerStatus};
use besace_model::time::Timestamp;
use rand::Rng;

mod amounts;

pub use amounts::{amount, expense, has_amount};

/// When the slot of [`event`] begins and ends.
const SLOT: (&str, &str) = ("2026-04-02T09:00:00Z", "2026-04-02T12:00:00Z");

/// A new name for an entry.
pub fn ulid(chance: &mut impl Rng, now: Timestamp) -> Ulid {
    let mut random = [0; 10];
    chance.fill_bytes(&mut random);
    Ulid::from_parts(now.0.max(0) as u64, random)
}

/// A session that took place.
#[must_use]
pub fn session(member: MemberId, coach: MemberId, id: Ulid, points: &str) -> Command {
    Command::CoachingLog(CoachingCommand::LogSession {
        member,
        id,
        session: SessionFields {
            starts_at: "2026-03-02T09:00:00Z".into(),
            minutes: 75,
            mode: SessionMode::Onsite,
            place: "Atelier".into(),
            session_type: SessionType::FollowUp,
            statutory: false,
            topics: vec!["devis".into()],
            status: SessionStatus::Done,
            coaches: vec![coach],
            member_present: Some(true),
            objectives: "Faire le point".into(),
            points: points.into(),
            plan: "Relancer trois clients".into(),
            eight_points: Vec::new(),
            amends: None,
        },
    })
}

/// Other words for what was said.
#[must_use]
pub fn points(member: MemberId, id: Ulid, text: &str) -> Command {
    Command::CoachingLog(CoachingCommand::EditSession {
        member,
        id,
        changes: SessionChanges {
            points: Some(text.into()),
            ..Default::default()
        },
    })
}

/// An event with so many seats.
#[must_use]
pub fn event(id: Ulid, slot: Ulid, capacity: i64) -> Command {
    Command::Event(EventCommand::CreateEvent {
        id,
        event: EventFields {
            title: "Atelier devis".into(),
            kind: EventKind::Workshop,
            description: "Apporter un devis".into(),
            slots: vec![SlotFields {
                id: slot,
                start: SLOT.0.into(),
                end: SLOT.1.into(),
                place: "Salle Rosa-Bonheur".into(),
            }],
            branch: String::new(),
            capacity,
            signup_open: true,
            status: EventStatus::Confirmed,
        },
    })
}

/// An answer to an event.
#[must_use]
pub fn answer(event: Ulid, status: AnswerStatus) -> Command {
    Command::Rsvp(AnswerCommand::AnswerEvent {
        event,
        answer: AnswerFields {
            status,
            comment: String::new(),
            carpool_seats: 0,
            carpool_from: String::new(),
            diet: String::new(),
            for_sequence: 0,
        },
    })
}

/// What is marked of somebody at an event of [`event`], at a slot of the event's own name.
#[must_use]
pub fn mark(event: Ulid, id: Ulid, member: MemberId, presence: Presence) -> Command {
    Command::Attendance(AttendanceCommand::MarkAttendance {
        event,
        id,
        mark: MarkFields {
            person: Some(member),
            visitor: None,
            slot: event,
            start: SLOT.0.into(),
            end: SLOT.1.into(),
            presence,
            part: TakesPart::Participant,
            strokes: String::new(),
            typed: String::new(),
        },
    })
}

/// An action agreed.
#[must_use]
pub fn action(member: MemberId, owner: MemberId, id: Ulid) -> Command {
    Command::CoachingLog(CoachingCommand::AddAction {
        member,
        id,
        action: ActionFields {
            text: "Envoyer le devis à la mairie".into(),
            owner: Some(owner),
            due: "2026-03-20".into(),
            status: ActionStatus::Todo,
            session: None,
            goal: None,
        },
    })
}

/// What [`crate::world::World`] shows on the page that explains sync.
#[must_use]
pub fn sync_request() -> ViewRequest {
    ViewRequest::Whole(WholeRequest::Sync)
}

/// The unsent count of that page.
///
/// # Panics
/// When another view is given.
#[must_use]
pub fn unsent(view: Option<View>) -> u32 {
    match view {
        Some(View::Whole(WholeAnswer::Sync(sync))) => sync.unsent,
        other => panic!("not the page of sync: {other:?}"),
    }
}
