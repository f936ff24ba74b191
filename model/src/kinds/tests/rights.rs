//! What holds for every command: its right author's change is admitted, nobody else's is, and the types reach the app.

use std::collections::BTreeMap;

use automerge::Automerge;

use super::*;
use crate::admission::{DocIndex, Judgement, check_rules};
use crate::doc::genesis::Genesis;
use crate::doc::writer::write;
use crate::error::{ErrorCode, Refusal};
use crate::head::DocHead;
use crate::kinds::activity::ActivityCommand;
use crate::kinds::coaching_log::CoachingCommand;
use crate::plain;
use crate::sorted::SortedSet;

#[test]
fn every_command_is_admitted_from_its_author_and_refused_from_another() {
    let mut docs: Vec<(DocHead, Automerge, DocIndex)> = Vec::new();
    for (seconds, (by, command)) in every_command().into_iter().enumerate() {
        let head = command.target(person(by));
        assert!(head.is_well_formed(), "{command:?}");
        let place = docs.iter().position(|(known, ..)| *known == head);
        let place = place.unwrap_or_else(|| {
            let doc = Genesis::document(head.kind);
            docs.push((head.clone(), doc, DocIndex::new(head.clone())));
            docs.len() - 1
        });
        let (_, doc, index) = &mut docs[place];
        let made = act_at(doc, by, seconds as i64, &command)
            .unwrap_or_else(|e| panic!("{command:?}: {e}"));
        assert_eq!(made.change[8], 1, "a plain, uncompressed change chunk");
        if !is_anyones(&command) {
            assert_refused(index, STRANGER, &made, &command);
        }
        let is_creators = index.creator() == Some(person(by));
        if person(by) != head.owner && !is_creators && !is_anyones(&command) {
            assert_refused(index, by, &made, &command);
        }
        match check_rules(index, &grants(by), &made.change) {
            Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
            other => panic!("{command:?}: {other:?}"),
        }
        let again = act_at(doc, by, seconds as i64, &command);
        assert_eq!(again, Err(CommandError::NoChange), "{command:?}");
    }
    assert_eq!(docs.len(), 9);
}

#[test]
fn a_phone_whose_clock_says_anything_is_not_refused_for_it() {
    let clocks = [
        i64::MAX,
        i64::MIN,
        8_640_000_000_000_000,
        -62_198_755_200_000,
        -1,
        NOW.0,
    ];
    let mut docs: Vec<(DocHead, Automerge, DocIndex)> = Vec::new();
    for (turn, (by, command)) in every_command().into_iter().enumerate() {
        let head = command.target(person(by));
        let place = docs.iter().position(|(known, ..)| *known == head);
        let place = place.unwrap_or_else(|| {
            let doc = Genesis::document(head.kind);
            docs.push((head.clone(), doc, DocIndex::new(head.clone())));
            docs.len() - 1
        });
        let (_, doc, index) = &mut docs[place];
        let context = Context {
            author: &grants(by),
            now: Timestamp(clocks[turn % clocks.len()]),
        };
        let made = commit(doc, &command, &context, actor(by, 0))
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        match check_rules(index, &grants(by), &made.change) {
            Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
            other => panic!("{command:?}: {other:?}"),
        }
    }
    for (_, doc, _) in docs {
        let again = Automerge::load(&doc.save()).unwrap();
        assert_eq!(again.get_heads(), doc.get_heads());
    }
}

/// Whether anybody may do that, under a key of their own.
fn is_anyones(command: &Command) -> bool {
    use crate::kinds::post::PostCommand::{ReplyToPost, TakeReplyBack};
    matches!(
        command,
        Command::Post(ReplyToPost { .. } | TakeReplyBack { .. })
    )
}

/// Someone without role and without assignment gets nothing through admission.
fn assert_refused(index: &DocIndex, by: u8, made: &Made, command: &Command) {
    let powerless = Grants {
        member: person(by),
        roles: SortedSet::new(),
        coached: SortedSet::new(),
        facilitates: SortedSet::new(),
    };
    match check_rules(index, &powerless, &made.change) {
        Judgement::Refuse(Refusal {
            code: ErrorCode::Forbidden | ErrorCode::BadAuthor,
            ..
        }) => {}
        other => panic!("{command:?}: {other:?}"),
    }
}

#[test]
fn a_stranger_is_told_before_anything_is_made() {
    let mut docs: BTreeMap<DocHead, Automerge> = BTreeMap::new();
    for (by, command) in every_command() {
        let head = command.target(person(by));
        let doc = docs
            .entry(head.clone())
            .or_insert_with(|| Genesis::document(head.kind));
        if is_anyones(&command) {
            act(doc, by, &command).unwrap();
            continue;
        }
        let before = doc.get_heads();
        let context = Context {
            author: &grants(STRANGER),
            now: NOW,
        };
        let writing = command.writing(doc, &head).unwrap();
        let done = write(doc, &head, &context, actor(STRANGER, 0), writing);
        let contests = matches!(
            command,
            Command::CoachingLog(CoachingCommand::ContestSignature { .. })
                | Command::CoachingLog(CoachingCommand::ConfirmSignature { .. })
        );
        match done {
            Err(CommandError::Forbidden(_)) => {}
            Err(CommandError::NoSuchEntry) if contests => {}
            other => panic!("{command:?}: {other:?}"),
        }
        assert_eq!(doc.get_heads(), before, "nothing was made");
        act(doc, by, &command).unwrap_or_else(|error| panic!("{command:?}: {error}"));
    }
}

#[test]
fn a_cleared_field_survives_json_and_an_unsaid_one_stays_unsaid() {
    let changes = ActionChanges {
        owner: Some(None),
        ..Default::default()
    };
    let json = plain::to_json(&changes);
    assert_eq!(json, r#"{"owner":null}"#);
    assert_eq!(
        plain::from_json::<ActionChanges>(json.as_bytes()).unwrap(),
        changes
    );
    assert_eq!(
        plain::from_json::<ActionChanges>(b"{}").unwrap(),
        ActionChanges::default()
    );
}

#[test]
fn types_for_the_app_can_be_written() {
    use ts_rs::TS;
    let config = ts_rs::Config::new().with_large_int("number");
    let all = Command::decl(&config);
    assert!(all.contains("ActivityCommand"), "{all}");
    let own = ActivityCommand::decl(&config);
    assert!(own.contains("addExpense"), "{own}");
    let changes = ActionChanges::decl(&config);
    assert!(changes.contains("owner?: MemberId | null"), "{changes}");
    assert!(!Feedback::decl(&config).contains("bigint"));
}
