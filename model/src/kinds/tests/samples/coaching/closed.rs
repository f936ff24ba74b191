//! A session that both signed, and what comes too late for it.

use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::samples::*;

/// A session after what the samples change in it.
pub(super) fn edited_session() -> SessionFields {
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
pub(in crate::kinds::tests::samples) fn closed_session() -> Vec<(u8, Command)> {
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
