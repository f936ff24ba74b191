//! Sessions that two people wrote at once.

use super::{at_once, with};
use crate::kind::Kind;
use crate::kinds::coaching_log;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::*;

pub(super) fn log() -> Command {
    Command::CoachingLog(CoachingCommand::LogSession {
        member: person(MEMBER),
        id: ulid(20),
        session: SessionFields {
            status: SessionStatus::Planned,
            ..session()
        },
    })
}

pub(super) fn edit_session(changes: SessionChanges) -> Command {
    Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes,
    })
}

pub(super) fn status(status: SessionStatus) -> Command {
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
