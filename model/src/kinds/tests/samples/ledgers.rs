//! What is done to a ledger.

use super::*;
use crate::kinds::ledger::{
    ContractChanges, ContractFields, ContractKind, ContributionBasis, DecisionStatus,
    LedgerCommand, MilestoneChanges, MilestoneFields, ObligationChanges, ObligationFields,
    ObligationKind, ObligationOwner, PathStage, StatementChanges,
};

/// Employed since the first day of 2025.
pub(crate) fn contract() -> ContractFields {
    ContractFields {
        kind: ContractKind::Cesa,
        start: "2025-01-01".into(),
        end: String::new(),
        trial_end: "2025-08-31".into(),
        goals: "Vivre de la menuiserie.".into(),
        minimum_activity: "Six chantiers par an".into(),
        fixed_pay_cents: 42_000,
        variable_rule: "Le solde, une fois les comptes approuvés.".into(),
        contribution_basis: ContributionBasis::Margin,
        contribution_rate_bp: 1_000,
        contribution_fixed_cents: 3_000,
        contribution_exempt_until: String::new(),
        statutes_version: "Statuts du 12 juin 2024".into(),
        clients_clause: "Les clients restent à qui les a trouvés.".into(),
    }
}

pub(crate) fn obligation(owner: ObligationOwner) -> ObligationFields {
    ObligationFields {
        kind: ObligationKind::Insurance,
        label: "Attestation décennale".into(),
        due: "2026-04-01".into(),
        owner,
        note: "À demander à l’assureur".into(),
    }
}

pub(crate) fn statement() -> StatementChanges {
    StatementChanges {
        as_of: Some("2026-02-28".into()),
        cash_cents: Some(512_000),
        charges_cents: Some(40_000),
        suppliers_cents: Some(20_000),
        salaries_cents: Some(60_000),
        customers_cents: Some(90_000),
        notes_cents: Some(8_000),
        turnover_cents: Some(300_000),
        purchases_cents: Some(50_000),
        expenses_cents: Some(20_000),
        contribution_cents: Some(26_000),
        payroll_cents: Some(150_000),
    }
}

pub(super) fn ledgers() -> Vec<(u8, Command)> {
    use LedgerCommand::*;
    let member = person(MEMBER);
    let month = || "2026-02".to_owned();
    let decide = |status, reason: &str| DecideLine {
        member,
        id: ulid(11),
        status,
        reason: reason.into(),
        line_sha256: "ab".repeat(32),
    };
    let milestone = |stage, on: &str| MilestoneFields {
        stage,
        on: on.into(),
        reason: String::new(),
        prescriber: Some(ulid(78)),
    };
    [
        (
            FINANCE,
            AddContract {
                member,
                id: ulid(70),
                contract: contract(),
            },
        ),
        (
            FINANCE,
            EditContract {
                member,
                id: ulid(70),
                changes: ContractChanges {
                    goals: Some("Vivre de la menuiserie et former.".into()),
                    end: Some("2027-12-31".into()),
                    contribution_exempt_until: Some("2025-03-31".into()),
                    ..Default::default()
                },
            },
        ),
        (
            FINANCE,
            AddMilestone {
                member,
                id: ulid(71),
                milestone: milestone(PathStage::Cape, "2024-01-01"),
            },
        ),
        (
            FINANCE,
            AddMilestone {
                member,
                id: ulid(72),
                milestone: milestone(PathStage::Cesa, "2025-01-01"),
            },
        ),
        (
            FINANCE,
            EditMilestone {
                member,
                id: ulid(71),
                changes: MilestoneChanges {
                    reason: Some("Date corrigée d’après le contrat".into()),
                    ..Default::default()
                },
            },
        ),
        (
            FINANCE,
            AddObligation {
                member,
                id: ulid(73),
                obligation: obligation(ObligationOwner::Member),
            },
        ),
        (
            FINANCE,
            AddObligation {
                member,
                id: ulid(74),
                obligation: obligation(ObligationOwner::Cooperative),
            },
        ),
        (
            FINANCE,
            EditObligation {
                member,
                id: ulid(73),
                changes: ObligationChanges {
                    due: Some("2026-05-01".into()),
                    ..Default::default()
                },
            },
        ),
        (
            MEMBER,
            TickObligation {
                member,
                id: ulid(73),
                done: true,
            },
        ),
        (
            MEMBER,
            TickObligation {
                member,
                id: ulid(73),
                done: false,
            },
        ),
        (
            FINANCE,
            TickObligation {
                member,
                id: ulid(74),
                done: true,
            },
        ),
        (
            FINANCE,
            TickObligation {
                member,
                id: ulid(74),
                done: false,
            },
        ),
        (
            FINANCE,
            SetStatement {
                member,
                month: month(),
                statement: statement(),
            },
        ),
        (
            FINANCE,
            SetStatement {
                member,
                month: month(),
                statement: StatementChanges {
                    cash_cents: Some(-4_000),
                    ..Default::default()
                },
            },
        ),
        (
            FINANCE,
            decide(DecisionStatus::Invalid, "Le justificatif manque."),
        ),
        (FINANCE, decide(DecisionStatus::Valid, "")),
        (FINANCE, decide(DecisionStatus::Paid, "")),
        (
            FINANCE,
            CloseMonth {
                member,
                month: month(),
                closed: true,
            },
        ),
        (
            FINANCE,
            CloseMonth {
                member,
                month: month(),
                closed: false,
            },
        ),
    ]
    .map(|(by, command)| (by, Command::Ledger(command)))
    .into()
}
