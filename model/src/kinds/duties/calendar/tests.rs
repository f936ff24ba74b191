//! What a year asks for, read off the calendars of the offices.

use std::collections::BTreeSet;

use super::*;

const TERMS: DutyTerms = DutyTerms {
    closing_month: 12,
    dsn_day: 15,
    vat_day: 24,
};

fn due(all: &[ProposedDuty], cause: DutyCause) -> Vec<&str> {
    let of_cause = all.iter().filter(|duty| duty.cause == cause);
    of_cause.map(|duty| duty.due.as_str()).collect()
}

#[test]
fn a_year_that_closes_in_december_has_its_assembly_by_the_end_of_june() {
    let all = calendar(2026, TERMS);
    for (cause, days) in [
        (DutyCause::AgmCall, vec!["2026-06-15"]),
        (DutyCause::Agm, vec!["2026-06-30"]),
        (DutyCause::AccountsFiled, vec!["2026-07-31"]),
        (DutyCause::VariablePay, vec!["2026-07-31"]),
        (DutyCause::TaxBalance, vec!["2026-05-15"]),
        (DutyCause::TaxReturn, vec!["2026-05-05"]),
        (DutyCause::CfeBalance, vec!["2026-12-15"]),
        (
            DutyCause::TaxInstalment,
            vec!["2026-03-16", "2026-06-15", "2026-09-15", "2026-12-15"],
        ),
    ] {
        assert_eq!(due(&all, cause), days, "{cause:?}");
    }
}

#[test]
fn another_closing_moves_what_follows_it_and_nothing_else() {
    let june = DutyTerms {
        closing_month: 6,
        ..TERMS
    };
    let all = calendar(2026, june);
    assert_eq!(due(&all, DutyCause::Agm), ["2026-12-31"]);
    assert_eq!(due(&all, DutyCause::AccountsFiled), ["2026-01-31"]);
    assert_eq!(due(&all, DutyCause::TaxReturn), ["2026-09-30"]);
    assert_eq!(due(&all, DutyCause::TaxBalance), ["2026-10-15"]);
    assert_eq!(due(&all, DutyCause::CfeBalance), ["2026-12-15"]);
}

#[test]
fn declarations_come_each_month_for_the_month_before_and_wait_for_a_working_day() {
    let all = calendar(2026, TERMS);
    let dsn: Vec<_> = all
        .iter()
        .filter(|duty| duty.cause == DutyCause::Dsn)
        .map(|duty| (duty.of.as_str(), duty.due.as_str()))
        .collect();
    assert_eq!(dsn.len(), 12);
    assert_eq!(dsn[0], ("2025-12", "2026-01-15"));
    assert_eq!(dsn[1], ("2026-01", "2026-02-16"), "the 15th is a Sunday");
    assert_eq!(dsn[7], ("2026-07", "2026-08-17"), "the 15th is a Saturday");
    assert_eq!(due(&all, DutyCause::Vat).len(), 12);
}

#[test]
fn each_is_one_entry_of_its_year_whoever_proposes_it_and_however() {
    for year in [2000, 2024, 2026, 2999] {
        for closing_month in -1..=14 {
            let terms = DutyTerms {
                closing_month,
                dsn_day: 5,
                vat_day: 99,
            };
            let all = calendar(year, terms);
            let ids: BTreeSet<_> = all.iter().map(|duty| duty.id).collect();
            assert_eq!(ids.len(), all.len());
            let first: BTreeSet<_> = calendar(year, TERMS).iter().map(|duty| duty.id).collect();
            assert_eq!(ids, first);
            let of_year = format!("{year:04}-");
            assert!(all.iter().all(|duty| duty.due.starts_with(&of_year)));
        }
    }
    let next: BTreeSet<_> = calendar(2027, TERMS).iter().map(|duty| duty.id).collect();
    assert!(
        calendar(2026, TERMS)
            .iter()
            .all(|duty| !next.contains(&duty.id))
    );
}
