//! Changes made at what a person saw, whatever came meanwhile; and prose that people changed at once.

use automerge::{Change, ChangeHash};

use super::*;
use crate::kind::Kind;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::{coaching_log, commit_in, is_touched};
use crate::reread::{Mark, follow};

mod apart;
mod marks;

const SESSION: u8 = 20;

fn log() -> Automerge {
    let mut doc = crate::doc::genesis::Genesis::document(Kind::CoachingLog);
    let command = Command::CoachingLog(CoachingCommand::LogSession {
        member: person(MEMBER),
        id: ulid(SESSION),
        session: SessionFields {
            points: "Le carnet est plein.\nLes prix sont trop bas.".into(),
            ..session()
        },
    });
    act(&mut doc, COACH, &command).unwrap();
    doc
}

fn edit(changes: SessionChanges) -> Command {
    Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(SESSION),
        changes,
    })
}

fn points(text: &str) -> Command {
    edit(SessionChanges {
        points: Some(text.into()),
        ..Default::default()
    })
}

/// The member writes that the book is empty, while the coach writes something on what stood before.
fn emptied_while(coach_writes: &str) -> Automerge {
    let mut doc = log();
    let seen = doc.get_heads();
    let emptied = points("Le carnet est vide.\nLes prix sont trop bas.");
    act(&mut doc, MEMBER, &emptied).unwrap();
    act_on(&mut doc, &seen, COACH, 1, &points(coach_writes)).unwrap();
    doc
}

/// A change at what was seen, by a session that wrote nothing yet.
pub(super) fn act_on(
    doc: &mut Automerge,
    seen: &[ChangeHash],
    by: u8,
    at: u8,
    command: &Command,
) -> Result<Made, CommandError> {
    let context = Context {
        author: &grants(by),
        now: NOW.plus_ms(i64::from(at) * 1000),
    };
    let mut seen = doc.fork_at(seen).unwrap();
    commit_in(&mut seen, doc, command, &context, actor(by, at))
}

fn read(doc: &Automerge) -> Session {
    coaching_log::read(doc).sessions[&ulid(SESSION)].clone()
}

fn marks(doc: &Automerge) -> Vec<Mark> {
    follow(doc, &[], Vec::new())
}

#[test]
fn only_what_concerns_an_entry_touches_it() {
    let mut doc = log();
    let seen = doc.get_heads();
    let other = Command::CoachingLog(CoachingCommand::AddAction {
        member: person(MEMBER),
        id: ulid(22),
        action: ActionFields {
            text: "Relancer".into(),
            owner: None,
            due: String::new(),
            status: ActionStatus::Todo,
            session: None,
            goal: None,
        },
    });
    act(&mut doc, COACH, &other).unwrap();
    assert!(!is_touched(&doc, &seen, &ulid(SESSION).to_string()));
    assert!(is_touched(&doc, &seen, &ulid(22).to_string()));
    assert!(is_touched(&doc, &seen, ""));
    act(&mut doc, COACH, &points("Autre chose.")).unwrap();
    assert!(is_touched(&doc, &seen, &ulid(SESSION).to_string()));
    let change = doc.get_changes(&seen).pop();
    assert!(change.is_some_and(|change: Change| change.deps().len() == 1));
}
