//! A ledger as it is read from its document.

use automerge::Automerge;

use super::{Contract, Decision, DecisionStatus, Done, Ledger, Milestone, Obligation, Statement};
use crate::doc::tree::{Map, Tree};
use crate::record::FieldValue;

/// Decisions written at once: paid outranks valid, valid outranks invalid, invalid outranks received.
fn rank(collection: &str, field: &str, value: &FieldValue) -> i64 {
    match (collection, field, value) {
        ("decisions", "status", FieldValue::Text(word)) => {
            DecisionStatus::parse(word).map_or(0, |status| status as i64)
        }
        _ => 0,
    }
}

pub(super) fn read(doc: &Automerge) -> Ledger {
    let tree = Tree::read(doc, rank);
    let (statements, closed) = (tree.map("statements"), tree.map("closed"));
    Ledger {
        contracts: tree.map("contracts").read(Contract::read),
        path: tree.map("path").read(Milestone::read),
        obligations: tree.map("obligations").read(Obligation::read),
        done: tree.map("obligations").read(done),
        statements: statements
            .names()
            .map(|month| (month.to_owned(), Statement::read(statements.map(month))))
            .collect(),
        decisions: tree.map("decisions").read(decision),
        closed: closed
            .names()
            .map(|month| (month.to_owned(), closed.string(month)))
            .collect(),
        conflicts: tree.conflicts(doc),
    }
}

fn done(map: Map<'_>) -> Done {
    Done {
        ticked_at: map.string("ticked_at"),
        done_at: map.string("done_at"),
    }
}

fn decision(map: Map<'_>) -> Decision {
    Decision {
        status: map.choice("status"),
        reason: map.string("reason"),
        line_sha256: map.string("line_sha256"),
        decided_by: map.id("decided_by"),
        at: map.string("at"),
    }
}
