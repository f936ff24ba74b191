//! Bad input is named by the path of the field.

use super::*;
use crate::doc::genesis::Genesis;
use crate::kinds::activity::ActivityCommand;
use crate::kinds::coach_notes::NotesCommand;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::event::EventCommand;
use crate::kinds::journal::JournalCommand;
use crate::kinds::profile::ProfileCommand;

/// What a command says is wrong, when it is given on documents where every command before it was done.
fn complaint(by: u8, command: &Command) -> CommandError {
    let head = command.target(person(by));
    let mut doc = Genesis::document(head.kind);
    for (author, earlier) in every_command() {
        let is_removal = matches!(earlier, Command::Entry(EntryCommand::Remove { .. }));
        if earlier.target(person(author)) == head && !is_removal {
            act(&mut doc, author, &earlier).unwrap();
        }
    }
    act(&mut doc, by, command).expect_err("bad input is refused")
}

fn assert_invalid(by: u8, command: Command, path: &str) {
    assert_eq!(
        complaint(by, &command),
        CommandError::Invalid(path.to_owned()),
        "{command:?}"
    );
}

#[test]
fn bad_activity_input_is_named() {
    let add = |change: fn(&mut ExpenseFields)| {
        let mut expense = expense();
        change(&mut expense);
        Command::Activity(ActivityCommand::AddExpense {
            id: ulid(40),
            expense,
        })
    };
    let at = |key| format!("expenses/{}/{key}", ulid(40));
    assert_invalid(MEMBER, add(|e| e.net_cents = i64::MAX), &at("net_cents"));
    assert_invalid(
        MEMBER,
        add(|e| e.vat_rate_bp = Some(10_001)),
        &at("vat_rate_bp"),
    );
    assert_invalid(MEMBER, add(|e| e.label = " \n ".into()), &at("label"));
    assert_invalid(MEMBER, add(|e| e.label = "x".repeat(500)), &at("label"));
    assert_invalid(MEMBER, add(|e| e.label = "\u{200b}".into()), &at("label"));
    assert_invalid(MEMBER, add(|e| e.date = "0026-11-28".into()), &at("date"));
    assert_invalid(MEMBER, add(|e| e.date = "2026-02-30".into()), &at("date"));
    let elsewhere = ExpenseChanges {
        date: Some("2027-01-01".into()),
        ..Default::default()
    };
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::EditExpense {
            year: 2026,
            id: ulid(11),
            changes: elsewhere,
        }),
        &format!("expenses/{}/date", ulid(11)),
    );
}

#[test]
fn bad_trips_leads_forecasts_and_journal_lines_are_named() {
    let mut trip = trip();
    trip.metres = 0;
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::AddTrip { id: ulid(40), trip }),
        &format!("mileage/{}/metres", ulid(40)),
    );
    let mut lead = lead();
    lead.due = "demain".into();
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::AddLead {
            year: 2026,
            id: ulid(40),
            lead,
        }),
        &format!("pipeline/{}/due", ulid(40)),
    );
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::SetForecast {
            month: "2026-4".into(),
            cents: 1,
        }),
        "forecast/2026-4",
    );
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::SetForecast {
            month: "2026-04".into(),
            cents: -1,
        }),
        "forecast/2026-04",
    );
    let empty = Command::Journal(JournalCommand::AddJournalEntry {
        id: ulid(40),
        date: "2026-03-05".into(),
        text: " ".into(),
    });
    assert_invalid(MEMBER, empty, &format!("journal/{}/text", ulid(40)));
    let unknown = Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id: ulid(41),
        changes: Default::default(),
    });
    assert_eq!(complaint(MEMBER, &unknown), CommandError::NoSuchEntry);
}

