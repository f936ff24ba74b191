//! Contracts and the path that led to them.

use besace_model::command::Command;
use besace_model::kinds::directory::Stage;
use besace_model::kinds::ledger::{
    ContractFields, ContractKind, ContributionBasis, LedgerCommand, MilestoneFields, PathStage,
};

use super::Subject;
use crate::demo::dice::{Dice, date, instant};
use crate::demo::plan::Plan;

const MONTH_DAYS: i64 = 30;
const YEAR_DAYS: i64 = 365;
/// Days without contribution, at the beginning of a CAPE.
const EXEMPT_DAYS: i64 = 90;
/// Days of a trial period.
const TRIAL_DAYS: i64 = 180;

const GOALS: [&str; 4] = [
    "Tester l’offre auprès de dix clients et fixer un prix qui tienne.",
    "Atteindre 2 000 € de chiffre d’affaires par mois, dont la moitié récurrente.",
    "Vivre de l’activité à temps plein et former une personne par an.",
    "Deux chantiers par mois, et un stock qui ne dort pas.",
];
const MINIMUM: [&str; 3] = [
    "Six prestations facturées par an",
    "400 € de chiffre d’affaires par mois en moyenne",
    "Deux rendez-vous d’accompagnement par an",
];

/// Writes the contracts down as the year begins; gives the last one.
pub(super) fn year(plan: &mut Plan, dice: &mut Dice, subject: &Subject<'_>) -> ContractFields {
    let today = plan.today;
    let stages = match subject.business.stage {
        Stage::Cape => {
            let start = today - dice.between(40, 330);
            vec![(ContractKind::Cape, start, Some(start + YEAR_DAYS - 1))]
        }
        Stage::CdiEs => {
            let start = today - dice.between(12, 14) * YEAR_DAYS;
            vec![(ContractKind::CdiEs, start, None)]
        }
        _ => {
            // Who is no associate yet has time left: three years less the one under a CAPE.
            let months = if subject.business.associate {
                dice.between(30, 80)
            } else {
                dice.between(2, 22)
            };
            let start = today - months * MONTH_DAYS;
            let cape = start - YEAR_DAYS;
            vec![
                (ContractKind::Cape, cape, Some(start - 1)),
                (ContractKind::Cesa, start, None),
            ]
        }
    };
    let mut last = None;
    for (kind, start, end) in stages {
        let contract = contract(dice, kind, start, end);
        // What began before the year that is told is written down as it begins.
        let day = start.max(plan.start);
        milestone(plan, dice, subject, path_stage(kind), start, day);
        let at = instant(day, 9, dice.between(0, 59));
        let id = dice.ulid(at);
        let add = LedgerCommand::AddContract {
            member: subject.member,
            id,
            contract: contract.clone(),
        };
        plan.add(at, subject.finance, Command::Ledger(add));
        last = Some((contract, start));
    }
    let (contract, start) = last.expect("every stage has a contract");
    if subject.business.associate && contract.kind != ContractKind::Cape {
        let on = (start + 2 * YEAR_DAYS).min(today - MONTH_DAYS);
        milestone(
            plan,
            dice,
            subject,
            PathStage::Associate,
            on,
            on.max(plan.start),
        );
    }
    contract
}

fn contract(dice: &mut Dice, kind: ContractKind, start: i64, end: Option<i64>) -> ContractFields {
    let is_cape = kind == ContractKind::Cape;
    ContractFields {
        kind,
        start: date(start),
        end: end.map(date).unwrap_or_default(),
        trial_end: if kind == ContractKind::Cesa {
            date(start + TRIAL_DAYS)
        } else {
            String::new()
        },
        goals: dice.pick(&GOALS).to_owned(),
        minimum_activity: dice.pick(&MINIMUM).to_owned(),
        fixed_pay_cents: if is_cape {
            0
        } else {
            dice.between(20, 160) * 1_000
        },
        variable_rule: if is_cape {
            String::new()
        } else {
            "Le solde de l’activité, une fois les comptes approuvés\u{a0}; acomptes possibles chaque trimestre."
                .to_owned()
        },
        contribution_basis: ContributionBasis::Margin,
        contribution_rate_bp: 1_000,
        contribution_fixed_cents: 3_000,
        contribution_exempt_until: if is_cape {
            date(start + EXEMPT_DAYS)
        } else {
            String::new()
        },
        statutes_version: "Statuts adoptés le 14 juin 2024".to_owned(),
        clients_clause: "Les clients et les créations restent à qui les a apportés ou faites."
            .to_owned(),
    }
}

fn path_stage(kind: ContractKind) -> PathStage {
    match kind {
        ContractKind::Cape => PathStage::Cape,
        ContractKind::Cesa => PathStage::Cesa,
        ContractKind::CdiEs => PathStage::CdiEs,
    }
}

fn milestone(
    plan: &mut Plan,
    dice: &mut Dice,
    subject: &Subject<'_>,
    stage: PathStage,
    on: i64,
    told: i64,
) {
    let at = instant(told, 8, dice.between(0, 59));
    let id = dice.ulid(at);
    let milestone = MilestoneFields {
        stage,
        on: date(on),
        reason: String::new(),
        prescriber: None,
    };
    let add = LedgerCommand::AddMilestone {
        member: subject.member,
        id,
        milestone,
    };
    plan.add(at, subject.finance, Command::Ledger(add));
}
