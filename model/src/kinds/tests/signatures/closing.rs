//! What both sides signed stays as it is, in the order of receipt and whatever anybody writes.

use super::*;
use crate::admission::commit_hash;
use crate::kinds::coaching_log::CoachingCommand;

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
fn a_closed_session_is_closed_for_an_index_made_again_from_the_log() {
    let mut log = Log::closed();
    let stale = apart(&Log::new().doc, MEMBER, 40, &longer());
    let mut again = DocIndex::new(DocHead::coaching_log(person(MEMBER)));
    for change in log.doc.get_changes(&[]).into_iter().skip(1) {
        let raw = change.raw_bytes().to_vec();
        let hash = commit_hash(&raw);
        again.replay(raw, hash, None).unwrap();
    }
    log.index = again;
    assert_eq!(log.relay_says(MEMBER, &stale), closed_at("minutes"));
}

#[test]
fn whatever_a_forger_writes_into_a_closed_session_is_refused() {
    let log = Log::closed();
    let (id, member) = (ulid(20).to_string(), person(MEMBER).to_string());
    let own = person(COACH).to_string();
    let session = ["sessions", id.as_str()];
    let signature = |of: &str| {
        vec![
            "sessions".to_owned(),
            id.clone(),
            "signatures".into(),
            of.into(),
        ]
    };
    let cases: [(Vec<String>, &str, &str); 7] = [
        (session.map(String::from).into(), "place", "Ailleurs"),
        (session.map(String::from).into(), "status", "cancelled"),
        (
            session.map(String::from).into(),
            "updated_at",
            "2026-03-06T09:00:00Z",
        ),
        (signature(&member), "content_sha256", &"f".repeat(64)),
        (signature(&own), "content_sha256", &"f".repeat(64)),
        (signature(&own), "typed", "Claude"),
        (signature(&member), "strokes", "1,1"),
    ];
    let mut log = log;
    for (path, key, value) in &cases {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let raw = log.forges(COACH, &path, &[(key, value)]);
        let at = format!("{}/{key}", path[2..].join("/"));
        let at = at.trim_start_matches('/');
        assert_eq!(log.relay_says(COACH, &raw), closed_at(at));
    }
    // Words typed into it, and a text or a map made in it.
    let text = Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes: SessionChanges {
            plan: Some("Rien".into()),
            ..Default::default()
        },
    });
    let raw = apart(&Log::new().doc, COACH, 41, &text);
    assert_eq!(log.relay_says(COACH, &raw), closed_at("plan"));
}

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
