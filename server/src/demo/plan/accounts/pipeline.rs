//! Leads and forecasts.

use besace_model::command::Command;
use besace_model::kinds::activity::{ActivityCommand, LeadFields, LeadStage};

use super::{month_after, year_of};
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::people::Business;
use crate::demo::plan::{Plan, STALE_DAYS};

pub(super) fn lead(plan: &mut Plan, dice: &mut Dice, by: usize, business: &Business, first: i64) {
    let day = working_day(first + dice.between(0, 20));
    let at = instant(day, 11, dice.between(0, 59));
    let stage = dice.pick(&[
        LeadStage::Lead,
        LeadStage::QuoteSent,
        LeadStage::Won,
        LeadStage::Won,
        LeadStage::Lost,
    ]);
    let due = working_day(day + dice.between(10, 40));
    // Nobody keeps a lead in the pipeline for months after its date.
    let stage = match stage {
        LeadStage::Lead | LeadStage::QuoteSent if due < plan.today - STALE_DAYS => LeadStage::Lost,
        stage => stage,
    };
    let lead = LeadFields {
        title: dice.pick(business.sector.jobs).to_owned(),
        contact: dice.pick(business.sector.clients).to_owned(),
        amount_cents: dice.between(4, 62) * 10_000,
        stage,
        next_step: dice
            .pick(&[
                "Relancer par téléphone",
                "Envoyer le devis",
                "Rencontre sur place",
                "Attendre la décision du conseil",
            ])
            .to_owned(),
        due: date(due),
    };
    plan.add(
        at,
        by,
        Command::Activity(ActivityCommand::AddLead {
            year: year_of(day),
            id: dice.ulid(at),
            lead,
        }),
    );
}

/// What is hoped for the month after: calendar months, each once. Steps of thirty days would meet one of them twice.
pub(super) fn forecast(plan: &mut Plan, dice: &mut Dice, by: usize, first: i64, index: i64) {
    let at = instant(working_day(first), 18, dice.between(0, 59));
    plan.add(
        at,
        by,
        Command::Activity(ActivityCommand::SetForecast {
            month: month_after(plan.start, index + 1),
            cents: dice.between(8, 42) * 10_000,
        }),
    );
}
