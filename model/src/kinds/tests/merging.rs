//! What people see when two phones wrote at once.

use super::*;
use crate::doc::genesis::Genesis;
use crate::kind::Kind;
use crate::kinds::activity::ActivityCommand;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::event::EventCommand;
use crate::kinds::profile::ProfileCommand;
use crate::kinds::rsvp::AnswerCommand;
use crate::kinds::{activity, coaching_log, event, profile, rsvp};

/// Does something on two phones apart, then brings both changes to the first.
fn at_once(doc: &mut Automerge, one: (u8, i64, Command), other: (u8, i64, Command)) -> Automerge {
    let mut second = doc.fork();
    act_at(doc, one.0, one.1, &one.2).unwrap();
    let (by, seconds, command) = other;
    let context = Context {
        author: &grants(by),
        now: NOW.plus_ms(seconds * 1000),
    };
    commit(&mut second, &command, &context, actor(by, 1)).unwrap();
    doc.merge(&mut second).unwrap();
    second.merge(doc).unwrap();
    second
}

fn with(kind: Kind, commands: &[(u8, Command)]) -> Automerge {
    let mut doc = Genesis::document(kind);
    for (by, command) in commands {
        act(&mut doc, *by, command).unwrap();
    }
    doc
}

fn edit_expense(changes: ExpenseChanges) -> Command {
    Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id: ulid(11),
        changes,
    })
}

fn net(cents: i64) -> Command {
    edit_expense(ExpenseChanges {
        net_cents: Some(cents),
        ..Default::default()
    })
}

#[test]
fn two_amounts_written_at_once_are_both_shown_until_one_is_chosen() {
    let add = Command::Activity(ActivityCommand::AddExpense {
        id: ulid(11),
        expense: expense(),
    });
    let mut doc = with(Kind::Activity, &[(MEMBER, add)]);
    at_once(
        &mut doc,
        (MEMBER, 60, net(1_900)),
        (MEMBER, 120, net(2_000)),
    );
    let read = activity::read(&doc);
    let [conflict] = read.conflicts.as_slice() else {
        panic!("one question, not {:?}", read.conflicts)
    };
    assert_eq!(conflict.path, format!("expenses/{}/net_cents", ulid(11)));
    let shown = FieldValue::Number(read.expenses[&ulid(11)].net_cents);
    assert_eq!(conflict.values[0].value, shown);
    let mut values: Vec<_> = conflict
        .values
        .iter()
        .map(|v| (v.at.clone(), v.value.clone(), v.by))
        .collect();
    values.sort_by(|a, b| a.0.cmp(&b.0));
    let by = Some(person(MEMBER));
    assert_eq!(
        values,
        [
            (NOW.plus_ms(60_000).rfc3339(), FieldValue::Number(1_900), by),
            (
                NOW.plus_ms(120_000).rfc3339(),
                FieldValue::Number(2_000),
                by
            ),
        ]
    );
    act(&mut doc, MEMBER, &net(read.expenses[&ulid(11)].net_cents)).unwrap();
    assert!(
        activity::read(&doc).conflicts.is_empty(),
        "choosing the one shown settles it"
    );
}

#[test]
fn different_fields_and_equal_values_raise_no_question() {
    let add = Command::Activity(ActivityCommand::AddExpense {
        id: ulid(11),
        expense: expense(),
    });
    let mut doc = with(Kind::Activity, &[(MEMBER, add)]);
    let label = edit_expense(ExpenseChanges {
        label: Some("Repas".into()),
        net_cents: Some(1_900),
        ..Default::default()
    });
    at_once(&mut doc, (MEMBER, 1, label), (MEMBER, 2, net(1_900)));
    let read = activity::read(&doc);
    assert_eq!(read.conflicts, []);
    assert_eq!(read.expenses[&ulid(11)].label, "Repas");
}

