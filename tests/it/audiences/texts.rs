//! Every text of a command, by its path.

use std::collections::BTreeSet;

use automerge::{Automerge, ObjId, ObjType, ROOT, ReadDoc, Value as Held};
use besace_model::doc::rules::{NodeId, Rules, Value};
use besace_model::kind::Kind;

use super::MARK;

/// The paths of the rule table at which a document shows one of the words.
pub(super) fn paths(doc: &Automerge, kind: Kind, found: &mut BTreeSet<(Kind, &'static str)>) {
    let rules = Rules::of(kind);
    let mut maps: Vec<(ObjId, NodeId)> = vec![(ROOT, Rules::ROOT)];
    while let Some((map, node)) = maps.pop() {
        for item in doc.map_range(&map, ..) {
            let Some(node) = rules.child(node, &item.key) else {
                continue;
            };
            let id = item.id();
            let text = match item.value.to_owned().into() {
                Held::Object(ObjType::Map) => {
                    maps.push((id, node));
                    continue;
                }
                Held::Object(_) => doc.text(&id).unwrap_or_default(),
                Held::Scalar(scalar) => scalar.as_str().unwrap_or_default().to_owned(),
            };
            if let Some(rule) = rules.rule(node)
                && (text.contains(MARK) || item.key.contains(MARK))
            {
                found.insert((kind, rule.path));
            }
        }
    }
}

/// Whether only earlier versions wrote there: it stands in documents of another kind now.
fn is_left(kind: Kind, path: &str) -> bool {
    let moved = kind.spec().map_or(&[][..], |spec| spec.moved);
    moved.iter().any(|moved| {
        let within = path.strip_prefix(moved.from);
        let field = within.and_then(|rest| rest.strip_prefix('/'));
        let is_field = |rest: &str| moved.fields.iter().any(|(field, _)| *field == rest);
        field.is_some_and(|rest| moved.fields.is_empty() || is_field(rest))
    })
}

/// Where people type words that are not chosen from a list.
pub(super) fn texts() -> BTreeSet<(Kind, &'static str)> {
    let known = Kind::ALL.iter().filter(|kind| !kind.is_relays());
    known
        .flat_map(|kind| {
            let rules = kind.table();
            let texts = rules.rules().filter(|rule| {
                matches!(rule.value, Value::Text | Value::Str(_)) || rule.path.ends_with("{tag}")
            });
            let texts = texts.filter(|rule| !is_left(*kind, rule.path));
            texts.map(|rule| (*kind, rule.path)).collect::<Vec<_>>()
        })
        .collect()
}
