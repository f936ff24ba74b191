//! What a forger writes into a closed session, by whatever way.

use super::{apart, closed_at};
use crate::admission::commit_hash;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::signatures::*;

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