fn log() -> Command {
    Command::CoachingLog(CoachingCommand::LogSession {
        member: person(MEMBER),
        id: ulid(20),
        session: SessionFields {
            status: SessionStatus::Planned,
            ..session()
        },
    })
}

fn edit_session(changes: SessionChanges) -> Command {
    Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes,
    })
}

fn status(status: SessionStatus) -> Command {
    edit_session(SessionChanges {
        status: Some(status),
        ..Default::default()
    })
}

#[test]
fn done_outranks_cancelled_whoever_wrote_last() {
    for (one, other) in [
        (SessionStatus::Done, SessionStatus::Cancelled),
        (SessionStatus::Cancelled, SessionStatus::Done),
    ] {
        let mut doc = with(Kind::CoachingLog, &[(COACH, log())]);
        at_once(
            &mut doc,
            (COACH, 1, status(one)),
            (MEMBER, 2, status(other)),
        );
        let read = coaching_log::read(&doc);
        assert_eq!(read.sessions[&ulid(20)].status, SessionStatus::Done);
        let done = FieldValue::Text("done".into());
        assert_eq!(
            read.conflicts[0].values[0].value, done,
            "what is shown comes first"
        );
    }
}

#[test]
fn two_people_write_in_one_report_and_both_are_read() {
    let mut doc = with(Kind::CoachingLog, &[(COACH, log())]);
    let points = |text: &str| {
        edit_session(SessionChanges {
            points: Some(text.into()),
            ..Default::default()
        })
    };
    let second = at_once(
        &mut doc,
        (
            COACH,
            1,
            points("Le carnet de commandes est bien plein.\nLes prix sont trop bas."),
        ),
        (
            MEMBER,
            2,
            points("Le carnet de commandes est plein.\nLes prix sont trop bas. À revoir 👩🏽‍🌾."),
        ),
    );
    let expected = "Le carnet de commandes est bien plein.\nLes prix sont trop bas. À revoir 👩🏽‍🌾.";
    for phone in [&doc, &second] {
        assert_eq!(
            coaching_log::read(phone).sessions[&ulid(20)].points,
            expected
        );
    }
}

#[test]
fn a_report_changed_after_signing_says_so() {
    let member = person(MEMBER);
    let sign = |doc: &Automerge| {
        Command::CoachingLog(CoachingCommand::SignSession {
            member,
            id: ulid(20),
            signer: member,
            hand: Some(hand(
                &coaching_log::read(doc).sessions[&ulid(20)].content_sha256,
            )),
        })
    };
    let mut doc = with(Kind::CoachingLog, &[(COACH, log())]);
    let not_held = {
        let sign = sign(&doc);
        act(&mut doc, COACH, &sign)
    };
    assert_eq!(
        not_held,
        Err(CommandError::Invalid(format!(
            "sessions/{}/status",
            ulid(20)
        )))
    );
    act(&mut doc, COACH, &status(SessionStatus::Done)).unwrap();
    let mut eight = session().eight_points;
    eight[5] = " ".into();
    let incomplete = edit_session(SessionChanges {
        eight_points: Some(eight.into_iter().map(Some).collect()),
        ..Default::default()
    });
    act(&mut doc, COACH, &incomplete).unwrap();
    let unfilled = {
        let sign = sign(&doc);
        act(&mut doc, COACH, &sign)
    };
    assert_eq!(
        unfilled,
        Err(CommandError::Invalid(format!(
            "sessions/{}/eight/6",
            ulid(20)
        )))
    );
    let whole = edit_session(SessionChanges {
        eight_points: Some(session().eight_points.into_iter().map(Some).collect()),
        ..Default::default()
    });
    act(&mut doc, COACH, &whole).unwrap();
    {
        let sign = sign(&doc);
        act(&mut doc, COACH, &sign)
    }
    .unwrap();
    let read = |doc: &Automerge| coaching_log::read(doc).sessions[&ulid(20)].clone();
    let signed = read(&doc);
    assert_eq!(
        signed.content_sha256,
        coaching_log::content_sha256(ulid(20), &signed)
    );
    assert!(!signed.signatures[&member].changed_since);
    assert_eq!(signed.signatures[&member].captured_by, person(COACH));
    let edit = edit_session(SessionChanges {
        minutes: Some(90),
        ..Default::default()
    });
    act(&mut doc, COACH, &edit).unwrap();
    assert!(read(&doc).signatures[&member].changed_since);
    {
        let sign = sign(&doc);
        act(&mut doc, MEMBER, &sign)
    }
    .unwrap();
    assert!(!read(&doc).signatures[&member].changed_since);
}

