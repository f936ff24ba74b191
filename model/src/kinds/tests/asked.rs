//! What is made for one whom somebody asks beside their coaches: of what, and of nothing else.

use super::*;
use crate::doc::genesis::Genesis;
use crate::kind::{Kind, Record};
use crate::kinds::asked::{Asked, Part};
use crate::kinds::coaching_log::{self, CoachingCommand, CoachingLog};
use crate::plain;
use crate::projection::Derived;

const ASK: u8 = 23;

fn asks(doc: &mut Automerge, id: u8, text: &str, to: Option<u8>) {
    let ask = CoachingCommand::AskSupport {
        id: ulid(id),
        text: text.into(),
        urgency: Urgency::High,
        topic: Some(AskTopic::Legal),
        sent_to: to.map(person),
    };
    act(doc, MEMBER, &Command::CoachingLog(ask)).unwrap();
}

/// What a log gives, by whom it is for.
fn given(owner: u8, log: CoachingLog) -> Vec<(DocHead, Part)> {
    let head = DocHead::coaching_log(person(owner));
    Asked::given(&head, &Record::CoachingLog(log))
}

/// What the directory gives where these are here.
fn here(people: &[u8]) -> Part {
    let listed = |number: &u8| {
        let active = DirectoryMember {
            active: true,
            ..DirectoryMember::default()
        };
        (person(*number), active)
    };
    let directory = Directory {
        members: people.iter().map(listed).collect(),
        ..Directory::default()
    };
    let given = Asked::given(&DocHead::directory(), &Record::Directory(directory));
    given.into_iter().next().unwrap().1
}

fn made(parts: Vec<Part>) -> Asked {
    match Asked::made_of(parts) {
        Record::Asked(asked) => asked,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_log_gives_the_words_of_what_was_sent_and_to_nobody_else() {
    let mut doc = Genesis::document(Kind::CoachingLog);
    asks(&mut doc, ASK, "envoyé", Some(DIRECTOR));
    asks(&mut doc, ASK + 1, "gardé", None);
    asks(&mut doc, ASK + 2, "à soi", Some(MEMBER));
    let add = CoachingCommand::AddGoal {
        member: person(MEMBER),
        id: ulid(21),
        goal: goal(),
    };
    act(&mut doc, COACH, &Command::CoachingLog(add)).unwrap();
    let given = given(MEMBER, coaching_log::read(&doc));
    let [(to, part)] = &given[..] else {
        panic!("{given:?}");
    };
    assert_eq!(*to, DocHead::asked(person(DIRECTOR)));
    let said = plain::to_json(part);
    assert!(said.contains("envoyé"), "{said}");
    for other in ["gardé", "à soi", goal().title.as_str()] {
        assert!(!said.contains(other), "{other} in {said}");
    }
}

#[test]
fn what_waits_no_more_or_names_two_at_once_is_given_to_nobody() {
    let mut doc = Genesis::document(Kind::CoachingLog);
    asks(&mut doc, ASK, "Que faire ?", None);
    let mut other = doc.fork();
    let send = |to: u8| {
        Command::CoachingLog(CoachingCommand::SendAsk {
            id: ulid(ASK),
            to: Some(person(to)),
        })
    };
    act(&mut doc, MEMBER, &send(DIRECTOR)).unwrap();
    let sent = coaching_log::read(&doc);
    assert_eq!(given(MEMBER, sent.clone()).len(), 1);
    let context = Context {
        author: &grants(MEMBER),
        now: NOW,
    };
    commit(&mut other, &send(FINANCE), &context, actor(MEMBER, 1)).unwrap();
    doc.merge(&mut other).unwrap();
    assert_eq!(given(MEMBER, coaching_log::read(&doc)), []);
    let settled = |change: fn(&mut coaching_log::Ask)| {
        let mut log = sent.clone();
        log.asks.values_mut().for_each(change);
        given(MEMBER, log)
    };
    assert_eq!(settled(|ask| ask.answered_at = NOW.rfc3339()), []);
    assert_eq!(settled(|ask| ask.entry.removed_at = NOW.rfc3339()), []);
    assert_eq!(settled(|ask| ask.sent_to = None), []);
}

#[test]
fn nothing_is_told_of_who_left_or_to_who_did_and_the_order_says_nothing() {
    let mut doc = Genesis::document(Kind::CoachingLog);
    asks(&mut doc, ASK, "Que faire ?", Some(DIRECTOR));
    let log = coaching_log::read(&doc);
    let part = |owner| given(owner, log.clone()).remove(0).1;
    assert_eq!(
        made(vec![part(MEMBER)]),
        Asked::default(),
        "nobody is known"
    );
    for (people, told) in [
        (&[MEMBER, DIRECTOR][..], 1),
        (&[DIRECTOR], 0),
        (&[MEMBER], 0),
    ] {
        let asked = made(vec![here(people), part(MEMBER)]);
        assert_eq!(asked.asks.len(), told, "{people:?}");
    }
    // Somebody who forges takes the name of another's ask.
    let people = || here(&[MEMBER, STRANGER, DIRECTOR]);
    let one = made(vec![part(MEMBER), part(STRANGER), people()]);
    assert_eq!(one, made(vec![people(), part(STRANGER), part(MEMBER)]));
}
