//! A year with partners: whom the team met, what was agreed with them.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::partner::{
    PartnerAgreementFields, PartnerCommand, PartnerContactFields, PartnerFields,
    PartnerInteractionChanges, PartnerInteractionFields, PartnerKind,
};

use super::super::dice::{Dice, date, instant, working_day};
use super::super::network::{ACTS, CONTACTS, PARTNERSHIPS};
use super::super::people::{BRANCHES, People};
use super::{Plan, STALE_DAYS, YEAR_DAYS};

/// What was done with partners in the year: fifteen times a month.
const ACTS_A_YEAR: i64 = 180;
/// When agreements end, in days from today: some soon, some late, some long past.
const ENDS: [i64; 7] = [25, 52, 140, 210, 300, -40, 400];

/// The partners, and what was done with them.
pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let mut known = Vec::new();
    for (number, (kind, names, brings)) in (0..).zip(PARTNERSHIPS) {
        for (branch, name) in names.into_iter().enumerate() {
            let id = partner(plan, dice, people, (kind, name, brings), branch);
            contact(plan, dice, people, id, branch);
            if matches!(kind, PartnerKind::Funder | PartnerKind::Institution) {
                let ends = ENDS[(number + branch * 2) % ENDS.len()];
                agreement(plan, dice, people, id, branch, ends);
            }
            known.push((id, branch));
        }
    }
    for turn in 0..ACTS_A_YEAR {
        let day = working_day(plan.start + 6 + turn * (YEAR_DAYS - 6) / ACTS_A_YEAR);
        let (id, branch) = dice.pick(&known);
        interaction(plan, dice, people, (id, branch), day);
    }
}

fn say(plan: &mut Plan, at: besace_model::time::Timestamp, by: usize, command: PartnerCommand) {
    plan.add(at, by, Command::Partner(command));
}

fn partner(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    (kind, name, brings): (PartnerKind, &str, &str),
    branch: usize,
) -> Ulid {
    let at = instant(working_day(plan.start), 9, dice.between(0, 59));
    let id = dice.ulid(at);
    let by = people.coach(branch);
    let partner = PartnerFields {
        name: name.to_owned(),
        kind,
        territory: BRANCHES[branch].to_owned(),
        brings: brings.to_owned(),
        ask: Some(people.0[by].member),
        presented: dice.percent(60),
    };
    say(plan, at, by, PartnerCommand::AddPartner { id, partner });
    id
}

fn contact(plan: &mut Plan, dice: &mut Dice, people: &People, partner: Ulid, branch: usize) {
    let at = instant(working_day(plan.start), 10, dice.between(0, 59));
    let id = dice.ulid(at);
    let (name, role) = dice.pick(&CONTACTS);
    let contact = PartnerContactFields {
        name: name.to_owned(),
        role: role.to_owned(),
        phone: format!(
            "02 98 00 {:02} {:02}",
            dice.between(10, 99),
            dice.between(10, 99)
        ),
        email: "contact@partenaire.example".to_owned(),
    };
    let command = PartnerCommand::AddPartnerContact {
        partner,
        id,
        contact,
    };
    say(plan, at, people.coach(branch), command);
}

fn agreement(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    partner: Ulid,
    branch: usize,
    ends: i64,
) {
    let at = instant(working_day(plan.start), 11, dice.between(0, 59));
    let id = dice.ulid(at);
    let end = plan.today + ends;
    let agreement = PartnerAgreementFields {
        title: format!("Convention {}", date(end).get(..4).unwrap_or_default()),
        start: date(end - YEAR_DAYS),
        end: date(end),
        amount_cents: dice.between(2, 24) * 50_000,
        deliverables: "Quatre ateliers ouverts à tous, un bilan écrit, les feuilles signées."
            .to_owned(),
    };
    let command = PartnerCommand::AddPartnerAgreement {
        partner,
        id,
        agreement,
    };
    say(plan, at, people.coach(branch), command);
}

fn interaction(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    (partner, branch): (Ulid, usize),
    day: i64,
) {
    let at = instant(day, dice.between(9, 17), dice.between(0, 59));
    let id = dice.ulid(at);
    // Direction and communication go too.
    let by = dice.pick(&[people.coach(branch), 0, 1, people.team().len() - 1]);
    let (act, minutes, note, next) = dice.pick(&ACTS);
    let due = working_day(day + dice.between(5, 21));
    let interaction = PartnerInteractionFields {
        date: date(day),
        minutes,
        act,
        note: note.to_owned(),
        next_step: next.to_owned(),
        due: if next.is_empty() {
            String::new()
        } else {
            date(due)
        },
        done_at: String::new(),
    };
    let command = PartnerCommand::AddPartnerInteraction {
        partner,
        id,
        interaction,
    };
    say(plan, at, by, command);
    // What is long past was done.
    let is_stale = due < plan.today - STALE_DAYS;
    if !next.is_empty() && (is_stale || dice.percent(60)) {
        let done = instant(due + dice.between(-3, 4), 17, dice.between(0, 59));
        let changes = PartnerInteractionChanges {
            done_at: Some(date(done.0.div_euclid(besace_model::time::DAY_MS))),
            ..PartnerInteractionChanges::default()
        };
        let command = PartnerCommand::EditPartnerInteraction {
            partner,
            id,
            changes,
        };
        say(plan, done, by, command);
    }
}
