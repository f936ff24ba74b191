//! Documents of every kind as they come to be: what the samples do, one after the other.

use automerge::{Automerge, Change};

use super::super::forge::oracle::creator_of;
use super::super::forge::world::{EVENTS, relays_own, said_by_the_relay};
use crate::access::Grants;
use crate::admission::{DocIndex, Judgement, check_rules};
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::kinds;
use crate::kinds::tests::{act_at, answers_to, grants, more_of_a_profile, person, samples};
use crate::time::Timestamp;

const NOW: Timestamp = Timestamp(1_772_700_000_000);

/// A change that is to be accepted, and what its author may do.
pub(super) struct Step {
    pub(super) by: Grants,
    pub(super) raw: Vec<u8>,
}

/// A document and the steps by which it comes to be.
pub(super) struct Script {
    pub(super) head: DocHead,
    pub(super) steps: Vec<Step>,
}

/// A document as it stands.
pub(super) struct Ground {
    pub(super) head: DocHead,
    pub(super) doc: Automerge,
    pub(super) index: DocIndex,
    /// Who created what it is about.
    pub(super) creator: Option<MemberId>,
}

/// Every document that the samples make, then one of each kind that the relay writes.
pub(super) fn scripts() -> Vec<Script> {
    let mut docs: Vec<(Script, Automerge)> = Vec::new();
    let mut commands = samples::every_command();
    commands.extend(answers_to(&EVENTS));
    commands.extend(more_of_a_profile());
    for (seconds, (by, command)) in commands.into_iter().enumerate() {
        let head = command.target(person(by));
        let place = docs.iter().position(|(script, _)| script.head == head);
        let place = place.unwrap_or_else(|| {
            let doc = Genesis::document(head.kind);
            let steps = Vec::new();
            docs.push((Script { head, steps }, doc));
            docs.len() - 1
        });
        let (script, doc) = &mut docs[place];
        // What the later ones say may be said already.
        if let Ok(made) = act_at(doc, by, seconds as i64, &command) {
            let (by, raw) = (grants(by), made.change);
            script.steps.push(Step { by, raw });
        }
    }
    let people = docs.into_iter().map(|(script, _)| script);
    people.chain(relays_own().map(of_the_relay)).collect()
}

fn of_the_relay(head: DocHead) -> Script {
    let mut doc = Genesis::document(head.kind);
    let mut steps = Vec::new();
    for step in 1..6 {
        let said = said_by_the_relay(head.kind, step);
        while let Ok(made) = kinds::bring(&mut doc, &head, &said, NOW, [250; 16]) {
            let (by, raw) = (Grants::relay(), made.change);
            steps.push(Step { by, raw });
        }
    }
    Script { head, steps }
}

impl Ground {
    /// Nothing but the genesis.
    pub(super) fn bare(head: &DocHead) -> Self {
        Self {
            head: head.clone(),
            doc: Genesis::document(head.kind),
            index: DocIndex::new(head.clone()),
            creator: None,
        }
    }

    /// Takes in what was accepted.
    pub(super) fn take(&mut self, step: &Step) {
        match check_rules(&self.index, &step.by, &step.raw) {
            Judgement::Accept(accepted) => self.index.record(&accepted).unwrap(),
            other => panic!("{:?}: {other:?}", self.head),
        }
        let change = Change::from_bytes(step.raw.clone()).unwrap();
        self.doc.apply_changes([change]).unwrap();
    }

    /// The same, of a step by which what it is about came to be.
    pub(super) fn go_on(&mut self, step: &Step) {
        self.take(step);
        self.creator = creator_of(&self.head);
    }
}
