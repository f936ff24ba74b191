//! Ledgers: who writes what, what the law makes due, and how far an expense has come.

use super::courses::Log;
use super::*;
use crate::doc::genesis::Genesis;
use crate::error::{ErrorCode, Refusal};
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::ledger::{
    self, Alert, Contract, ContractFields, ContractKind, ContributionBasis, DeadlineKind,
    DecisionStatus, Ledger, LedgerCommand, Line, LineState, MilestoneFields, ObligationOwner,
    PathStage, Statement, StatementChanges, alert, contribution, deadlines as deadlines_of, line,
};

mod deadlines;
mod lines;
mod money;

fn of_member() -> Log {
    Log::new(DocHead::ledger(person(MEMBER)))
}

fn finance() -> Grants {
    grants(FINANCE)
}

fn do_as(doc: &mut Automerge, by: u8, command: LedgerCommand) -> Result<Made, CommandError> {
    act(doc, by, &Command::Ledger(command))
}

fn milestone(number: u8, stage: PathStage, on: &str, reason: &str) -> LedgerCommand {
    LedgerCommand::AddMilestone {
        member: person(MEMBER),
        id: ulid(number),
        milestone: MilestoneFields {
            stage,
            on: on.into(),
            reason: reason.into(),
            prescriber: None,
        },
    }
}

fn tick(number: u8, done: bool) -> LedgerCommand {
    LedgerCommand::TickObligation {
        member: person(MEMBER),
        id: ulid(number),
        done,
    }
}

fn add_obligation(number: u8, owner: ObligationOwner) -> LedgerCommand {
    LedgerCommand::AddObligation {
        member: person(MEMBER),
        id: ulid(number),
        obligation: samples::obligation(owner),
    }
}

#[test]
fn a_path_goes_forward_and_back_only_for_a_reason() {
    let mut doc = Genesis::document(Kind::Ledger);
    do_as(
        &mut doc,
        FINANCE,
        milestone(1, PathStage::Cape, "2025-01-01", ""),
    )
    .unwrap();
    do_as(
        &mut doc,
        FINANCE,
        milestone(2, PathStage::Cesa, "2026-01-01", ""),
    )
    .unwrap();
    let back = do_as(
        &mut doc,
        FINANCE,
        milestone(3, PathStage::Cape, "2026-02-01", " "),
    );
    let path = format!("path/{}/reason", ulid(3));
    assert_eq!(back, Err(CommandError::Invalid(path)));
    let why = "Contrat signé trop tôt";
    do_as(
        &mut doc,
        FINANCE,
        milestone(3, PathStage::Cape, "2026-02-01", why),
    )
    .unwrap();
    let ledger = ledger::read(&doc);
    let on = |day| ledger.stage(day).map(|one| one.stage);
    assert_eq!(on("2024-12-31"), None);
    assert_eq!(on("2026-01-31"), Some(PathStage::Cesa));
    assert_eq!(on("2026-02-01"), Some(PathStage::Cape));
    // What came earlier may be told later.
    do_as(
        &mut doc,
        FINANCE,
        milestone(4, PathStage::Prospect, "2024-06-01", ""),
    )
    .unwrap();
}

#[test]
fn days_of_a_contract_that_the_law_does_not_know_are_named() {
    let mut doc = Genesis::document(Kind::Ledger);
    let member = person(MEMBER);
    let mut add = |number, kind, end: &str, trial_end: &str| {
        let contract = ContractFields {
            kind,
            end: end.into(),
            trial_end: trial_end.into(),
            ..samples::contract()
        };
        let id = ulid(number);
        let made = do_as(
            &mut doc,
            FINANCE,
            LedgerCommand::AddContract {
                member,
                id,
                contract,
            },
        );
        made.map(|_| ())
    };
    let wrong = |number, key: &str| {
        Err(CommandError::Invalid(format!(
            "contracts/{}/{key}",
            ulid(number)
        )))
    };
    assert_eq!(
        add(1, ContractKind::Cape, "2026-01-01", ""),
        wrong(1, "end")
    );
    assert_eq!(
        add(2, ContractKind::Cesa, "2024-12-31", ""),
        wrong(2, "end")
    );
    assert_eq!(
        add(3, ContractKind::Cesa, "", "2025-09-01"),
        wrong(3, "trial_end")
    );
    assert_eq!(add(4, ContractKind::Cape, "2025-12-31", ""), Ok(()));
    assert_eq!(add(5, ContractKind::Cesa, "", "2025-08-31"), Ok(()));
}

#[test]
fn a_member_ticks_what_they_answer_for_and_direction_the_rest() {
    let mut doc = Genesis::document(Kind::Ledger);
    let (own, coops) = (1, 2);
    for (number, owner) in [
        (own, ObligationOwner::Member),
        (coops, ObligationOwner::Cooperative),
    ] {
        do_as(&mut doc, FINANCE, add_obligation(number, owner)).unwrap();
    }
    do_as(&mut doc, MEMBER, tick(own, true)).unwrap();
    let forbidden = CommandError::Forbidden(format!("obligations/{}/done_at", ulid(coops)));
    assert_eq!(
        do_as(&mut doc, MEMBER, tick(coops, true)),
        Err(forbidden.clone())
    );
    assert_eq!(do_as(&mut doc, COACH, tick(coops, true)), Err(forbidden));
    do_as(&mut doc, FINANCE, tick(coops, true)).unwrap();
    let ledger = ledger::read(&doc);
    for (id, obligation) in &ledger.obligations {
        assert!(
            !ledger.done_at(*id, obligation).is_empty(),
            "{}",
            obligation.label
        );
    }
}

#[test]
fn a_tick_that_a_member_forges_on_what_the_cooperative_answers_for_counts_for_nothing() {
    let mut log = of_member();
    let add = Command::Ledger(add_obligation(1, ObligationOwner::Cooperative));
    log.accept(&finance(), &add);
    let id = ulid(1).to_string();
    let raw = log.forge(
        &grants(MEMBER),
        &["obligations", &id],
        &[("ticked_at", "2026-03-05T09:00:00Z".into())],
    );
    log.take(&grants(MEMBER), &raw);
    let ledger = ledger::read(&log.doc);
    assert_eq!(ledger.done_at(ulid(1), &ledger.obligations[&ulid(1)]), "");
}

#[test]
fn neither_the_member_nor_a_coach_writes_contracts_statements_or_decisions() {
    let mut log = of_member();
    for (by, command) in every_command() {
        if matches!(command, Command::Ledger(_)) && by == FINANCE {
            log.accept(&finance(), &command);
        }
    }
    let id = |number| ulid(number).to_string();
    let (contract, line) = (id(70), id(11));
    let forgeries: [(&[&str], &str, automerge::ScalarValue); 5] = [
        (&["contracts", &contract], "fixed_pay_cents", 900_000.into()),
        (&["statements", "2026-02"], "cash_cents", 900_000.into()),
        (&["decisions", &line], "status", "valid".into()),
        (&["decisions", &line], "reason", "Tout va bien".into()),
        (&["closed"], "2026-03", "2026-03-05T09:00:00Z".into()),
    ];
    for (map, key, value) in forgeries {
        for who in [grants(MEMBER), grants(COACH)] {
            let raw = log.forge(&who, map, &[(key, value.clone())]);
            let path = format!("{}/{key}", map.join("/"));
            let refused = Refusal {
                code: ErrorCode::Forbidden,
                path: path.clone(),
            };
            assert_eq!(log.judge(&who, &raw), Err(refused), "{path}");
        }
    }
}
