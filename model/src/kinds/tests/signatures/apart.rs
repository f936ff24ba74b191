//! Signatures that were written apart, and one that is given again.

use super::{Log, longer, sign_in};
use crate::kinds::coaching_log;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::*;

#[test]
fn of_two_signatures_written_apart_the_one_made_in_person_is_read() {
    let mut log = Log::new();
    log.signs(COACH, MEMBER);
    log.does(COACH, &longer());
    let mut elsewhere = log.doc.fork();
    let sign = sign_in(&log.doc, MEMBER);
    act_at(&mut log.doc, MEMBER, 10, &sign).unwrap();
    let signed =
        coaching_log::read(&log.doc).sessions[&ulid(20)].signatures[&person(MEMBER)].clone();
    assert_eq!(signed.captured_by, person(MEMBER));
    // The coach's phone has counted further: Automerge alone would show what it wrote.
    let edit = |minutes| {
        Command::CoachingLog(CoachingCommand::EditSession {
            member: person(MEMBER),
            id: ulid(20),
            changes: SessionChanges {
                minutes: Some(minutes),
                ..Default::default()
            },
        })
    };
    for minutes in [30, 60, 90, 0, 240] {
        let command = match minutes {
            0 => sign_in(&elsewhere, MEMBER),
            minutes => edit(minutes),
        };
        let context = Context {
            author: &grants(COACH),
            now: NOW.plus_ms(5_000),
        };
        commit(&mut elsewhere, &command, &context, actor(COACH, 1)).unwrap();
    }
    log.doc.merge(&mut elsewhere).unwrap();
    let merged =
        coaching_log::read(&log.doc).sessions[&ulid(20)].signatures[&person(MEMBER)].clone();
    assert_eq!(merged, signed);
}

#[test]
fn signing_in_person_after_contesting_a_capture_says_the_digest_anew() {
    let contest = Command::CoachingLog(CoachingCommand::ContestSignature {
        member: person(MEMBER),
        id: ulid(20),
    });
    let mut log = Log::new();
    log.signs(COACH, MEMBER);
    log.does(MEMBER, &contest);
    let (session, member) = (ulid(20).to_string(), person(MEMBER).to_string());
    let signature = ["sessions", &session, "signatures", &member];
    let other = log.forges(COACH, &signature, &[("content_sha256", &"f".repeat(64))]);
    let sign = sign_in(&log.doc, MEMBER);
    act_at(&mut log.doc, MEMBER, 10, &sign).unwrap();
    let read = |log: &Log| {
        coaching_log::read(&log.doc).sessions[&ulid(20)].signatures[&person(MEMBER)].clone()
    };
    let signed = read(&log);
    let other = automerge::Change::from_bytes(other).unwrap();
    log.doc.apply_changes([other]).unwrap();
    assert_eq!(read(&log), signed);
}
