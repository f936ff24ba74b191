//! What is said around sessions.

use crate::kinds::coach_notes::NotesCommand;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::samples::*;

/// On asks for support and a coach's notes.
pub(in crate::kinds::tests::samples) fn support() -> Vec<(u8, Command)> {
    let member = person(MEMBER);
    vec![
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::AskSupport {
                id: ulid(23),
                text: "Un impayé, que faire ?".into(),
                urgency: Urgency::High,
                topic: Some(AskTopic::Legal),
                sent_to: Some(person(DIRECTOR)),
            }),
        ),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::SendAsk {
                id: ulid(23),
                to: Some(person(EDITOR)),
            }),
        ),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::EditAsk {
                id: ulid(23),
                text: "Un impayé de mars, que faire ?".into(),
            }),
        ),
        (
            COACH,
            Command::CoachingLog(CoachingCommand::AnswerAsk {
                member,
                id: ulid(23),
                answer: "Appelle-moi.".into(),
            }),
        ),
        (
            COACH,
            Command::CoachNotes(NotesCommand::AddNote {
                member,
                id: ulid(30),
                text: "Rester factuel".into(),
            }),
        ),
        (
            COACH,
            Command::CoachNotes(NotesCommand::EditNote {
                member,
                id: ulid(30),
                text: "Rester factuel et bref".into(),
            }),
        ),
        (
            COACH,
            Command::CoachNotes(NotesCommand::SetNextTime {
                member,
                text: "Demander des nouvelles".into(),
            }),
        ),
    ]
}
