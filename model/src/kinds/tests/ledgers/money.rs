//! Statements and contributions (duty: santé financière).

use super::*;

fn set(doc: &mut Automerge, month: &str, statement: StatementChanges) -> Result<(), CommandError> {
    let (member, month) = (person(MEMBER), month.to_owned());
    do_as(
        doc,
        FINANCE,
        LedgerCommand::SetStatement {
            member,
            month,
            statement,
        },
    )
    .map(|_| ())
}

#[test]
fn a_new_statement_is_written_whole_and_then_figure_by_figure() {
    let mut doc = Genesis::document(Kind::Ledger);
    let cash = |cents| StatementChanges {
        cash_cents: Some(cents),
        ..Default::default()
    };
    assert_eq!(
        set(&mut doc, "2026-02", cash(1)),
        Err(CommandError::NoSuchEntry)
    );
    set(&mut doc, "2026-02", samples::statement()).unwrap();
    set(&mut doc, "2026-02", cash(-4_000)).unwrap();
    let ledger = ledger::read(&doc);
    let statement = ledger.statements.get("2026-02").unwrap();
    assert_eq!(
        (statement.cash_cents, statement.turnover_cents),
        (-4_000, 300_000)
    );
    let wrong = |key: &str| Err(CommandError::Invalid(format!("statements/{key}")));
    assert_eq!(
        set(&mut doc, "2026-13", samples::statement()),
        wrong("2026-13")
    );
    let as_of = StatementChanges {
        as_of: Some("hier".into()),
        ..Default::default()
    };
    assert_eq!(set(&mut doc, "2026-02", as_of), wrong("2026-02/as_of"));
    assert_eq!(
        set(&mut doc, "2026-02", cash(i64::MAX)),
        wrong("2026-02/cash_cents")
    );
}

#[test]
fn treasury_margin_and_result_are_sums_of_the_lines() {
    let mut doc = Genesis::document(Kind::Ledger);
    set(&mut doc, "2026-02", samples::statement()).unwrap();
    let ledger = ledger::read(&doc);
    let statement = ledger.statements.get("2026-02").unwrap();
    assert_eq!(
        statement.reference_cents(),
        512_000 - 40_000 - 20_000 - 60_000
    );
    assert_eq!(statement.future_cents(), 392_000 + 90_000 - 8_000);
    assert_eq!(statement.margin_cents(), 230_000);
    assert_eq!(statement.result_cents(), 230_000 - 26_000 - 150_000);
}

#[test]
fn the_contribution_is_a_part_of_its_basis_and_a_fixed_sum_and_nothing_while_exempt() {
    let mut doc = Genesis::document(Kind::Ledger);
    let (member, id) = (person(MEMBER), ulid(1));
    let contract = ContractFields {
        contribution_exempt_until: "2025-03-31".into(),
        ..samples::contract()
    };
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
    let ledger = ledger::read(&doc);
    let contract = &ledger.contracts[&id];
    let statement = |turnover_cents, purchases_cents| Statement {
        turnover_cents,
        purchases_cents,
        ..Default::default()
    };
    let of = |month, statement| contribution(contract, month, &statement);
    assert_eq!(of("2025-04", statement(300_000, 70_000)), 23_000 + 3_000);
    assert_eq!(
        of("2025-04", statement(5, 0)),
        1 + 3_000,
        "half a cent is a cent"
    );
    assert_eq!(
        of("2025-04", statement(100, 900)),
        3_000,
        "a loss is no part"
    );
    assert_eq!(of("2025-03", statement(300_000, 0)), 0);
    let of_turnover = Contract {
        contribution_basis: ContributionBasis::Turnover,
        ..contract.clone()
    };
    let statement = statement(300_000, 70_000);
    assert_eq!(contribution(&of_turnover, "2025-04", &statement), 33_000);
}
