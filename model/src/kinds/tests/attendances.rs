//! Who was at an event: what stands of what several phones marked, what is refused, and what each member is told.

use super::*;
use crate::doc::genesis::Genesis;
use crate::kind::{Kind, Record};
use crate::kinds::attendance::{
    self, Attendance, AttendanceCommand, Attendee, MarkFields, Presence, TakesPart,
};
use crate::kinds::attended::Attended;
use crate::plain;
use crate::projection::Derived;

const DRAWN: &str = "100,200 130,180";

fn blank() -> Automerge {
    Genesis::document(Kind::Attendance)
}

fn marks(id: u8, mark: MarkFields) -> Command {
    Command::Attendance(AttendanceCommand::MarkAttendance {
        event: ulid(60),
        id: ulid(id),
        mark,
    })
}

fn removes(id: u8) -> Command {
    let entry = EntryRef::new(DocHead::attendance(ulid(60)), "marks", ulid(id));
    Command::remove(entry, true)
}

fn signed(member: u8) -> MarkFields {
    MarkFields {
        strokes: DRAWN.into(),
        ..mark(member, Presence::Present)
    }
}

/// What stands of a member at the slot: the name of the mark.
fn stands(doc: &Automerge, member: u8) -> Option<(Ulid, Presence, bool)> {
    let said = attendance::read(doc);
    let standing = said.standing();
    let of = (Attendee::Member(person(member)), ulid(70));
    let standing = standing.get(&of)?;
    let mark = standing.mark;
    Some((standing.id, mark.presence, mark.is_signed()))
}

#[test]
fn of_what_two_phones_marked_apart_the_most_stands_whichever_comes_first() {
    let of = |number: usize| match number {
        0 => mark(MEMBER, Presence::Absent),
        1 => mark(MEMBER, Presence::Excused),
        2 => mark(MEMBER, Presence::Present),
        _ => signed(MEMBER),
    };
    for (less, more) in (0..4).flat_map(|less| (less + 1..4).map(move |more| (less, more))) {
        for (here, there) in [(less, more), (more, less)] {
            let mut doc = blank();
            let mut other = doc.fork();
            act(&mut doc, COACH, &marks(62, of(here))).unwrap();
            act_at(&mut other, DIRECTOR, 60, &marks(63, of(there))).unwrap();
            doc.merge(&mut other).unwrap();
            let wins = if here == more { 62 } else { 63 };
            let expected = (ulid(wins), of(more).presence, more == 3);
            assert_eq!(stands(&doc, MEMBER), Some(expected), "{here} {there}");
        }
    }
}

#[test]
fn of_two_alike_the_first_stands_and_the_same_twice_is_one() {
    let mut doc = blank();
    let mut other = doc.fork();
    act_at(&mut doc, COACH, 60, &marks(62, signed(MEMBER))).unwrap();
    act_at(&mut other, DIRECTOR, 0, &marks(63, signed(MEMBER))).unwrap();
    doc.merge(&mut other).unwrap();
    assert_eq!(stands(&doc, MEMBER).map(|it| it.0), Some(ulid(63)));
    let again = [
        marks(62, signed(MEMBER)),
        marks(64, mark(MEMBER, Presence::Present)),
    ];
    let mut unsigned = blank();
    act(
        &mut unsigned,
        COACH,
        &marks(61, mark(MEMBER, Presence::Present)),
    )
    .unwrap();
    assert_eq!(act(&mut doc, COACH, &again[0]), Err(CommandError::NoChange));
    assert_eq!(
        act(&mut unsigned, DIRECTOR, &again[1]),
        Err(CommandError::NoChange)
    );
    // A signature is kept, whoever signed already.
    act(&mut doc, COACH, &marks(65, signed(MEMBER))).unwrap();
    assert_eq!(attendance::read(&doc).marks.len(), 3);
}

#[test]
fn what_was_marked_by_mistake_is_taken_back_and_what_was_marked_beside_it_stands() {
    let mut doc = blank();
    act(&mut doc, COACH, &marks(62, mark(MEMBER, Presence::Absent))).unwrap();
    act(&mut doc, COACH, &marks(63, mark(MEMBER, Presence::Present))).unwrap();
    act(&mut doc, COACH, &removes(63)).unwrap();
    let absent = (ulid(62), Presence::Absent, false);
    assert_eq!(stands(&doc, MEMBER), Some(absent));
    act(&mut doc, COACH, &removes(62)).unwrap();
    assert_eq!(stands(&doc, MEMBER), None);
    assert_eq!(attendance::read(&doc).marks.len(), 2, "both can be read");
}

