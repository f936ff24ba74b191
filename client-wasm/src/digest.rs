//! "While you were away": what others did to a document, told by comparing what it said before and says now.

use besace_model::doc::rules;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::{Kind, Record};
use besace_model::plain::{self, Object, Value};
use besace_model::sorted::SortedSet;
use besace_model::time::Timestamp;

use crate::entry::label;
use crate::view::Place;
use crate::view::sync::{AwayHow, AwayItem};
use crate::views::reread_field;

/// Items kept, at most; the oldest goes first.
pub const AWAY_MAX: usize = 200;
/// What tells nothing by itself: the stamps of an entry as a whole, and those of whoever read it.
const UNTOLD: [&str; 4] = ["entry", "updatedAt", "answeredAt", "readAt"];
/// Entries told of one document at once.
const TOLD_MAX: usize = 50;

/// Compares a document with what it was (its [`content`]; empty when it was not there). Each entry that differs comes
/// with its key, and an item where there is something to tell. `mine` are the entries this phone wrote to.
#[must_use]
pub fn compare(
    head: &DocHead,
    old: &Object,
    after: &Record,
    by: Option<MemberId>,
    mine: &SortedSet<String>,
    at: Timestamp,
) -> Vec<(String, Option<AwayItem>)> {
    let new = content(after);
    let conflicts = after.said().conflicts();
    let prose = prose_of(head.kind);
    let mut told = Vec::new();
    let mut tell = |collection: &str, key: &str, how, (was, entry), by: Option<MemberId>| {
        let item = AwayItem {
            kind: head.kind,
            doc: None,
            how,
            label: label(entry),
            by,
            by_name: String::new(),
            at: at.rfc3339(),
            place: Some(Place::new(head, collection, key)),
        };
        let is_told = head.kind.spec().is_some_and(|spec| spec.is_told);
        let is_read = Option::is_some_and(was, |was| says_the_same(was, entry));
        let quiet = !is_told || is_read || told.len() >= TOLD_MAX;
        told.push((key.to_owned(), (!quiet).then_some(item)));
    };
    if head.kind.is_one_entry() {
        let whole = Value::Object(new.clone());
        let was = (!old.is_empty()).then(|| Value::Object(old.clone()));
        if let Some(how) = difference(
            &prose,
            was.as_ref(),
            &whole,
            mine.iter().next().is_some(),
            !conflicts.is_empty(),
        ) {
            tell("", "", how, (was.as_ref(), &whole), by);
        }
        return told;
    }
    for (collection, entries) in &new {
        let Some(entries) = entries.as_object().filter(|_| collection != "conflicts") else {
            continue;
        };
        for (key, entry) in entries {
            let was = old.get(collection).and_then(|map| map.get(key));
            let disputed = conflicts
                .iter()
                .any(|conflict| conflict.path.split('/').any(|part| part == key));
            if let Some(how) = difference(&prose, was, entry, mine.contains(key), disputed) {
                let by = if how == AwayHow::Arrived {
                    maker(entry).or(by)
                } else {
                    by
                };
                tell(collection, key, how, (was, entry), by);
            }
        }
    }
    told
}

/// The fields of a record, whatever its kind.
#[must_use]
pub fn content(record: &Record) -> Object {
    // By way of text: the code that writes it is there already, a second writer would double it.
    match Value::parse(plain::to_json(record.content()).as_bytes()) {
        Ok(Value::Object(content)) => content,
        _ => Object::new(),
    }
}

fn difference(
    prose: &SortedSet<String>,
    was: Option<&Value>,
    is: &Value,
    mine: bool,
    disputed: bool,
) -> Option<AwayHow> {
    let Some(was) = was else {
        return Some(AwayHow::Arrived);
    };
    if was == is {
        return None;
    }
    let removed = |entry: &Value| {
        entry
            .get("entry")
            .and_then(|stamps| stamps.get("removedAt")?.as_text())
            .is_some_and(|at| !at.is_empty())
    };
    Some(if disputed {
        AwayHow::ToCheck
    } else if removed(is) && !removed(was) {
        AwayHow::Removed
    } else if mine && scalars_differ(prose, was, is) {
        AwayHow::Overwritten
    } else if mine {
        AwayHow::Merged
    } else {
        AwayHow::Changed
    })
}

/// Whether two forms of an entry differ at most in the stamps that reading it renews.
fn says_the_same(was: &Value, is: &Value) -> bool {
    fn said(entry: &Value) -> Option<Vec<(&str, &Value)>> {
        let own = entry.as_object()?.iter();
        let stamps = entry.get("entry").and_then(Value::as_object);
        let all = own.chain(stamps.into_iter().flat_map(|stamps| stamps.iter()));
        let all = all.map(|(key, value)| (key.as_str(), value));
        Some(all.filter(|(key, _)| !UNTOLD.contains(key)).collect())
    }
    said(was).is_some_and(|was| said(is) == Some(was))
}

/// The fields of a kind's records that are prose, by its rules.
fn prose_of(kind: Kind) -> SortedSet<String> {
    let rules = kind.table().rules();
    let texts = rules.filter(|rule| rule.value == rules::Value::Text);
    texts
        .map(|rule| {
            let path: Vec<&str> = rule.path.split('/').collect();
            let field = reread_field(&path);
            // One of several texts of one field.
            field.split('.').next().unwrap_or_default().to_owned()
        })
        .collect()
}

/// Prose merges; anything else that differs has been overwritten.
fn scalars_differ(prose: &SortedSet<String>, was: &Value, is: &Value) -> bool {
    let (Some(was), Some(is)) = (was.as_object(), is.as_object()) else {
        return was != is;
    };
    is.iter().any(|(key, value)| {
        let old = was.get(key);
        !prose.contains(key)
            && !matches!(
                key.as_str(),
                "entry" | "contentSha256" | "signatures" | "conflicts"
            )
            && value.as_object().is_none()
            && old.is_some_and(|old| old != value && *old != Value::Null && *old != "".into())
    })
}

fn maker(entry: &Value) -> Option<MemberId> {
    entry
        .get("entry")?
        .get("createdBy")?
        .as_text()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests;
