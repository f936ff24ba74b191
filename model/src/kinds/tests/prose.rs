//! What holds of every text, whichever command says it.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{ObjType, ReadDoc};
use serde_json::Value as Json;

use super::*;
use crate::command::EntryCommand;
use crate::doc::genesis::Genesis;
use crate::doc::rules::Value;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::limits::TEXT_BYTES_MAX;
use crate::plain;
use crate::reread::follow;

/// As much as a text may hold.
fn longest() -> String {
    let words = "Bonjour à tous. ".chars().cycle();
    let fitting = words.scan(0, |bytes, letter| {
        *bytes += letter.len_utf8();
        (*bytes < TEXT_BYTES_MAX).then_some(letter)
    });
    fitting.chain(['.']).collect()
}

/// Where a command (as JSON) says something in words.
fn words_in(value: &Json, at: &str, found: &mut Vec<String>) {
    match value {
        Json::String(_) => found.push(at.to_owned()),
        Json::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                words_in(item, &format!("{at}/{number}"), found);
            }
        }
        Json::Object(fields) => {
            for (name, field) in fields {
                words_in(field, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// Does a command and what writes it on.
fn act_whole(doc: &mut Automerge, by: u8, command: &Command) -> Result<(), CommandError> {
    let mut left = act(doc, by, command)?.left_bytes;
    while left > 0 {
        let rest = command.rest().expect("what is left is written on");
        left = act(doc, by, &rest)?.left_bytes;
    }
    Ok(())
}

/// The rules of the texts that hold something.
fn texts_of(doc: &Automerge, kind: Kind, words: &str) -> Vec<&'static str> {
    let texts = kind
        .table()
        .rules()
        .filter(|rule| rule.value == Value::Text);
    let holds = |path: &str| {
        let mut open = vec![automerge::ROOT];
        for segment in path.split('/') {
            let inside = open.iter().flat_map(|object| {
                let keys = doc
                    .keys(object)
                    .filter(|key| segment.starts_with('{') || key == segment);
                let found: Vec<_> = keys
                    .filter_map(|key| Some(doc.get(object, key).ok()??.1))
                    .collect();
                found
            });
            open = inside.collect();
        }
        open.iter().any(|text| {
            doc.object_type(text) == Ok(ObjType::Text) && doc.text(text).as_deref() == Ok(words)
        })
    };
    texts
        .map(|rule| rule.path)
        .filter(|path| holds(path))
        .collect()
}

/// Every command of the samples with one of its words put in place of another, on the documents as the commands before
/// left them; each place of each kind of command once.
fn with_words(words: &str, mut each: impl FnMut(&Automerge, u8, &Command)) {
    let mut docs: BTreeMap<DocHead, Automerge> = BTreeMap::new();
    let mut met = BTreeSet::new();
    for (by, command) in every_command() {
        let head = command.target(person(by));
        let genesis = || Genesis::document(head.kind);
        let doc = docs.entry(head.clone()).or_insert_with(genesis);
        let json: Json = serde_json::from_str(&plain::to_json(&command)).unwrap();
        let mut places = Vec::new();
        words_in(&json, "", &mut places);
        places.retain(|place| met.insert((json["type"].to_string(), place.clone())));
        for place in places {
            let mut said = json.clone();
            *said.pointer_mut(&place).unwrap() = words.into();
            let said = plain::from_json::<Command>(said.to_string().as_bytes());
            if let Some(said) = said.ok().filter(|said| said.target(person(by)) == head) {
                each(doc, by, &said);
            }
        }
        if !matches!(command, Command::Entry(EntryCommand::Remove { .. })) {
            act(doc, by, &command).unwrap();
        }
    }
}

/// Every text of every kind, but those that stand elsewhere now.
fn all_texts() -> BTreeSet<(Kind, &'static str)> {
    let kinds = Kind::ALL.iter();
    let texts = kinds.flat_map(|kind| {
        let rules = kind.table().rules();
        let texts = rules.filter(|rule| rule.value == Value::Text);
        let moved = kind.spec().map_or(&[][..], |spec| spec.moved);
        let has_moved = |path: &str| {
            moved
                .iter()
                .any(|it| path.split('/').next() == Some(it.from))
        };
        let texts = texts.filter(move |rule| *kind == Kind::Profile || !has_moved(rule.path));
        texts.map(|rule| (*kind, rule.path))
    });
    texts.collect()
}

#[test]
fn a_pasted_text_as_long_as_a_text_may_be_is_taken_whole_wherever_it_is_typed() {
    let longest = longest();
    assert_eq!(longest.len(), TEXT_BYTES_MAX);
    let mut taken = BTreeSet::new();
    with_words(&longest, |doc, by, command| {
        let kind = command.target(person(by)).kind;
        let mut doc = doc.fork();
        match act_whole(&mut doc, by, command) {
            Ok(()) => {
                let texts = texts_of(&doc, kind, &longest);
                assert!(!texts.is_empty(), "taken in part: {command:?}");
                taken.extend(texts.into_iter().map(|path| (kind, path)));
            }
            // No text, or none of this person's.
            Err(error) => assert_ne!(error, CommandError::TooBig, "{command:?}"),
        }
    });
    assert_eq!(taken, all_texts());
}

#[test]
fn a_passage_written_in_two_places_at_once_is_marked_in_every_text_whoever_wrote_it() {
    let was = "Les prix sont bas.";
    let mut marked = BTreeSet::new();
    with_words(was, |doc, by, command| {
        let kind = command.target(person(by)).kind;
        let mut doc = doc.fork();
        if !matches!(
            act(&mut doc, by, command),
            Ok(_) | Err(CommandError::NoChange)
        ) {
            return;
        }
        let texts = texts_of(&doc, kind, was);
        let seen = doc.get_heads();
        let Some(edit) = command.rest() else { return };
        let json = plain::to_json(&edit);
        for (at, words) in [(1, "On les monte."), (2, "Hausse de 8 %.")] {
            let said = json.replace(was, &format!("{was} {words}"));
            let said = plain::from_json::<Command>(said.as_bytes()).unwrap();
            // One person, on two devices.
            if stale::act_on(&mut doc, &seen, by, at, &said).is_err() {
                return;
            }
        }
        let marks = follow(&doc, &[], Vec::new());
        assert_eq!(marks.len(), texts.len(), "{command:?}");
        assert!(marks.iter().all(|mark| mark.versions.len() == 2));
        marked.extend(texts.into_iter().map(|path| (kind, path)));
    });
    assert_eq!(marked, all_texts());
}
