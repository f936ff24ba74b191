//! Answers: to many events in one change, and one more beside thousands that were given apart.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, Automerge, ObjType, ROOT, ReadDoc};
use besace_model::access::Role;
use besace_model::commit::Commit;
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;

use super::{ANSWERED, Bench, SESSIONS, held, one};
use crate::Setting;
use crate::coop::{Device, Founder, fresh_folder, ulid};
use crate::report::Report;

mod popular;

pub(super) use popular::{an_event, popular_event};

/// A session's answers to some events, all in one change.
pub(super) fn answer_all(
    doc: &mut Automerge,
    member: MemberId,
    session: u8,
    events: std::ops::Range<u64>,
    status: &str,
) -> Vec<u8> {
    doc.set_author(Some(Author::from(member.as_bytes().to_vec())));
    doc.set_actor(ActorId::from([session; 16]));
    let mut tx = doc.transaction();
    let (_, answers) = tx.get(ROOT, "answers").expect("a map").expect("stands");
    for number in events {
        let event = ulid(number).to_string();
        let found = tx.get(&answers, event.as_str()).expect("a map");
        let answer = match found {
            Some((_, answer)) => answer,
            None => tx
                .put_object(&answers, event, ObjType::Map)
                .expect("a new answer"),
        };
        tx.put(&answer, "status", status).expect("a word");
        tx.put(&answer, "for_sequence", i64::from(session) + 1)
            .expect("a number");
    }
    tx.commit_with(CommitOptions::default().with_time(1));
    let change = doc.get_last_local_change().expect("just made");
    change.raw_bytes().to_vec()
}

pub(super) fn signed(
    founder: &Founder,
    head: &DocHead,
    device: &Device,
    change: Vec<u8>,
) -> Commit {
    let hash = besace_model::admission::commit_hash(&change).0;
    device.commit(head.id(founder.coop.id()), change, hash)
}

/// One more answer of a member who answered nearly 2,000 events, each from fifteen sessions apart.
pub(super) fn answers_apart(setting: &Setting, report: &mut Report) {
    let data = fresh_folder("writer-answers");
    let mut founder = Founder::new(&data);
    let member = founder.member(&[Role::Entrepreneur]);
    let device = founder.device(member);
    let head = DocHead::rsvp(member);
    let events = setting.pick(ANSWERED, 100);
    let mut doc = Genesis::document(Kind::Rsvp);
    for start in (0..events).step_by(500) {
        let upto = events.min(start + 500);
        let change = answer_all(&mut doc, member, 100, start..upto, "tentative");
        let commit = signed(&founder, &head, &device, change);
        founder.admit(&head, &[commit]);
    }
    let base = doc.clone();
    for session in 0..SESSIONS {
        let mut apart = base.fork();
        for start in (0..events).step_by(1000) {
            let upto = events.min(start + 1000);
            let change = answer_all(&mut apart, member, session, start..upto, "accepted");
            let commit = signed(&founder, &head, &device, change);
            founder.admit(&head, &[commit]);
        }
        doc.merge(&mut apart).expect("it merges");
    }
    let mut bench = Bench::new(founder).restarted(&data);
    for (what, status) in [("not at hand", "declined"), ("at hand", "accepted")] {
        let change = answer_all(&mut doc, member, 101, 0..1, status);
        let commit = signed(&bench.founder, &head, &device, change);
        let cost = bench.accepted(one(&head, commit));
        held(
            report,
            &format!("one of {events} answers given {SESSIONS} times apart, {what}"),
            &cost,
        );
    }
}