#[test]
fn a_member_contests_a_signature_captured_for_them() {
    let member = person(MEMBER);
    let held = SessionFields {
        status: SessionStatus::Done,
        ..session()
    };
    let sign = sign(20, MEMBER, &held);
    let contest = Command::CoachingLog(CoachingCommand::ContestSignature {
        member,
        id: ulid(20),
    });
    let mut doc = with(
        Kind::CoachingLog,
        &[
            (COACH, log()),
            (COACH, status(SessionStatus::Done)),
            (COACH, sign.clone()),
        ],
    );
    act(&mut doc, MEMBER, &contest).unwrap();
    let contested_at = |doc: &Automerge| {
        coaching_log::read(doc).sessions[&ulid(20)].signatures[&member]
            .contested_at
            .clone()
    };
    assert_eq!(contested_at(&doc), NOW.rfc3339());
    act_at(&mut doc, COACH, 60, &sign).unwrap();
    assert_eq!(
        contested_at(&doc),
        NOW.rfc3339(),
        "a coach does not take that back"
    );
    act_at(&mut doc, MEMBER, 120, &sign).unwrap();
    assert_eq!(contested_at(&doc), "", "the person does, by signing");
}

#[test]
fn an_answer_is_one_whole_and_the_newer_event_wins() {
    let early = answer(AnswerStatus::Declined, 2);
    let mut late = answer(AnswerStatus::Accepted, 1);
    if let Command::Rsvp(AnswerCommand::AnswerEvent { answer, .. }) = &mut late {
        answer.comment = "Je viens".into();
    }
    let first = answer(AnswerStatus::Tentative, 0);
    for swapped in [false, true] {
        let mut doc = with(Kind::Rsvp, &[(MEMBER, first.clone())]);
        let (one, other) = ((MEMBER, 10, early.clone()), (MEMBER, 20, late.clone()));
        if swapped {
            at_once(&mut doc, other, one);
        } else {
            at_once(&mut doc, one, other);
        }
        let read = rsvp::read(&doc).answers[&ulid(60)].clone();
        assert_eq!(
            (read.status, read.for_sequence),
            (AnswerStatus::Declined, 2)
        );
        assert_eq!(
            read.comment, "J’apporte le café",
            "no field of the other answer"
        );
        assert_eq!(read.responded_at, NOW.plus_ms(10_000).rfc3339());
    }
    let mut doc = with(Kind::Rsvp, &[(MEMBER, first)]);
    let again = |status| answer(status, 0);
    at_once(
        &mut doc,
        (MEMBER, 30, again(AnswerStatus::Accepted)),
        (MEMBER, 20, again(AnswerStatus::Declined)),
    );
    let read = rsvp::read(&doc).answers[&ulid(60)].status;
    assert_eq!(
        read,
        AnswerStatus::Accepted,
        "the later one, on one sequence"
    );
}

