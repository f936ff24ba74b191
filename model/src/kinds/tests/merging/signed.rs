//! Reports that were signed, then changed or contested.

use super::sessions::{edit_session, log, status};
use super::with;
use crate::kind::Kind;
use crate::kinds::coaching_log;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::*;

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
