//! How long expenses and trips wait for what is decided on them: by when the relay had what, whatever phones say.

use super::Given;
use crate::ids::Ulid;
use crate::kinds::activity::{Activity, ReceiptState};
use crate::kinds::ledger::{DecisionStatus, Ledger};
use crate::projection::Received;

pub(super) fn handed_in(given: &mut Given, activity: &Activity, received: &dyn Received) {
    for (id, expense) in &activity.expenses {
        let is_out = expense
            .receipt
            .is_some_and(|receipt| receipt != ReceiptState::HandedIn);
        let stands = expense.entry.removed_at.is_empty();
        if is_out && stands && activity.submitted.contains_key(id) {
            given.at(&expense.date, |month| month.receipts_missing += 1);
        }
    }
    let ids: Vec<(Ulid, String)> = activity
        .submitted
        .keys()
        .map(|id| (*id, id.to_string()))
        .collect();
    let places: Vec<[&str; 3]> = ids
        .iter()
        .map(|(id, key)| {
            let is_expense = activity.expenses.contains_key(id);
            let map = if is_expense { "expenses" } else { "mileage" };
            [map, key, "submitted_at"]
        })
        .collect();
    let places: Vec<&[&str]> = places.iter().map(|place| &place[..]).collect();
    for ((id, _), at) in ids.iter().zip(received.since(&places)) {
        given.handed_in.extend(at.map(|at| (*id, at.0)));
    }
}

/// What was first decided stands as long as the map that says it; what was decided last stands in it.
pub(super) fn decided(given: &mut Given, ledger: &Ledger, received: &dyn Received) {
    let decisions = ledger.decisions.iter();
    let ids: Vec<(Ulid, String)> = decisions
        .filter(|(_, it)| it.status != DecisionStatus::Received)
        .map(|(id, _)| (*id, id.to_string()))
        .collect();
    let places: Vec<[&str; 3]> = ids
        .iter()
        .map(|(_, key)| ["decisions", key, "status"])
        .collect();
    let places: Vec<&[&str]> = places
        .iter()
        .flat_map(|place| [&place[..2], &place[..]])
        .collect();
    let since = received.since(&places);
    for ((id, _), at) in ids.iter().zip(since.chunks(2)) {
        let at: Vec<i64> = at.iter().flatten().map(|at| at.0).collect();
        if !at.is_empty() {
            given.decided.insert(*id, at);
        }
    }
}
