//! Answers as they are read: each one whole, the one that stands of those given apart.

use std::collections::BTreeSet;

use automerge::{Automerge, ChangeHash, ObjId, ROOT, ReadDoc, Value as Held};

use super::record::*;
use super::{DECIDING, merit};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::ids::Ulid;

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Rsvp {
    let tree = Tree::read(doc, no_rank);
    let answers = tree.map("answers").entries();
    Rsvp {
        answers: answers
            .map(|(event, map)| {
                let stands = answer(map);
                let (score, words) = (stands.score, stands.words.clone());
                let settled = settled(doc, event, map).unwrap_or(stands);
                let said = Answer {
                    score,
                    words,
                    ..settled
                };
                (event, said)
            })
            .collect(),
    }
}

pub(super) fn answer(map: Map<'_>) -> Answer {
    Answer {
        status: map.choice("status"),
        comment: map.string("comment"),
        carpool_seats: map.number("carpool_seats"),
        carpool_from: map.string("carpool_from"),
        diet: map.string("diet"),
        for_sequence: map.number("for_sequence"),
        responded_at: map.string("responded_at"),
        score: map.some_number("score"),
        words: map.string("words"),
    }
}

/// The better of several answers given at once, as it stood when it was given; `None` when they do not compete.
fn settled(doc: &Automerge, event: Ulid, map: Map<'_>) -> Option<Answer> {
    let changes: BTreeSet<ChangeHash> = DECIDING
        .into_iter()
        .flat_map(|key| map.concurrent(key))
        .filter_map(|written| written.change)
        .collect();
    if changes.is_empty() {
        return None;
    }
    let (_, answers) = doc.get(ROOT, "answers").ok()??;
    let (_, object) = doc.get(&answers, event.to_string()).ok()??;
    let given = changes.into_iter().map(|change| Given {
        doc,
        object: &object,
        change,
    });
    let weighed = given.map(|given| {
        (
            given.number("for_sequence"),
            given.string("responded_at"),
            given,
        )
    });
    weighed
        .max_by(|(number, at, given), (other_number, other_at, other)| {
            let other = merit(*other_number, other_at, other.change.0);
            merit(*number, at, given.change.0).cmp(&other)
        })
        .map(|(_, _, given)| given.answer())
}

/// An answer as it stood when a change gave it.
struct Given<'a> {
    doc: &'a Automerge,
    object: &'a ObjId,
    change: ChangeHash,
}

impl Given<'_> {
    pub(super) fn at(&self, key: &str) -> Option<Held<'_>> {
        let found = self.doc.get_at(self.object, key, &[self.change]);
        found.ok().flatten().map(|(value, _)| value)
    }

    fn string(&self, key: &str) -> String {
        let string = self.at(key).and_then(|value| value.into_string().ok());
        string.unwrap_or_default()
    }

    fn number(&self, key: &str) -> i64 {
        self.at(key).and_then(|value| value.as_i64()).unwrap_or(0)
    }

    fn answer(&self) -> Answer {
        let status = AnswerStatus::parse(&self.string("status"));
        Answer {
            status: status.unwrap_or(AnswerStatus::NeedsAction),
            comment: self.string("comment"),
            carpool_seats: self.number("carpool_seats"),
            carpool_from: self.string("carpool_from"),
            diet: self.string("diet"),
            for_sequence: self.number("for_sequence"),
            responded_at: self.string("responded_at"),
            // Said after the event, whichever answer stands.
            score: None,
            words: String::new(),
        }
    }
}
