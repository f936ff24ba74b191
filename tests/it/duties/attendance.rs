//! Who was at an event: marked by several on the spot, without signal, and told to each.

use besace_client::kinds::attendance::{
    AttendanceAnswer, AttendanceRequest, AttendanceRow, AttendanceSheet, MarkCell,
};
use besace_client::kinds::event::EventSheet;
use besace_model::command::{Command, EntryRef};
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::attendance::{
    AttendanceCommand, MarkFields, Presence, TakesPart, VisitorFields,
};
use besace_model::kinds::rsvp::AnswerStatus;

use super::cast::asked;
use super::cast::{Coop, Someone};
use super::health::of_month;
use super::service::{event, workshop};
use besace_tests::people;

const DRAWN: &str = "100,200 130,180 160,210";

/// A workshop to which some said that they come, on its day.
fn held(coop: &mut Coop, coming: &[Someone]) -> EventSheet {
    let id = workshop(coop, 0);
    for who in coming {
        coop.does(*who, people::answer(id, AnswerStatus::Accepted));
    }
    coop.settle();
    coop.days_pass(31);
    event(coop, coop.camille, id)
}

fn sheet(coop: &mut Coop, who: Someone, event: &EventSheet) -> Option<AttendanceSheet> {
    let event = event.row.info.id;
    asked!(coop, who, Attendance: AttendanceRequest::Attendance { event },
        AttendanceAnswer::Attendance(sheet) => sheet.map(|sheet| *sheet))
}

fn fields(event: &EventSheet, of: Someone, presence: Presence) -> MarkFields {
    let slot = &event.fields.slots[0];
    MarkFields {
        person: Some(of.id),
        visitor: None,
        slot: slot.id,
        start: slot.start.clone(),
        end: slot.end.clone(),
        presence,
        part: TakesPart::Participant,
        strokes: String::new(),
        typed: String::new(),
    }
}

/// Marks, and says under which name.
fn marks(coop: &mut Coop, by: Someone, event: &EventSheet, mark: MarkFields) -> Ulid {
    let id = coop.id();
    let event = event.row.info.id;
    let mark = AttendanceCommand::MarkAttendance { event, id, mark };
    coop.does(by, Command::Attendance(mark));
    id
}

fn taken_back(event: &EventSheet, mark: Ulid) -> Command {
    let head = DocHead::attendance(event.row.info.id);
    Command::remove(EntryRef::new(head, "marks", mark), true)
}

fn row(sheet: &AttendanceSheet, name: &str) -> AttendanceRow {
    let mut rows = sheet.rows.iter().filter(|row| row.name == name);
    let row = rows.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(rows.next().is_none(), "{name} twice");
    row.clone()
}

fn cell(sheet: &AttendanceSheet, name: &str) -> MarkCell {
    let mut marks = row(sheet, name).marks;
    marks
        .remove(0)
        .unwrap_or_else(|| panic!("{name} not marked"))
}

