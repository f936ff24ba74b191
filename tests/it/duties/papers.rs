//! What finance and direction write of members: contracts, statements, the stages of their path.

use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::ledger::{
    ContractFields, ContractKind, ContributionBasis, LedgerCommand, MilestoneFields, PathStage,
    StatementChanges,
};

/// A contract between two days, with no trial.
pub(super) fn contract(kind: ContractKind, start: &str, end: &str) -> ContractFields {
    ContractFields {
        kind,
        start: start.into(),
        end: end.into(),
        trial_end: String::new(),
        goals: "Dix clients.".into(),
        minimum_activity: "400 € par mois".into(),
        fixed_pay_cents: 0,
        variable_rule: String::new(),
        contribution_basis: ContributionBasis::Margin,
        contribution_rate_bp: 1_000,
        contribution_fixed_cents: 3_000,
        contribution_exempt_until: String::new(),
        statutes_version: "2024".into(),
        clients_clause: String::new(),
    }
}

pub(super) fn signs(member: MemberId, id: Ulid, contract: ContractFields) -> Command {
    Command::Ledger(LedgerCommand::AddContract {
        member,
        id,
        contract,
    })
}

/// A month's statement of round figures around a turnover and a treasury.
pub(super) fn states(member: MemberId, month: &str, turnover: i64, treasury: i64) -> Command {
    Command::Ledger(LedgerCommand::SetStatement {
        member,
        month: month.into(),
        statement: StatementChanges {
            as_of: Some(format!("{month}-28")),
            cash_cents: Some(treasury + 60_001),
            charges_cents: Some(30_000),
            suppliers_cents: Some(20_001),
            salaries_cents: Some(10_000),
            customers_cents: Some(40_000),
            notes_cents: Some(5_000),
            turnover_cents: Some(turnover),
            purchases_cents: Some(20_003),
            expenses_cents: Some(10_010),
            contribution_cents: Some(7_777),
            payroll_cents: Some(30_000),
        },
    })
}

/// A stage from a day on, and the partner who sent the member.
pub(super) fn reaches(
    member: MemberId,
    id: Ulid,
    (stage, on): (PathStage, &str),
    prescriber: Option<Ulid>,
) -> Command {
    Command::Ledger(LedgerCommand::AddMilestone {
        member,
        id,
        milestone: MilestoneFields {
            stage,
            on: on.into(),
            reason: String::new(),
            prescriber,
        },
    })
}
