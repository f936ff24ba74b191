//! The same program, over a cooperative of which every figure was reckoned by hand.

use std::collections::BTreeMap;

use automerge::{AutoSerde, Automerge};
use besace_model as besace;
use besace_model::head::DocHead;
use besace_model::kind::Kind;

#[expect(dead_code, reason = "the model reads figures out of a document too")]
#[path = "../../../model/src/kinds/tests/indicators/cooperative.rs"]
mod cooperative;

use super::counting::counted;
use super::{Documents, KEY, OWNER, told};
use cooperative::{by_hand, derived, documents};

/// The documents as an export shows them.
fn shown<'d>(all: impl IntoIterator<Item = (&'d DocHead, &'d Automerge)>) -> Documents {
    let mut shown = Documents::new();
    for (head, doc) in all {
        let mut said = serde_json::to_value(AutoSerde::from(doc)).expect("plain data");
        said[OWNER] = head.owner.to_string().into();
        said[KEY] = head.key.clone().into();
        let kind = head.kind.as_str().to_owned();
        shown.entry(kind).or_default().push(said);
    }
    shown
}

#[test]
fn figures_counted_of_a_cooperative_of_five_are_those_reckoned_by_hand() {
    let said = documents();
    let relays = [Kind::Register, Kind::Indicators].map(|kind| derived(&said, kind));
    let all = shown(said.iter().chain(relays.iter().flatten()));
    let (counted, told) = (counted(&all, "2027-01-15"), told(&all));
    let mut hand = BTreeMap::new();
    for (_, figures) in by_hand() {
        hand.extend(figures);
    }
    // Of other years the files say nothing.
    let years = by_hand().map(|(year, _)| format!("{year:04}-"));
    let years: Vec<String> = years.collect();
    assert_eq!(counted.of(&years), hand);
    assert_eq!(told.of(&years), hand);
}