pub(super) fn two_phones_mark_the_same_half_day_offline_and_make_one_sheet() {
    let mut coop = Coop::new("attendance");
    let (anna, ben, camille, gael) = (coop.anna, coop.ben, coop.camille, coop.gael);
    let held = held(&mut coop, &[anna, ben]);
    coop.offline(camille);
    coop.offline(gael);
    let expected = sheet(&mut coop, gael, &held).expect("he is of the team");
    let names: Vec<_> = expected.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Anna", "Ben"]);
    assert_eq!(expected.slots[0].unmarked, 2);

    let signed = MarkFields {
        strokes: DRAWN.into(),
        ..fields(&held, anna, Presence::Present)
    };
    marks(&mut coop, camille, &held, signed);
    let absent = fields(&held, ben, Presence::Absent);
    marks(&mut coop, camille, &held, absent);
    let holds = MarkFields {
        part: TakesPart::Trainer,
        ..fields(&held, camille, Presence::Present)
    };
    marks(&mut coop, camille, &held, holds);
    // At the other door: Anna had come in there, Ben came late, and somebody who is no member.
    let present = fields(&held, anna, Presence::Present);
    marks(&mut coop, gael, &held, present);
    let late = fields(&held, ben, Presence::Present);
    marks(&mut coop, gael, &held, late);
    let (at, id) = (held.row.info.id, coop.id());
    let visitor = VisitorFields {
        name: "Maud Ancel".into(),
        organisation: "Mairie".into(),
    };
    let add = AttendanceCommand::AddVisitor {
        event: at,
        id,
        visitor,
    };
    coop.does(gael, Command::Attendance(add));
    let typed = MarkFields {
        person: None,
        visitor: Some(id),
        typed: "Maud Ancel".into(),
        ..fields(&held, anna, Presence::Present)
    };
    marks(&mut coop, gael, &held, typed);

    coop.online(camille);
    coop.online(gael);
    coop.settle();
    let both = sheet(&mut coop, camille, &held);
    assert_eq!(both, sheet(&mut coop, gael, &held), "one sheet");
    let both = both.expect("she holds it");
    let names: Vec<_> = both.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Anna", "Ben", "Maud Ancel", "Camille"]);
    let slot = &both.slots[0];
    assert_eq!((slot.present, slot.signed, slot.unmarked), (4, 2, 0));
    let annas = cell(&both, "Anna");
    assert_eq!((annas.is_signed, annas.strokes.as_str()), (true, DRAWN));
    assert_eq!((annas.by.as_str(), annas.ids.len()), ("Camille", 2));
    assert_eq!(cell(&both, "Ben").presence, Presence::Present);
    assert!(row(&both, "Camille").is_trainer);
    assert!(!row(&both, "Maud Ancel").is_expected);

    // Each is told of themself; the sheet is of those who hold the event.
    assert_eq!(sheet(&mut coop, anna, &held), None);
    let told = event(&mut coop, anna, at).attended;
    assert_eq!((told.len(), told[0].is_signed), (1, true));
    assert_eq!(
        (told[0].presence, told[0].by.as_str()),
        (Presence::Present, "Camille")
    );
    let refused = MarkFields {
        strokes: DRAWN.into(),
        ..fields(&held, anna, Presence::Present)
    };
    let mark = AttendanceCommand::MarkAttendance {
        event: at,
        id: coop.id(),
        mark: refused,
    };
    let code = coop.is_refused(anna, Command::Attendance(mark));
    assert_eq!(code, ErrorCode::Forbidden, "nobody marks themself");
}

pub(super) fn what_was_marked_by_mistake_is_taken_back_by_whom_it_may_be() {
    let mut coop = Coop::new("attendance-back");
    let (anna, camille, gael) = (coop.anna, coop.camille, coop.gael);
    let held = held(&mut coop, &[anna]);
    let present = fields(&held, anna, Presence::Present);
    let mark = marks(&mut coop, camille, &held, present);
    coop.settle();
    coop.offline(camille);
    coop.does(camille, taken_back(&held, mark));
    let excused = fields(&held, anna, Presence::Excused);
    marks(&mut coop, camille, &held, excused);
    let shown = sheet(&mut coop, camille, &held).expect("she holds it");
    assert_eq!(cell(&shown, "Anna").presence, Presence::Excused);
    let before = sheet(&mut coop, gael, &held).expect("he is of the team");
    assert_eq!(cell(&before, "Anna").presence, Presence::Present);
    coop.online(camille);
    coop.settle();
    let after = sheet(&mut coop, gael, &held).expect("he is of the team");
    assert_eq!(cell(&after, "Anna").presence, Presence::Excused);
    let told = event(&mut coop, anna, held.row.info.id).attended;
    assert_eq!(told[0].presence, Presence::Excused);
}

pub(super) fn presence_no_shows_and_hours_stand_in_the_indicators() {
    let mut coop = Coop::new("attendance-figures");
    let (anna, ben, camille) = (coop.anna, coop.ben, coop.camille);
    let held = held(&mut coop, &[anna, ben]);
    for (who, presence, part) in [
        (anna, Presence::Present, TakesPart::Participant),
        (ben, Presence::Absent, TakesPart::Participant),
        (coop.gael, Presence::Excused, TakesPart::Participant),
        (camille, Presence::Present, TakesPart::Trainer),
    ] {
        let mark = MarkFields {
            part,
            ..fields(&held, who, presence)
        };
        marks(&mut coop, camille, &held, mark);
    }
    coop.settle();
    let april = of_month(&mut coop, "2026-04");
    let places = (april.places_attended, april.no_shows, april.excused);
    assert_eq!(places, (1, 1, 1));
    assert_eq!((april.attended_minutes, april.trainer_minutes), (180, 180));
}
