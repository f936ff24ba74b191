//! Signatures that somebody captured for another: contested, confirmed, and without strokes from before.

use super::{apart, closed_at};
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::signatures::*;

#[test]
fn a_coach_does_not_sign_for_the_member_in_one_tap() {
    let log = Log::new();
    let read = log.session().content_sha256;
    let signs = |hand: Option<SignedHand>| {
        let command = Command::CoachingLog(CoachingCommand::SignSession {
            member: person(MEMBER),
            id: ulid(20),
            signer: person(MEMBER),
            hand,
        });
        act(&mut log.doc.fork(), COACH, &command).map(drop)
    };
    let invalid = || {
        let path = format!(
            "sessions/{}/signatures/{}/strokes",
            ulid(20),
            person(MEMBER)
        );
        Err(CommandError::Invalid(path))
    };
    let undrawn = SignedHand {
        strokes: String::new(),
        ..hand(&read)
    };
    assert_eq!(signs(None), invalid(), "as a phone of before asked for it");
    assert_eq!(signs(Some(undrawn.clone())), invalid());
    let typed = "Zoé  Lebrun".to_owned();
    assert_eq!(signs(Some(SignedHand { typed, ..undrawn })), Ok(()));
    assert_eq!(signs(Some(hand(&read))), Ok(()));
    let old = r#"{"type":"signSession","member":"M","id":"I","signer":"M"}"#
        .replace('M', &person(MEMBER).to_string())
        .replace('I', &ulid(20).to_string());
    let old: Command = crate::plain::from_json(old.as_bytes()).unwrap();
    assert!(matches!(
        old,
        Command::CoachingLog(CoachingCommand::SignSession { hand: None, .. })
    ));
}

#[test]
fn who_was_signed_for_has_the_last_word_and_opens_nothing() {
    let (member, id) = (person(MEMBER), ulid(20));
    let mut log = Log::closed();
    let contest = Command::CoachingLog(CoachingCommand::ContestSignature { member, id });
    let confirm = Command::CoachingLog(CoachingCommand::ConfirmSignature { member, id });
    log.does(MEMBER, &contest);
    assert!(log.is_closed());
    let stale = apart(&Log::new().doc, COACH, 40, &longer());
    assert_eq!(log.relay_says(COACH, &stale), closed_at("minutes"));
    log.does(MEMBER, &confirm);
    let signature = log.session().signatures[&member].clone();
    assert!(signature.contested_at.is_empty() && !signature.confirmed_at.is_empty());
    assert_eq!(
        act(&mut log.doc, MEMBER, &contest).unwrap_err(),
        CommandError::NoChange,
        "said once"
    );
    // A coach has no word on it, and takes back nothing of their own.
    let (session, of) = (
        id.to_string(),
        [member.to_string(), person(COACH).to_string()],
    );
    for (who, code) in of.iter().zip([ErrorCode::Forbidden, ErrorCode::Closed]) {
        let path = ["sessions", &session, "signatures", who];
        let raw = log.forges(COACH, &path, &[("contested_at", "2026-03-06T09:00:00Z")]);
        assert_eq!(log.relay_says(COACH, &raw).unwrap().0, code);
    }
}

#[test]
fn a_contested_signature_closes_nothing_until_it_is_confirmed() {
    let (member, id) = (person(MEMBER), ulid(20));
    let mut log = Log::new();
    log.signs(COACH, MEMBER);
    let unaware = apart(&log.doc, COACH, 5, &sign_in(&log.doc, COACH));
    log.does(
        MEMBER,
        &Command::CoachingLog(CoachingCommand::ContestSignature { member, id }),
    );
    let told = sign_in(&log.doc, COACH);
    let told = act(&mut log.doc, COACH, &told).unwrap_err();
    let path = format!("sessions/{id}/signatures/{member}/contested_at");
    assert_eq!(told, CommandError::Transition(path));
    log.takes(COACH, &unaware);
    let stale = |log: &Log| log.forges(COACH, &["sessions", &id.to_string()], &[("place", "Là")]);
    let raw = stale(&log);
    assert!(matches!(
        check_rules(&log.index, &grants(COACH), &raw),
        Judgement::Accept(_)
    ));
    log.does(
        MEMBER,
        &Command::CoachingLog(CoachingCommand::ConfirmSignature { member, id }),
    );
    let raw = stale(&log);
    assert_eq!(log.relay_says(COACH, &raw), closed_at("place"));
}

#[test]
fn a_signature_of_before_without_strokes_is_read_and_closes() {
    let mut log = Log::new();
    let read = log.session().content_sha256;
    let id = ulid(20).to_string();
    for by in [COACH, MEMBER] {
        let who = person(by).to_string();
        let fields = [
            ("at", "2026-03-05T10:00:00Z"),
            ("captured_by", &who),
            ("content_sha256", &read),
        ];
        let raw = log.forges(by, &["sessions", &id, "signatures", &who], &fields);
        log.takes(by, &raw);
    }
    assert!(log.is_closed());
    let signature = &log.session().signatures[&person(MEMBER)];
    assert_eq!(
        (signature.strokes.as_str(), signature.typed.as_str()),
        ("", "")
    );
    let stale = apart(&Log::new().doc, COACH, 40, &longer());
    assert_eq!(log.relay_says(COACH, &stale), closed_at("minutes"));
}
