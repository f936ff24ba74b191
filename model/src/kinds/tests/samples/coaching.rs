//! Sessions, goals, actions, asks.

use super::*;
use crate::kinds::coach_notes::NotesCommand;
use crate::kinds::coaching_log::CoachingCommand;

/// A session after what the samples change in it.
fn edited_session() -> SessionFields {
    SessionFields {
        points: "Tout va bien.".into(),
        amends: None,
        ..session()
    }
}

/// A session that both sides signed: it stays as it is.
pub(crate) const CLOSED: u8 = 24;

/// What the member and the coach do to that session on phones that do not know.
pub(crate) fn too_late() -> Vec<(usize, Command)> {
    let (member, id) = (person(MEMBER), ulid(CLOSED));
    let changes = SessionChanges {
        minutes: Some(240),
        points: Some("Autre chose.".into()),
        topics: Some(Vec::new()),
        ..Default::default()
    };
    let edit = Command::CoachingLog(CoachingCommand::EditSession {
        member,
        id,
        changes,
    });
    let log = DocHead::coaching_log(member);
    let removal = Command::remove(EntryRef::new(log, "sessions", id), true);
    vec![
        (0, edit.clone()),
        (1, edit),
        (0, removal.clone()),
        (1, removal),
    ]
}

/// On a session that is closed.
pub(super) fn closed_session() -> Vec<(u8, Command)> {
    let (member, id) = (person(MEMBER), ulid(CLOSED));
    let fields = session();
    let session = fields.clone();
    let logged = Command::CoachingLog(CoachingCommand::LogSession {
        member,
        id,
        session,
    });
    vec![
        (COACH, logged),
        (COACH, sign(CLOSED, COACH, &fields)),
        (COACH, sign(CLOSED, MEMBER, &fields)),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::ContestSignature { member, id }),
        ),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::ConfirmSignature { member, id }),
        ),
    ]
}

/// On a session.
pub(super) fn sessions() -> Vec<(u8, Command)> {
    let member = person(MEMBER);
    vec![
        (
            COACH,
            Command::CoachingLog(CoachingCommand::LogSession {
                member,
                id: ulid(20),
                session: session(),
            }),
        ),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::EditSession {
                member,
                id: ulid(20),
                changes: SessionChanges {
                    points: Some("Tout va bien.".into()),
                    amends: Some(None),
                    ..Default::default()
                },
            }),
        ),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::PrepareSession {
                id: ulid(20),
                text: "Mes questions".into(),
            }),
        ),
        (COACH, sign(20, MEMBER, &edited_session())),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::ContestSignature {
                member,
                id: ulid(20),
            }),
        ),
        (MEMBER, sign(20, MEMBER, &edited_session())),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::RateSession {
                id: ulid(20),
                score: 5,
                text: "Utile".into(),
            }),
        ),
    ]
}

/// On goals and actions.
pub(super) fn coaching() -> Vec<(u8, Command)> {
    let member = person(MEMBER);
    vec![
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::AddGoal {
                member,
                id: ulid(21),
                goal: goal(),
            }),
        ),
        (
            COACH,
            Command::CoachingLog(CoachingCommand::EditGoal {
                member,
                id: ulid(21),
                changes: GoalChanges {
                    progress_bp: Some(5_000),
                    ..Default::default()
                },
            }),
        ),
        (
            COACH,
            Command::CoachingLog(CoachingCommand::AddAction {
                member,
                id: ulid(22),
                action: action(),
            }),
        ),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::EditAction {
                member,
                id: ulid(22),
                changes: ActionChanges {
                    owner: Some(None),
                    status: Some(ActionStatus::Done),
                    ..Default::default()
                },
            }),
        ),
    ]
}

/// On asks for support and a coach's notes.
pub(super) fn support() -> Vec<(u8, Command)> {
    let member = person(MEMBER);
    vec![
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::AskSupport {
                id: ulid(23),
                text: "Un impayé, que faire ?".into(),
                urgency: Urgency::High,
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
