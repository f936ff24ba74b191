//! What each member and the cooperative have to do by a day: done, late, soon and later.

use besace_model::command::Command;
use besace_model::kinds::ledger::{
    LedgerCommand, ObligationFields, ObligationKind, ObligationOwner,
};

use super::Subject;
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::plan::Plan;

/// What it is about, what it is, who answers for it, what helps.
type Written = (ObligationKind, &'static str, ObligationOwner, &'static str);

const ALL: [Written; 6] = [
    (
        ObligationKind::Insurance,
        "Attestation de responsabilité civile professionnelle",
        ObligationOwner::Member,
        "À demander à l’assureur, puis à remettre à la coopérative",
    ),
    (
        ObligationKind::HealthSafety,
        "Mettre à jour la fiche des risques de l’activité",
        ObligationOwner::Member,
        "Une page, avec votre accompagnatrice",
    ),
    (
        ObligationKind::Social,
        "Visite de santé au travail",
        ObligationOwner::Cooperative,
        "",
    ),
    (
        ObligationKind::Training,
        "Choisir une formation dans l’année",
        ObligationOwner::Member,
        "",
    ),
    (
        ObligationKind::Tax,
        "Vérifier le taux de TVA des ventes",
        ObligationOwner::Member,
        "",
    ),
    (
        ObligationKind::Legal,
        "Renouveler ou transformer le contrat",
        ObligationOwner::Cooperative,
        "Rendez-vous à prendre deux mois avant",
    ),
];

/// Days from today on which these are due, before or after.
const DUE: [i64; 6] = [-120, -45, -8, 6, 40, 150];
/// Days before the day by which somebody who is in time is done.
const AHEAD: i64 = 12;

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, subject: &Subject<'_>) {
    for (number, (kind, label, owner, note)) in ALL.into_iter().enumerate() {
        let due = working_day(plan.today + DUE[(number + subject.by) % DUE.len()]);
        let written = instant(due - 150, 10, dice.between(0, 59));
        let at = written.max(instant(plan.start, 10, dice.between(0, 59)));
        let id = dice.ulid(at);
        let obligation = ObligationFields {
            kind,
            label: label.to_owned(),
            due: date(due),
            owner,
            note: note.to_owned(),
        };
        let member = subject.member;
        let add = LedgerCommand::AddObligation {
            member,
            id,
            obligation,
        };
        plan.add(at, subject.finance, Command::Ledger(add));
        // What is long past is done, but for a few; what is due now is not yet.
        if due < plan.today - AHEAD && dice.percent(85) {
            let by = match owner {
                ObligationOwner::Member => subject.by,
                ObligationOwner::Cooperative => subject.finance,
            };
            let done = instant(due - dice.between(0, AHEAD), 17, dice.between(0, 59));
            let tick = LedgerCommand::TickObligation {
                member,
                id,
                done: true,
            };
            plan.add(done.max(at.plus_ms(60_000)), by, Command::Ledger(tick));
        }
    }
}
