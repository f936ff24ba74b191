//! Who may write what, once more and by hand: read off the table of access that the cooperative agreed on, not off the
//! rule tables. It says only what must never happen; a gate that lets less through is no fault.

use automerge::legacy::{Key, ObjectId, OpType};
use automerge::{Automerge, Change, Prop, ReadDoc};

use super::world::{EVENTS, GROUPS};
use crate::access::Grants;
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::kind::Kind;
use crate::kinds::tests::samples::CLOSED;
use crate::kinds::tests::{person, ulid};

mod clearing;
mod steps;
mod values;
mod writers;

pub(in crate::admission::tests) use clearing::may_be_cleared;
pub(in crate::admission::tests) use steps::{is_sealed, may_follow};
pub(in crate::admission::tests) use values::{INTRUDER, fits};
pub(in crate::admission::tests) use writers::{holds, may_write};

/// What is wrong with an accepted change, if anything: each of its operations, at its place in the document after it.
pub(super) fn complaint(
    head: &DocHead,
    by: &Grants,
    change: &Change,
    after: &Automerge,
) -> Option<String> {
    let change = change.decode();
    if !(-(1i64 << 40)..=1 << 40).contains(&change.time) {
        return Some(format!("a time of {}", change.time));
    }
    for op in &change.operations {
        let Some(mut path) = path_of(after, &op.obj) else {
            return Some(format!("{op:?} writes in nothing"));
        };
        if let Key::Map(key) = &op.key {
            path.push(key.to_string());
        }
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let is_closed = is_first(head) && is_of_closed(&path);
        let may = may_write(head, by, creator_of(head), &path) || holds(head, by, &path, after);
        if is_closed || !may {
            return Some(format!("{} wrote at {}", by.member, path.join("/")));
        }
        let in_text = matches!(op.key, Key::Seq(_));
        if op.action == OpType::Delete && !in_text && !may_be_cleared(head.kind, &path) {
            return Some(format!("{} was cleared", path.join("/")));
        }
        if let OpType::Put(value) = &op.action
            && names_its_author(head.kind, &path)
            && value.as_str() != Some(by.member.to_string().as_str())
        {
            return Some(format!("{} names {value:?}", path.join("/")));
        }
    }
    None
}

pub(in crate::admission::tests) fn path_of(
    doc: &Automerge,
    object: &ObjectId,
) -> Option<Vec<String>> {
    let ObjectId::Id(id) = object else {
        return Some(Vec::new());
    };
    let object = doc.import_obj(&id.to_string()).ok()?;
    let mut path: Vec<String> = doc
        .parents(&object)
        .ok()?
        .map(|parent| match parent.prop {
            Prop::Map(key) => key,
            Prop::Seq(at) => at.to_string(),
        })
        .collect();
    path.reverse();
    Some(path)
}

/// Who created what a document of the world is about.
pub(in crate::admission::tests) fn creator_of(head: &DocHead) -> Option<MemberId> {
    let one_of = |all: [u8; 2], by: [u8; 2]| {
        let mut all = all.iter().zip(by);
        let found = all.find(|(id, _)| ulid(**id).to_string() == head.key);
        found.map(|(_, member)| person(member))
    };
    match head.kind {
        // A coach created each event, a member founded each group.
        Kind::Event => one_of(EVENTS, [2, 4]),
        Kind::Group => one_of(GROUPS, [1, 3]),
        // The first member saw each opportunity.
        Kind::Opportunity => Some(person(1)),
        // A director asked each consultation.
        Kind::Consultation => Some(person(7)),
        _ => None,
    }
}

/// Whether what stands there says who wrote it: nobody writes there for another.
pub(in crate::admission::tests) fn names_its_author(kind: Kind, path: &[&str]) -> bool {
    match path {
        // A person's name for a topic or a trade may be any word.
        [_, _] if kind == Kind::Profile => false,
        [_, _, "topics" | "tags" | "channels", _] => false,
        ["founded" | "asked" | "convened", "by"] => true,
        [.., last] => ["created_by", "captured_by", "decided_by"].contains(last),
        [] => false,
    }
}

/// Whether it stands in the session that both sides signed, and is no word on one's own signature: it stays as it is.
pub(in crate::admission::tests) fn is_of_closed(path: &[&str]) -> bool {
    let is_word = matches!(
        path,
        [_, _, "signatures", _, "contested_at" | "confirmed_at"]
    );
    let is_within = matches!(path, ["sessions", id, ..] if *id == ulid(CLOSED).to_string());
    is_within && !is_word
}

/// Whether it is the log in which a session is closed from the start.
pub(super) fn is_first(head: &DocHead) -> bool {
    *head == DocHead::coaching_log(person(1))
}
