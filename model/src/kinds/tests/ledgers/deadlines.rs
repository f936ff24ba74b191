//! What contracts make due, and how near it is (duty: obligations légales, fiscales, sociales).

use super::*;
use crate::kinds::register::{Standing, standing};

fn with(contracts: &[(u8, ContractKind, &str, &str)]) -> Automerge {
    let mut doc = Genesis::document(Kind::Ledger);
    for (number, kind, start, end) in contracts {
        let contract = ContractFields {
            kind: *kind,
            start: (*start).into(),
            end: (*end).into(),
            trial_end: String::new(),
            ..samples::contract()
        };
        let (member, id) = (person(MEMBER), ulid(*number));
        do_as(
            &mut doc,
            FINANCE,
            LedgerCommand::AddContract {
                member,
                id,
                contract,
            },
        )
        .unwrap();
    }
    doc
}

fn due(doc: &Automerge, today: &str) -> Vec<(DeadlineKind, String)> {
    let all = deadlines_of(&ledger::read(doc), today).into_iter();
    all.map(|one| (one.what, one.day)).collect()
}

#[test]
fn a_member_with_one_signed_interview_is_amber_on_the_first_of_october_and_red_on_the_first_of_november()
 {
    let on = |day| standing(1, 2026, day);
    assert_eq!(on("2026-09-30"), Standing::InTime);
    assert_eq!(on("2026-10-01"), Standing::Soon);
    assert_eq!(on("2026-10-31"), Standing::Soon);
    assert_eq!(on("2026-11-01"), Standing::Late);
    assert_eq!(standing(2, 2026, "2026-12-31"), Standing::Complete);
}

#[test]
fn alerts_come_at_twelve_six_and_three_months() {
    let on = |today| alert("2028-01-31", today);
    assert_eq!(on("2027-01-30"), Alert::Later);
    assert_eq!(on("2027-01-31"), Alert::TwelveMonths);
    assert_eq!(on("2027-07-30"), Alert::TwelveMonths);
    assert_eq!(on("2027-07-31"), Alert::SixMonths);
    assert_eq!(on("2027-10-30"), Alert::SixMonths);
    assert_eq!(on("2027-10-31"), Alert::ThreeMonths);
    assert_eq!(on("2028-01-31"), Alert::ThreeMonths);
    assert_eq!(on("2028-02-01"), Alert::Past);
}

#[test]
fn an_associate_is_due_three_years_after_the_contract_less_the_time_under_a_cape() {
    let alone = with(&[(1, ContractKind::Cesa, "2025-01-01", "")]);
    let by = |doc: &Automerge| ledger::read(doc).associate_by();
    assert_eq!(by(&alone).as_deref(), Some("2028-01-01"));
    let after_capes = with(&[
        (1, ContractKind::Cape, "2024-01-01", "2024-06-30"),
        // Renewed a month before its end: a day counts once.
        (2, ContractKind::Cape, "2024-06-01", "2024-12-31"),
        (3, ContractKind::Cesa, "2025-01-01", ""),
        (4, ContractKind::Cesa, "2026-01-01", ""),
    ]);
    // 366 days of 2024.
    assert_eq!(by(&after_capes).as_deref(), Some("2026-12-31"));
    assert_eq!(
        by(&with(&[(1, ContractKind::CdiEs, "2014-01-01", "")])),
        None
    );
}

#[test]
fn the_end_of_a_cape_is_due_until_another_contract_follows() {
    let cape = (1, ContractKind::Cape, "2026-01-01", "2026-06-30");
    let end = (DeadlineKind::CapeEnd, "2026-06-30".to_owned());
    assert_eq!(due(&with(&[cape]), "2026-07-15"), vec![end]);
    let followed = with(&[cape, (2, ContractKind::Cesa, "2026-07-01", "")]);
    let associate = (DeadlineKind::Associate, "2029-01-01".to_owned());
    for today in ["2026-06-15", "2026-07-15"] {
        assert_eq!(due(&followed, today), vec![associate.clone()], "{today}");
    }
}

#[test]
fn nothing_is_due_of_who_became_an_associate_or_left() {
    let mut doc = with(&[(1, ContractKind::Cesa, "2025-01-01", "")]);
    assert_eq!(due(&doc, "2026-03-05").len(), 1);
    do_as(
        &mut doc,
        FINANCE,
        milestone(5, PathStage::Associate, "2026-03-01", ""),
    )
    .unwrap();
    assert_eq!(due(&doc, "2026-03-05"), vec![]);
    let mut doc = with(&[(1, ContractKind::Cape, "2026-01-01", "2026-06-30")]);
    do_as(
        &mut doc,
        FINANCE,
        milestone(5, PathStage::Exited, "2026-03-01", ""),
    )
    .unwrap();
    assert_eq!(due(&doc, "2026-03-05"), vec![]);
    assert_eq!(due(&doc, "2026-02-05").len(), 1);
}

#[test]
fn a_trial_is_due_while_it_lasts() {
    let mut doc = Genesis::document(Kind::Ledger);
    let (member, id, contract) = (person(MEMBER), ulid(1), samples::contract());
    do_as(
        &mut doc,
        FINANCE,
        LedgerCommand::AddContract {
            member,
            id,
            contract,
        },
    )
    .unwrap();
    let trial = (DeadlineKind::TrialEnd, "2025-08-31".to_owned());
    assert_eq!(due(&doc, "2025-08-31")[0], trial);
    assert!(!due(&doc, "2025-09-01").contains(&trial));
}