#[test]
fn an_event_moves_up_its_sequence_only_when_time_or_place_change() {
    let create = Command::Event(EventCommand::CreateEvent {
        id: ulid(60),
        event: EventFields {
            status: EventStatus::Tentative,
            ..event()
        },
    });
    let edit = |changes| {
        Command::Event(EventCommand::EditEvent {
            id: ulid(60),
            changes,
        })
    };
    let mut doc = Genesis::document(Kind::Event);
    assert_eq!(event::read(&doc), None);
    act(&mut doc, COACH, &create).unwrap();
    let title = EventChanges {
        title: Some("Café".into()),
        ..Default::default()
    };
    act(&mut doc, COACH, &edit(title)).unwrap();
    assert_eq!(event::read(&doc).unwrap().sequence, 0);
    let moved = |day: &str| {
        edit(EventChanges {
            slots: Some(vec![slot(
                &format!("2026-04-{day}T08:00:00Z"),
                &format!("2026-04-{day}T10:00:00Z"),
            )]),
            ..Default::default()
        })
    };
    let cancel = edit(EventChanges {
        status: Some(EventStatus::Cancelled),
        ..Default::default()
    });
    let confirm = edit(EventChanges {
        status: Some(EventStatus::Confirmed),
        ..Default::default()
    });
    act(&mut doc, COACH, &moved("09")).unwrap();
    at_once(&mut doc, (COACH, 1, cancel), (COACH, 2, confirm));
    at_once(&mut doc, (COACH, 3, moved("10")), (COACH, 4, moved("11")));
    let read = event::read(&doc).unwrap();
    assert_eq!(read.sequence, 2);
    assert_eq!(read.status, EventStatus::Cancelled);
    let other = SlotFields {
        id: ulid(71),
        ..slot("2026-05-01T08:00:00Z", "2026-05-01T10:00:00Z")
    };
    act(
        &mut doc,
        COACH,
        &edit(EventChanges {
            slots: Some(vec![other]),
            ..Default::default()
        }),
    )
    .unwrap();
    let read = event::read(&doc).unwrap();
    assert_eq!(read.sequence, 3);
    assert_ne!(read.slots[&ulid(70)].removed_at, "");
    assert_eq!(read.slots[&ulid(71)].removed_at, "");
}

#[test]
fn two_phones_that_open_a_profile_apart_lose_nothing() {
    let edit = |changes| Command::Profile(ProfileCommand::EditProfile { changes });
    let offers = edit(ProfileChanges {
        offers: Some("Menuiserie".into()),
        ..Default::default()
    });
    let more = edit(ProfileChanges {
        offers: Some("Covoiturage".into()),
        ..Default::default()
    });
    let mut doc = Genesis::document(Kind::Profile);
    at_once(&mut doc, (MEMBER, 1, offers), (MEMBER, 2, more));
    let read = profile::read(&doc).offers;
    assert!(
        read.contains("Menuiserie") && read.contains("Covoiturage"),
        "{read}"
    );
}

#[test]
fn odd_content_reads_as_empty() {
    use automerge::transaction::Transactable;
    use automerge::{ROOT, ReadDoc};
    let add = Command::Activity(ActivityCommand::AddExpense {
        id: ulid(11),
        expense: expense(),
    });
    let mut doc = with(Kind::Activity, &[(MEMBER, add)]);
    let mut tx = doc.transaction();
    let (_, expenses) = tx.get(ROOT, "expenses").unwrap().unwrap();
    let (_, entry) = tx.get(&expenses, ulid(11).to_string()).unwrap().unwrap();
    tx.put(&entry, "category", "teleportation").unwrap();
    tx.put(&entry, "net_cents", "beaucoup").unwrap();
    tx.put(&entry, "unknown", 1.5).unwrap();
    tx.put(&expenses, "not-an-id", 3).unwrap();
    tx.put_object(ROOT, "journal", automerge::ObjType::List)
        .unwrap();
    tx.commit();
    let read = activity::read(&doc);
    assert_eq!(read.expenses[&ulid(11)].category, ExpenseCategory::Other);
    assert_eq!(read.expenses[&ulid(11)].net_cents, 0);
    assert_eq!((read.expenses.len(), read.journal.len()), (1, 0));
}
