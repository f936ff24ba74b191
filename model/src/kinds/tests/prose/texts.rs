//! Every text that a command says, found and replaced in its plain form.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{ObjType, ReadDoc};
use serde_json::Value as Json;

use crate::command::EntryCommand;
use crate::doc::genesis::Genesis;
use crate::doc::rules::Value;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::tests::*;
use crate::limits::TEXT_BYTES_MAX;
use crate::plain;

/// As much as a text may hold.
pub(super) fn longest() -> String {
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

/// The rules of the texts that hold something.
pub(super) fn texts_of(doc: &Automerge, kind: Kind, words: &str) -> Vec<&'static str> {
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
pub(super) fn with_words(words: &str, mut each: impl FnMut(&Automerge, u8, &Command)) {
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

/// Every text that people write in any kind, but those that stand elsewhere now.
/// Every text of every kind that people write, but those that stand elsewhere now.
pub(super) fn all_texts() -> BTreeSet<(Kind, &'static str)> {
    let kinds = Kind::ALL.iter().filter(|kind| !kind.is_relays());
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
