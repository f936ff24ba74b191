//! Interviews that are held and signed.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::{
    CoachingCommand, SessionFields, SessionStatus, SignedHand, as_logged,
};

use super::cast::{Coop, Someone};
use super::follow_up::interview;

/// Logs an interview on the coach's phone.
pub(super) fn logs(
    coop: &mut Coop,
    (coach, member): (Someone, Someone),
    starts_at: &str,
    status: SessionStatus,
) -> (Ulid, SessionFields) {
    let id = coop.id();
    let session = SessionFields {
        status,
        ..interview(coach.id, starts_at)
    };
    let log = CoachingCommand::LogSession {
        member: member.id,
        id,
        session: session.clone(),
    };
    coop.does(coach, Command::CoachingLog(log));
    (id, session)
}

/// An interview that both signed there.
pub(super) fn interviews(
    coop: &mut Coop,
    (coach, member): (Someone, Someone),
    starts_at: &str,
) -> Ulid {
    let (id, session) = logs(coop, (coach, member), starts_at, SessionStatus::Done);
    for signer in [coach.id, member.id] {
        let hand = SignedHand {
            content_sha256: as_logged(id, &session).content_sha256,
            strokes: String::new(),
            typed: "Moi".into(),
        };
        let sign = CoachingCommand::SignSession {
            member: member.id,
            id,
            signer,
            hand: Some(hand),
        };
        coop.does(coach, Command::CoachingLog(sign));
    }
    id
}
