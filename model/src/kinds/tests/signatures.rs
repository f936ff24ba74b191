//! What nobody can say in another's name, whatever their phone was made to write.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, ObjId, ROOT, ReadDoc};

use super::*;
use crate::admission::{DocIndex, Judgement, check_rules};
use crate::doc::genesis::Genesis;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::coaching_log;
use crate::kinds::coaching_log::CoachingCommand;

mod apart;
mod closing;

/// A coaching log as the relay and one phone have it.
struct Log {
    doc: Automerge,
    index: DocIndex,
}

impl Log {
    /// With a session that was held.
    fn new() -> Self {
        let mut log = Self {
            doc: Genesis::document(Kind::CoachingLog),
            index: DocIndex::new(DocHead::coaching_log(person(MEMBER))),
        };
        let (member, id) = (person(MEMBER), ulid(20));
        let session = session();
        log.does(
            COACH,
            &Command::CoachingLog(CoachingCommand::LogSession {
                member,
                id,
                session,
            }),
        );
        log
    }

    fn does(&mut self, by: u8, command: &Command) {
        let made = act(&mut self.doc, by, command).unwrap();
        assert_eq!(self.relay_says(by, &made.change), None);
    }

    fn signs(&mut self, by: u8, signer: u8) {
        let command = sign_in(&self.doc, signer);
        self.does(by, &command);
    }

    /// What the relay answers: nothing when it takes the change.
    fn relay_says(&mut self, by: u8, change: &[u8]) -> Option<(ErrorCode, String)> {
        match check_rules(&self.index, &grants(by), change) {
            Judgement::Accept(accepted) => self.index.record(&accepted).unwrap(),
            Judgement::Refuse(refusal) => return Some((refusal.code, refusal.path)),
            other => panic!("{other:?}"),
        }
        None
    }

    /// What a phone writes that was made to ignore the rules.
    fn forges(&self, by: u8, path: &[&str], fields: &[(&str, &str)]) -> Vec<u8> {
        let author = Author::from(person(by).as_bytes().to_vec());
        let doc = self.doc.clone().with_author(Some(author));
        let mut doc = doc.with_actor(ActorId::from(actor(by, 7)));
        let mut tx = doc.transaction();
        let object = path.iter().fold(ROOT, |object: ObjId, key| {
            match tx.get(&object, *key).unwrap() {
                Some((_, found)) => found,
                None => tx
                    .put_object(&object, *key, automerge::ObjType::Map)
                    .unwrap(),
            }
        });
        for (key, value) in fields {
            tx.put(&object, *key, *value).unwrap();
        }
        tx.commit_with(CommitOptions::default().with_time(1));
        doc.get_last_local_change().unwrap().raw_bytes().to_vec()
    }
}

/// The member's signature under the session as it stands.
fn sign_in(doc: &Automerge, signer: u8) -> Command {
    let read = coaching_log::read(doc).sessions[&ulid(20)]
        .content_sha256
        .clone();
    Command::CoachingLog(CoachingCommand::SignSession {
        member: person(MEMBER),
        id: ulid(20),
        signer: person(signer),
        hand: Some(hand(&read)),
    })
}

fn longer() -> Command {
    Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes: SessionChanges {
            minutes: Some(240),
            ..Default::default()
        },
    })
}

#[test]
fn who_made_an_entry_and_who_captured_a_signature_is_who_wrote_it() {
    let mut log = Log::new();
    let (member, coach) = (person(MEMBER).to_string(), person(COACH).to_string());
    let (goal, session) = (ulid(21).to_string(), ulid(20).to_string());
    let made = |by: &String| log.forges(COACH, &["goals", &goal], &[("created_by", by)]);
    let signature = ["sessions", &session, "signatures", &member];
    let captured = |by: &String| log.forges(COACH, &signature, &[("captured_by", by)]);
    let forged = [made(&member), captured(&member)];
    let honest = [made(&coach), captured(&coach)];
    let paths = [
        format!("goals/{goal}/created_by"),
        format!("{}/captured_by", signature.join("/")),
    ];
    for (raw, path) in forged.iter().zip(paths) {
        assert_eq!(
            log.relay_says(COACH, raw),
            Some((ErrorCode::BadValue, path))
        );
    }
    assert_eq!(log.relay_says(COACH, &honest[0]), None);
    let mut log = Log::new();
    assert_eq!(log.relay_says(COACH, &honest[1]), None);
}

#[test]
fn what_the_member_signed_in_person_a_coach_does_not_rewrite() {
    let mut log = Log::new();
    log.signs(MEMBER, MEMBER);
    log.does(COACH, &longer());
    let (member, coach) = (person(MEMBER).to_string(), person(COACH).to_string());
    let session = ulid(20).to_string();
    let signature = ["sessions", &session, "signatures", &member];
    let digest = coaching_log::read(&log.doc).sessions[&ulid(20)]
        .content_sha256
        .clone();
    for (key, value) in [("content_sha256", &digest), ("captured_by", &coach)] {
        let raw = log.forges(COACH, &signature, &[(key, value)]);
        let path = format!("{}/{key}", signature.join("/"));
        assert_eq!(
            log.relay_says(COACH, &raw),
            Some((ErrorCode::Forbidden, path))
        );
    }
    let captured = sign_in(&log.doc, MEMBER);
    let captured = act(&mut log.doc, COACH, &captured);
    assert!(matches!(captured, Err(CommandError::Forbidden(_))));
    log.signs(MEMBER, MEMBER);
}
