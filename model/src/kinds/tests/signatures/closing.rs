//! What both sides signed stays as it is, in the order of receipt and whatever anybody writes.

use super::*;
use crate::kinds::coaching_log::CoachingCommand;

mod captured;
mod forged;

fn removal() -> Command {
    let log = DocHead::coaching_log(person(MEMBER));
    Command::remove(EntryRef::new(log, "sessions", ulid(20)), true)
}

fn closed_at(path: &str) -> Option<(ErrorCode, String)> {
    let id = ulid(20);
    Some((ErrorCode::Closed, format!("sessions/{id}/{path}")))
}

/// What somebody makes on a phone of their own, from the document as it stands there.
fn apart(doc: &Automerge, by: u8, session: u8, command: &Command) -> Vec<u8> {
    let context = Context {
        author: &grants(by),
        now: NOW,
    };
    let mut doc = doc.fork();
    commit(&mut doc, command, &context, actor(by, session))
        .unwrap()
        .change
}

impl Log {
    /// With both signatures.
    fn closed() -> Self {
        let mut log = Self::new();
        log.signs(COACH, COACH);
        log.signs(COACH, MEMBER);
        log
    }

    /// Brings to the document what the relay took.
    fn takes(&mut self, by: u8, raw: &[u8]) {
        assert_eq!(self.relay_says(by, raw), None);
        let change = automerge::Change::from_bytes(raw.to_vec()).unwrap();
        self.doc.apply_changes([change]).unwrap();
    }

    fn session(&self) -> Session {
        coaching_log::read(&self.doc).sessions[&ulid(20)].clone()
    }

    fn is_closed(&self) -> bool {
        self.session().is_closed(person(MEMBER))
    }
}

#[test]
fn neither_side_edits_or_deletes_a_signed_session_in_two_taps() {
    let mut log = Log::closed();
    assert!(log.is_closed());
    for by in [MEMBER, COACH] {
        for command in [longer(), removal()] {
            let told = act(&mut log.doc, by, &command);
            let path = format!("sessions/{}", ulid(20));
            assert_eq!(told.unwrap_err(), CommandError::Closed(path));
        }
    }
}

#[test]
fn a_phone_that_did_not_know_is_refused_and_what_stands_is_what_was_signed() {
    let mut log = Log::new();
    let before = log.doc.fork();
    let topics = Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes: SessionChanges {
            topics: Some(Vec::new()),
            ..Default::default()
        },
    });
    let words = Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes: SessionChanges {
            points: Some("Autre chose.".into()),
            ..Default::default()
        },
    });
    log.signs(COACH, COACH);
    log.signs(MEMBER, MEMBER);
    let signed = log.session();
    let stale = [
        (longer(), "minutes"),
        (removal(), "removed_at"),
        (topics, "topics/prix"),
        (words, "points"),
    ];
    for (session, (command, path)) in stale.iter().enumerate() {
        for by in [MEMBER, COACH] {
            let raw = apart(&before, by, 40 + session as u8, command);
            assert_eq!(log.relay_says(by, &raw), closed_at(path), "{command:?}");
        }
    }
    assert_eq!(log.session(), signed);
}

#[test]
fn a_text_that_changed_after_it_was_read_is_not_signed() {
    let mut log = Log::new();
    let read = sign_in(&log.doc, MEMBER);
    log.does(COACH, &longer());
    let told = act(&mut log.doc, MEMBER, &read).unwrap_err();
    let path = format!("sessions/{}", ulid(20));
    assert_eq!(told, CommandError::NotAsRead(path));
}

#[test]
fn signatures_that_meet_an_edit_they_had_not_seen_close_nothing() {
    let mut log = Log::new();
    log.signs(COACH, COACH);
    // The member signs without signal, while the coach goes on writing.
    let signed = apart(&log.doc, MEMBER, 30, &sign_in(&log.doc, MEMBER));
    log.does(COACH, &longer());
    log.takes(MEMBER, &signed);
    assert!(!log.is_closed());
    assert!(log.session().signatures[&person(MEMBER)].changed_since);
    let shorter = Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes: SessionChanges {
            minutes: Some(60),
            ..Default::default()
        },
    });
    log.does(COACH, &shorter);
    log.signs(COACH, COACH);
    log.signs(MEMBER, MEMBER);
    assert!(log.is_closed());
    let late = log.forges(
        COACH,
        &["sessions", &ulid(20).to_string()],
        &[("place", "Là")],
    );
    assert_eq!(log.relay_says(COACH, &late), closed_at("place"));
}
