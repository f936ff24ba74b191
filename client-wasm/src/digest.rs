//! "While you were away": what others did to a document, told by comparing what it said before and says now.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Record;
use besace_model::plain::{self, Object, Value};
use besace_model::sorted::SortedSet;
use besace_model::time::Timestamp;

use crate::entry::label;
use crate::view::Place;
use crate::view::sync::{AwayHow, AwayItem};
use difference::{difference, prose_of, says_the_same};

mod difference;
#[cfg(test)]
mod tests;

/// Items kept, at most; the oldest goes first.
pub const AWAY_MAX: usize = 200;

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

fn maker(entry: &Value) -> Option<MemberId> {
    entry
        .get("entry")?
        .get("createdBy")?
        .as_text()?
        .parse()
        .ok()
}
