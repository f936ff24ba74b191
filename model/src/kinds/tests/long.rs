//! Every text takes what a text may hold, whichever command says it.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{ObjType, ReadDoc};
use serde_json::Value as Json;

use super::*;
use crate::doc::genesis::Genesis;
use crate::doc::rules::Value;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::limits::TEXT_BYTES_MAX;
use crate::plain;

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

#[test]
fn a_pasted_text_as_long_as_a_text_may_be_is_taken_whole_wherever_it_is_typed() {
    let longest = longest();
    assert_eq!(longest.len(), TEXT_BYTES_MAX);
    let mut docs: BTreeMap<DocHead, Automerge> = BTreeMap::new();
    let (mut tried, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for (by, command) in every_command() {
        let head = command.target(person(by));
        let genesis = || Genesis::document(head.kind);
        let doc = docs.entry(head.clone()).or_insert_with(genesis);
        let json: Json = serde_json::from_str(&plain::to_json(&command)).unwrap();
        let mut places = Vec::new();
        words_in(&json, "", &mut places);
        for place in places {
            if !tried.insert((json["type"].to_string(), place.clone())) {
                continue;
            }
            let mut long = json.clone();
            *long.pointer_mut(&place).unwrap() = longest.clone().into();
            let Ok(long) = plain::from_json::<Command>(long.to_string().as_bytes()) else {
                continue;
            };
            if long.target(person(by)) != head {
                continue;
            }
            let mut doc = doc.fork();
            match act_whole(&mut doc, by, &long) {
                Ok(()) => {
                    let texts = texts_of(&doc, head.kind, &longest);
                    assert!(!texts.is_empty(), "{place} of {command:?} is taken in part");
                    taken.extend(texts.into_iter().map(|path| (head.kind, path)));
                }
                // No text, or none of this person's.
                Err(error) => assert_ne!(error, CommandError::TooBig, "{place} of {command:?}"),
            }
        }
        if !matches!(command, Command::Remove { .. }) {
            act(doc, by, &command).unwrap();
        }
    }
    for kind in Kind::ALL {
        let texts = kind
            .table()
            .rules()
            .filter(|rule| rule.value == Value::Text);
        for rule in texts {
            assert!(
                taken.contains(&(*kind, rule.path)),
                "{kind:?} {}",
                rule.path
            );
        }
    }
}
