//! What an edit finds when somebody saved or began meanwhile.

use super::{act_on, edit, log, marks, read};
use crate::kinds::coaching_log;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::*;

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
        topic: None,
        sent_to: None,
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
