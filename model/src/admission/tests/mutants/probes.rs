//! What might be done at the places of a row, and what is said of it by hand.

use automerge::{Automerge, ObjType, ReadDoc, ScalarValue};

use super::super::forge::oracle::{
    INTRUDER, fits, holds, is_of_closed, is_sealed, may_be_cleared, may_follow, may_write,
    names_its_author,
};
use super::change::{Deed, object};
use super::ground::Ground;
use crate::access::Grants;
use crate::doc::rules::{Course, Rule, Value};
use crate::ids::MemberId;
use crate::kind::Kind;
use crate::kinds::tests::{person, samples, ulid};

/// Keys of a map that are tried.
const KEYS_MAX: usize = 4;

/// The paths of a row in a document, for somebody: keys that stand, one that does not, one's own and another's name.
pub(super) fn paths(ground: &Ground, by: &Grants, row: &str) -> Vec<Vec<String>> {
    let doc = &ground.doc;
    let mut paths: Vec<Vec<String>> = vec![Vec::new()];
    for segment in row.split('/') {
        let mut longer = Vec::new();
        for path in paths {
            let way: Vec<&str> = path.iter().map(String::as_str).collect();
            let Some(map) = object(doc, &way) else {
                continue;
            };
            let mut keys: Vec<String> = match segment {
                "{ulid}" => {
                    let groups = by.facilitates.iter().map(ToString::to_string);
                    let own = Some(&ground.head.key).filter(|key| key.len() == 26);
                    let own = own.into_iter().cloned();
                    groups.chain(own).chain([ulid(240).to_string()]).collect()
                }
                "{member}" => [by.member, person(1), person(242)]
                    .map(|member| member.to_string())
                    .into(),
                "{month}" => vec!["2026-09".to_owned()],
                "{tag}" => vec!["autre".to_owned()],
                "{sha256}" => vec!["ef".repeat(32)],
                literal => vec![literal.to_owned()],
            };
            if segment.starts_with('{') {
                keys.extend(doc.keys(&map).take(KEYS_MAX));
                keys.sort();
                keys.dedup();
            }
            longer.extend(keys.into_iter().map(|key| {
                let mut path = path.clone();
                path.push(key);
                path
            }));
        }
        paths = longer;
    }
    paths
}

/// What somebody might do at a path of a row.
pub(super) fn deeds(ground: &Ground, by: &Grants, rule: &Rule, path: &[&str]) -> Vec<Deed> {
    let stands = stands(&ground.doc, path);
    let mut deeds = match (rule.value, stands) {
        (Value::Map, true) => Vec::new(),
        (Value::Map, false) => vec![Deed::Make(ObjType::Map)],
        (Value::Text, true) => vec![Deed::Type],
        (Value::Text, false) => vec![Deed::Make(ObjType::Text)],
        (value, _) => values(value, rule.course, by)
            .into_iter()
            .map(Deed::Put)
            .collect(),
    };
    if stands {
        deeds.push(Deed::Clear);
    }
    deeds
}

/// Whether anything stands at a path.
pub(super) fn stands(doc: &Automerge, path: &[&str]) -> bool {
    path.split_last().is_some_and(|(key, way)| {
        let map = object(doc, way);
        map.is_some_and(|map| doc.get(&map, *key).ok().flatten().is_some())
    })
}

/// Values that fit, and some that do not.
pub(super) fn values(value: Value, course: Course, by: &Grants) -> Vec<ScalarValue> {
    let digest = "ab".repeat(32);
    let fitting: Vec<ScalarValue> = match value {
        Value::Map | Value::Text => return Vec::new(),
        Value::Str(most) => vec!["Un mot".into(), "x".repeat(most + 1).into()],
        Value::Choice(words) if course == Course::Free => vec![words[0].into()],
        Value::Choice(words) => words.iter().map(|word| (*word).into()).collect(),
        Value::Int(least, most) => {
            let around = [
                least,
                least.saturating_add(1),
                least.saturating_add(2),
                most,
            ];
            let beyond = [least.saturating_sub(1), most.saturating_add(1)];
            around.into_iter().chain(beyond).map(Into::into).collect()
        }
        Value::Bool => vec![true.into()],
        Value::Date => vec!["2026-05-04".into()],
        Value::Instant => vec!["2026-05-04T08:00:00Z".into()],
        Value::Ulid => vec![ulid(241).to_string().into()],
        Value::Member => vec![person(242).to_string().into()],
        Value::Author => vec![by.member.to_string().into(), person(242).to_string().into()],
        Value::Digest => vec![digest.into()],
        Value::Strokes => vec![samples::hand("").strokes.into()],
    };
    let odd = (!matches!(value, Value::Str(_) | Value::Int(..))).then(|| INTRUDER.into());
    fitting.into_iter().chain(odd).collect()
}

/// What speaks against a deed, by hand.
pub(super) fn objection(
    ground: &Ground,
    by: &Grants,
    path: &[&str],
    deed: &Deed,
) -> Option<&'static str> {
    let kind = ground.head.kind;
    // What the relay writes is its own to say.
    if by.member == MemberId::RELAY {
        return (!kind.is_relays()).then_some("not the relay’s to write");
    }
    let way = &path[..path.len() - 1];
    let begins = matches!(deed, Deed::Begin(_));
    let may = |path| {
        may_write(&ground.head, by, ground.creator, path)
            || holds(&ground.head, by, path, &ground.doc)
    };
    if !may(path) || begins && !may(way) {
        return Some("not theirs to write");
    }
    if kind == Kind::CoachingLog && is_of_closed(path) && is_closed(&ground.doc) {
        return Some("closed");
    }
    if is_sealed(kind, path, |at| words(&ground.doc, at)) {
        return Some("sealed");
    }
    let me = by.member.to_string();
    match deed {
        Deed::Clear if !may_be_cleared(kind, path) => Some("cleared"),
        Deed::Put(value) | Deed::Begin(value) if !fits(kind, path, value) => Some("does not fit"),
        Deed::Put(value) | Deed::Begin(value)
            if names_its_author(kind, path) && value.as_str() != Some(me.as_str()) =>
        {
            Some("in another's name")
        }
        Deed::Put(value) if !may_follow(kind, path, &standing(&ground.doc, path), value) => {
            Some("no step of its course")
        }
        _ => None,
    }
}

/// Whether both sides signed the session that is closed.
fn is_closed(doc: &Automerge) -> bool {
    let session = ulid(samples::CLOSED).to_string();
    let signatures = object(doc, &["sessions", &session, "signatures"]);
    signatures.is_some_and(|signatures| doc.keys(&signatures).count() == 2)
}

fn standing(doc: &Automerge, path: &[&str]) -> Vec<ScalarValue> {
    let found = path.split_last().and_then(|(key, way)| {
        let map = object(doc, way)?;
        doc.get_all(&map, *key).ok()
    });
    let found = found.into_iter().flatten();
    found
        .filter_map(|(value, _)| value.into_scalar().ok())
        .collect()
}

fn words(doc: &Automerge, path: &[&str]) -> Vec<String> {
    let standing = standing(doc, path).into_iter();
    standing
        .filter_map(|value| value.as_str().map(str::to_owned))
        .collect()
}