#[test]
fn a_mark_that_cannot_be_is_refused_with_its_place_and_stores_nothing() {
    let refused = |change: fn(&mut MarkFields)| {
        let mut mark = mark(MEMBER, Presence::Present);
        change(&mut mark);
        let mut doc = blank();
        let heads = doc.get_heads();
        let error = act(&mut doc, COACH, &marks(62, mark)).unwrap_err();
        assert_eq!(doc.get_heads(), heads);
        error
    };
    let at = |field: &str| CommandError::Invalid(format!("marks/{}/{field}", ulid(62)));
    assert_eq!(refused(|mark| mark.person = None), at("person"));
    assert_eq!(refused(|mark| mark.visitor = Some(ulid(1))), at("person"));
    assert_eq!(
        refused(|mark| (mark.person, mark.visitor) = (None, Some(ulid(1)))),
        CommandError::NoSuchEntry
    );
    assert_eq!(refused(|mark| mark.end = mark.start.clone()), at("end"));
    assert_eq!(refused(|mark| mark.start = "hier".into()), at("start"));
    assert_eq!(refused(|mark| mark.strokes = "1,2 x".into()), at("strokes"));
    assert_eq!(
        refused(|mark| (mark.presence, mark.typed) = (Presence::Absent, "Élodie".into())),
        at("presence")
    );
    assert_eq!(
        refused(|mark| (mark.strokes, mark.typed) = (DRAWN.into(), "Élodie".into())),
        at("typed")
    );
    let member = act(&mut blank(), MEMBER, &marks(62, signed(MEMBER)));
    assert!(
        matches!(member, Err(CommandError::Forbidden(_))),
        "{member:?}"
    );
}

#[test]
fn who_facilitates_the_event_marks_who_is_there_and_at_no_other() {
    let mut facilitator = grants(MEMBER);
    facilitator.facilitates = SortedSet::from([ulid(60)]);
    let mut log = super::courses::Log::new(DocHead::attendance(ulid(60)));
    log.accept(&facilitator, &marks(62, signed(STRANGER)));
    facilitator.facilitates = SortedSet::from([ulid(61)]);
    let context = Context {
        author: &facilitator,
        now: NOW,
    };
    let made = commit(
        &mut log.doc().clone(),
        &marks(63, signed(COACH)),
        &context,
        actor(MEMBER, 1),
    );
    assert!(matches!(made, Err(CommandError::Forbidden(_))), "{made:?}");
}

#[test]
fn a_member_is_told_where_they_were_and_nothing_of_others() {
    let mut doc = blank();
    let neighbour = AttendanceCommand::AddVisitor {
        event: ulid(60),
        id: ulid(VISITOR),
        visitor: visitor(),
    };
    act(&mut doc, COACH, &Command::Attendance(neighbour)).unwrap();
    act(&mut doc, COACH, &marks(62, signed(MEMBER))).unwrap();
    act(
        &mut doc,
        COACH,
        &marks(63, mark(STRANGER, Presence::Absent)),
    )
    .unwrap();
    let trainer = MarkFields {
        part: TakesPart::Trainer,
        ..mark(MEMBER, Presence::Absent)
    };
    act(&mut doc, COACH, &marks(64, trainer)).unwrap();
    let told = attended(&attendance::read(&doc));
    let [(to, mine), (other, theirs)] = &told[..] else {
        panic!("{told:?}");
    };
    assert_eq!(*to, DocHead::attended(person(MEMBER)));
    assert_eq!(*other, DocHead::attended(person(STRANGER)));
    let slot = &mine.slots[&ulid(70)];
    assert_eq!((slot.presence, slot.signed), (Presence::Present, true));
    assert_eq!(
        (slot.part, slot.marked_by),
        (TakesPart::Trainer, Some(person(COACH)))
    );
    assert_eq!(theirs.slots[&ulid(70)].presence, Presence::Absent);
    for of in [mine, theirs] {
        let said = plain::to_json(of);
        for unsaid in [DRAWN, "Ancel"] {
            assert!(!said.contains(unsaid), "{unsaid} in {said}");
        }
    }
}

/// What is told to each.
fn attended(said: &Attendance) -> Vec<(DocHead, Attended)> {
    let head = DocHead::attendance(ulid(60));
    let given = Attended::given(&head, &Record::Attendance(said.clone()));
    let made = given.into_iter().map(|(to, part)| {
        let Record::Attended(attended) = Attended::made_of(vec![part]) else {
            panic!("{to:?}");
        };
        (to, attended)
    });
    made.collect()
}
