//! The figures of those who lead, of a cooperative of five: what happened stands in `said.txt`, the figures by hand with
//! their arithmetic in a file for each year. A figure more is a line more.

use crate as besace;
use crate::head::DocHead;
use crate::kind::Kind;

pub(crate) mod cooperative;

use cooperative::{by_hand, derived, documents, figures};

/// Figures that another test holds.
const ELSEWHERE: &[&str] = &[
    "decision_minutes",
    "receipts_missing",
    "voices_asked",
    "voices",
];

#[test]
fn the_figures_of_a_cooperative_of_five_are_those_reckoned_by_hand() {
    let derived = derived(&documents(), Kind::Indicators);
    for (year, by_hand) in by_hand() {
        let mut told = figures(&derived[&DocHead::indicators(year)]);
        told.retain(|(_, figure), _| !ELSEWHERE.contains(&figure.as_str()));
        let all = by_hand.keys().chain(told.keys());
        let differ = all.filter(|at| by_hand.get(*at) != told.get(*at));
        let differ: Vec<_> = differ
            .map(|at| (at, by_hand.get(at), told.get(at)))
            .collect();
        assert!(differ.is_empty(), "by hand, told: {differ:#?}");
    }
}

#[test]
fn every_figure_that_exists_is_reckoned_by_hand() {
    let table = Kind::Indicators.table();
    let rows = table.rules().map(|rule| rule.path);
    let figures = rows.filter_map(|path| path.strip_prefix("months/{month}/"));
    let mut said = by_hand().flat_map(|(_, figures)| figures.into_keys());
    let said: Vec<String> = said.by_ref().map(|(_, figure)| figure).collect();
    let missing: Vec<&str> = figures
        .filter(|figure| !said.iter().any(|it| it == figure) && !ELSEWHERE.contains(figure))
        .collect();
    assert!(
        missing.is_empty(),
        "let something happen in `said.txt`, and say by hand: {missing:?}"
    );
}

/// Amounts add up to the cent, whatever the way in which they are added.
#[test]
fn the_turnover_of_a_year_is_the_sum_of_its_members_statements() {
    let (_, year) = by_hand().last().unwrap();
    let months = year
        .iter()
        .filter(|((_, figure), _)| figure == "turnover_cents");
    let sum: i64 = months.map(|(_, cents)| cents).sum();
    assert_eq!(sum, 12 * 100_001 + 12 * 333_333 + 5 * 66_666);
}
