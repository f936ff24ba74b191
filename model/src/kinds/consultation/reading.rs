//! A consultation as it is read from its document, and what it says all in all.

use automerge::Automerge;

use super::{Answer, Consultation, ConsultationStatus, Electorate, Question};
use crate::doc::tree::{Map, Tree};
use crate::ids::Ulid;
use crate::record::FieldValue;
use crate::time::Timestamp;

/// Called off outranks the other statuses, and what is further on what is not.
fn rank(_: &str, field: &str, value: &FieldValue) -> i64 {
    match (field, value) {
        ("status", FieldValue::Text(word)) => {
            let place = ConsultationStatus::WORDS.iter().position(|it| it == word);
            place.map_or(0, |place| place as i64)
        }
        _ => 0,
    }
}

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Consultation {
    let tree = Tree::read(doc, rank);
    let course = tree.map("course");
    Consultation {
        questions: tree.map("consultations").read(Question::read),
        author: tree.map("asked").id("by"),
        status: course.choice("status"),
        outcome: course.text("outcome"),
        options: tree.map("options").read(Answer::read),
        electorate: electorate(tree.map("electorate")),
        conflicts: tree.conflicts(doc),
    }
}

/// Of several that were said at once the narrowest: a group, then associates.
fn electorate(map: Map<'_>) -> Electorate {
    let said = |key: &str| map.flag(key) == Some(true);
    let mut groups = map
        .names()
        .filter(|key| said(key))
        .filter_map(|key| key.parse().ok());
    if let Some(group) = groups.next() {
        Electorate::Group { group }
    } else if said("associates") {
        Electorate::Associates
    } else if said("everyone") {
        Electorate::Everyone
    } else {
        Electorate::Nobody
    }
}

impl Consultation {
    /// What is asked; `None` while it is nobody's, or put away.
    #[must_use]
    pub fn question(&self, consultation: Ulid) -> Option<&Question> {
        let question = self.questions.get(&consultation)?;
        (question.entry.removed_at.is_empty() && self.author.is_some()).then_some(question)
    }

    /// The answers to choose from that stand, in order of making.
    pub fn standing_options(&self) -> impl Iterator<Item = (Ulid, &Answer)> {
        let all = self.options.iter();
        all.filter(|(_, it)| it.entry.removed_at.is_empty())
            .map(|(id, it)| (*id, it))
    }

    /// Whether answers count at this time.
    #[must_use]
    pub fn is_open(&self, consultation: Ulid, now: Timestamp) -> bool {
        let asked = self.status == ConsultationStatus::Open;
        asked
            && self
                .closes_at(consultation)
                .is_some_and(|closes| now <= closes)
    }

    /// By when answers count.
    #[must_use]
    pub fn closes_at(&self, consultation: Ulid) -> Option<Timestamp> {
        Timestamp::parse_rfc3339(&self.question(consultation)?.closes)
    }
}
