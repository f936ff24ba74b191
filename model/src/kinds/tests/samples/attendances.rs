//! Who was at an event.

use crate::kinds::attendance::{
    AttendanceCommand, MarkFields, Presence, TakesPart, VisitorChanges, VisitorFields,
};
use crate::kinds::tests::*;

/// Who came and is no member.
pub(crate) const VISITOR: u8 = 61;
/// The mark of a member who signed.
pub(crate) const PRESENT: u8 = 62;

/// A mark of a member at the slot of the event.
pub(crate) fn mark(member: u8, presence: Presence) -> MarkFields {
    MarkFields {
        person: Some(person(member)),
        visitor: None,
        slot: ulid(70),
        start: "2026-04-03T08:00:00Z".into(),
        end: "2026-04-03T10:00:00Z".into(),
        presence,
        part: TakesPart::Participant,
        strokes: String::new(),
        typed: String::new(),
    }
}

pub(crate) fn visitor() -> VisitorFields {
    VisitorFields {
        name: "Maud Ancel".into(),
        organisation: "Mairie de Vannes".into(),
    }
}

/// What those who hold the event mark.
pub(super) fn attendances() -> Vec<(u8, Command)> {
    let marks = [
        (
            PRESENT,
            MarkFields {
                strokes: "100,200 130,180 160,210;300,120 320,260".into(),
                ..mark(MEMBER, Presence::Present)
            },
        ),
        (63, mark(STRANGER, Presence::Absent)),
        (
            64,
            MarkFields {
                person: None,
                visitor: Some(ulid(VISITOR)),
                typed: "Maud Ancel".into(),
                ..mark(MEMBER, Presence::Present)
            },
        ),
        (
            65,
            MarkFields {
                part: TakesPart::Trainer,
                ..mark(COACH, Presence::Present)
            },
        ),
    ];
    let mut commands = vec![
        AttendanceCommand::AddVisitor {
            event: ulid(60),
            id: ulid(VISITOR),
            visitor: visitor(),
        },
        AttendanceCommand::EditVisitor {
            event: ulid(60),
            id: ulid(VISITOR),
            changes: VisitorChanges {
                name: Some("Maud Ancel-Riou".into()),
                ..VisitorChanges::default()
            },
        },
    ];
    for (id, mark) in marks {
        commands.push(AttendanceCommand::MarkAttendance {
            event: ulid(60),
            id: ulid(id),
            mark,
        });
    }
    let by_coach = commands.into_iter().map(|it| (COACH, it.into()));
    by_coach.collect()
}

impl From<AttendanceCommand> for Command {
    fn from(command: AttendanceCommand) -> Self {
        Self::Attendance(command)
    }
}