#[test]
fn bad_coaching_input_is_named() {
    let member = person(MEMBER);
    let log = |change: fn(&mut SessionFields)| {
        let mut session = session();
        change(&mut session);
        Command::CoachingLog(CoachingCommand::LogSession {
            member,
            id: ulid(40),
            session,
        })
    };
    let at = |key| format!("sessions/{}/{key}", ulid(40));
    assert_invalid(
        COACH,
        log(|s| s.starts_at = "2026-03-05 09:00".into()),
        &at("starts_at"),
    );
    assert_invalid(COACH, log(|s| s.minutes = 0), &at("minutes"));
    assert_invalid(COACH, log(|s| drop(s.eight_points.pop())), &at("eight"));
    assert_invalid(COACH, log(|s| s.statutory = false), &at("eight"));
    assert_invalid(COACH, log(|s| s.topics.push(" ".into())), &at("topics/"));
    assert_invalid(COACH, log(|s| s.plan = "x".repeat(70_000)), &at("plan"));
    let starts = log(|s| s.starts_at = "0026-03-05T09:00:00Z".into());
    assert_invalid(COACH, starts, &at("starts_at"));
}

#[test]
fn bad_words_about_a_session_are_named() {
    let member = person(MEMBER);
    assert_invalid(
        MEMBER,
        Command::CoachingLog(CoachingCommand::RateSession {
            id: ulid(20),
            score: 6,
            text: String::new(),
        }),
        &format!("feedback/{}/score", ulid(20)),
    );
    let mut goal = goal();
    goal.progress_bp = 10_001;
    assert_invalid(
        COACH,
        Command::CoachingLog(CoachingCommand::AddGoal {
            member,
            id: ulid(40),
            goal,
        }),
        &format!("goals/{}/progress_bp", ulid(40)),
    );
    let mut action = action();
    action.text = String::new();
    assert_invalid(
        COACH,
        Command::CoachingLog(CoachingCommand::AddAction {
            member,
            id: ulid(40),
            action,
        }),
        &format!("actions/{}/text", ulid(40)),
    );
    let note = Command::CoachNotes(NotesCommand::AddNote {
        member,
        id: ulid(40),
        text: String::new(),
    });
    assert_invalid(COACH, note, &format!("notes/{}/text", ulid(40)));
    let answer = Command::CoachingLog(CoachingCommand::AnswerAsk {
        member,
        id: ulid(23),
        answer: "Moi-même".into(),
    });
    let path = format!("asks/{}/answer", ulid(23));
    assert_eq!(complaint(MEMBER, &answer), CommandError::Forbidden(path));
}

#[test]
fn bad_event_and_profile_input_is_named() {
    let edit = |slots| {
        Command::Event(EventCommand::EditEvent {
            id: ulid(60),
            changes: EventChanges {
                slots: Some(slots),
                ..Default::default()
            },
        })
    };
    let backwards = slot("2026-04-02T10:00:00Z", "2026-04-02T08:00:00Z");
    assert_invalid(
        COACH,
        edit(vec![backwards]),
        &format!("slots/{}/end", ulid(70)),
    );
    assert_invalid(COACH, edit(vec![]), "slots");
    let twice = slot("2026-04-02T08:00:00Z", "2026-04-02T10:00:00Z");
    assert_invalid(COACH, edit(vec![twice.clone(), twice]), "slots");
    let full = EventChanges {
        capacity: Some(-1),
        ..Default::default()
    };
    assert_invalid(
        COACH,
        Command::Event(EventCommand::EditEvent {
            id: ulid(60),
            changes: full,
        }),
        "event/capacity",
    );
    assert_invalid(
        MEMBER,
        answer(AnswerStatus::Accepted, -1),
        &format!("answers/{}/for_sequence", ulid(60)),
    );
    let nameless = ProfileChanges {
        display_name: Some(String::new()),
        ..Default::default()
    };
    assert_invalid(
        MEMBER,
        Command::Profile(ProfileCommand::EditProfile { changes: nameless }),
        "profile/display_name",
    );
    for (tag, path) in [
        (" ", "skills/".to_owned()),
        ("\u{202e}", "skills/".to_owned()),
    ] {
        let tag = Command::Profile(ProfileCommand::SetProfileTag {
            set: ProfileSet::Skills,
            tag: tag.into(),
            present: true,
        });
        assert_invalid(MEMBER, tag, &path);
    }
}
