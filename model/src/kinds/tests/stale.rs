//! Changes made at what a person saw, whatever came meanwhile; and prose that people changed at once.

use automerge::{Change, ChangeHash};

use super::*;
use crate::kind::Kind;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::{coaching_log, commit_in, is_touched};
use crate::reread::{Mark, follow};

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
fn a_point_the_other_saved_meanwhile_does_not_go_back_to_its_old_text() {
    let mut doc = log();
    let seen = doc.get_heads();
    let mut whole = read(&doc).eight_points;
    let mut point = vec![None; 8];
    point[1] = Some("Le membre a répondu".to_owned());
    let theirs = edit(SessionChanges {
        eight_points: Some(point),
        ..Default::default()
    });
    act(&mut doc, MEMBER, &theirs).unwrap();
    whole[0] = "Le coach a complété".into();
    let ours = edit(SessionChanges {
        eight_points: Some(whole.into_iter().map(Some).collect()),
        ..Default::default()
    });
    act_on(&mut doc, &seen, COACH, 1, &ours).unwrap();
    let points = read(&doc).eight_points;
    assert_eq!(points[0], "Le coach a complété");
    assert_eq!(points[1], "Le membre a répondu");
    assert_eq!(coaching_log::read(&doc).conflicts, []);
    assert_eq!(marks(&doc), [], "changes in different texts stay quiet");
}

#[test]
fn a_field_written_apart_holds_both_values_and_one_written_the_same_is_quiet() {
    let mut doc = log();
    let seen = doc.get_heads();
    let minutes = |minutes| {
        edit(SessionChanges {
            minutes: Some(minutes),
            ..Default::default()
        })
    };
    act(&mut doc, MEMBER, &minutes(90)).unwrap();
    act_on(&mut doc, &seen, COACH, 1, &minutes(90)).unwrap();
    assert_eq!(coaching_log::read(&doc).conflicts, []);
    act_on(&mut doc, &seen, COACH, 2, &minutes(60)).unwrap();
    let conflicts = coaching_log::read(&doc).conflicts;
    assert_eq!(conflicts.len(), 1);
    let amounts = conflicts[0].values.iter().map(|it| it.value.clone());
    let amounts: Vec<_> = amounts.collect();
    assert!(amounts.contains(&FieldValue::Number(90)) && amounts.contains(&FieldValue::Number(60)));
    let unchanged = act_on(&mut doc, &seen, COACH, 3, &minutes(75));
    assert_eq!(unchanged, Err(CommandError::NoChange), "as it was seen");
}

#[test]
fn a_text_that_somebody_began_meanwhile_is_said_and_not_written_over() {
    let mut doc = log();
    let ask = Command::CoachingLog(CoachingCommand::AskSupport {
        id: ulid(21),
        text: "Comment fixer un prix ?".into(),
        urgency: Urgency::Normal,
    });
    act(&mut doc, MEMBER, &ask).unwrap();
    let seen = doc.get_heads();
    let answer = |text: &str| {
        Command::CoachingLog(CoachingCommand::AnswerAsk {
            member: person(MEMBER),
            id: ulid(21),
            answer: text.into(),
        })
    };
    act(&mut doc, COACH, &answer("Par le temps passé.")).unwrap();
    let second = act_on(&mut doc, &seen, COACH, 1, &answer("Par le marché."));
    let path = format!("asks/{}/answer", ulid(21));
    assert_eq!(second, Err(CommandError::MadeMeanwhile(path)));
    let answers = coaching_log::read(&doc).asks[&ulid(21)].answer.clone();
    assert_eq!(answers, "Par le temps passé.");
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
