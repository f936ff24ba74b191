//! Bad input about sessions and what surrounds them.

use super::{assert_invalid, complaint};
use crate::kinds::coach_notes::NotesCommand;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::*;

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
