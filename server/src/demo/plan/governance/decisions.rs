//! What the cooperative was asked in the last months, and is asked now.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::consultation::{
    ConsultationCommand, ConsultationFields, ConsultationStatus, Electorate, Method, OptionFields,
};
use besace_model::kinds::stance::{Position, StanceCommand, StanceFields};
use besace_model::time::{DAY_MS, Timestamp};

use super::super::Plan;
use super::groups::Group;
use super::words::{Asked, OBJECTION, OPEN, PAST, REASONS};
use super::{DIRECTOR, OTHER_DIRECTOR};
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::people::People;

/// Days that people have to answer.
const OPEN_DAYS: i64 = 14;
/// Days between two consultations that are over.
const EVERY_DAYS: i64 = 24;

/// One who may answer, how likely they do, in a hundred.
const TURNOUT: i64 = 55;

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People, groups: &[Group]) {
    let all: Vec<usize> = (0..people.0.len()).collect();
    let associates: Vec<usize> = people
        .entrepreneurs()
        .filter(|(.., business)| business.associate)
        .map(|(index, ..)| index)
        .collect();
    for (number, asked) in PAST.iter().enumerate() {
        let back = (PAST.len() - number) as i64 * EVERY_DAYS;
        let (whom, who) = match number {
            1 | 5 => (Electorate::Associates, &associates),
            _ => (Electorate::Everyone, &all),
        };
        let begins = working_day(plan.today - back - OPEN_DAYS);
        ask(plan, dice, people, (begins, number), (whom, who), asked);
    }
    for (number, asked) in OPEN.iter().enumerate() {
        let group = &groups[3];
        let (whom, who) = match number {
            1 => (Electorate::Associates, &associates),
            3 => (Electorate::Group { group: group.id }, &group.members),
            _ => (Electorate::Everyone, &all),
        };
        let begins = plan.today - 3 - number as i64 * 2;
        ask(plan, dice, people, (begins, number), (whom, who), asked);
    }
}

fn ask(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    (begins, number): (i64, usize),
    (electorate, who): (Electorate, &[usize]),
    asked: &Asked,
) {
    let (question, details, method, secret, options, quorum_bp, outcome) = *asked;
    let by = [DIRECTOR, OTHER_DIRECTOR][number % 2];
    let at = instant(begins, 9, 0);
    let ends = begins + OPEN_DAYS;
    let id = dice.ulid(at);
    let closes = instant(ends, 19, 0).rfc3339();
    let consultation = ConsultationFields {
        question: question.to_owned(),
        details: details.to_owned(),
        method,
        secret,
        closes: closes.clone(),
        quorum_bp,
        proxies: 2,
    };
    let say = |plan: &mut Plan, at, command| plan.add(at, by, Command::Consultation(command));
    let add = ConsultationCommand::AddConsultation {
        id,
        consultation,
        electorate,
    };
    say(plan, at, add);
    let mut offered = Vec::new();
    for (place, label) in options.iter().enumerate() {
        let at = at.plus_ms(1 + place as i64);
        let (option, is_day) = (dice.ulid(at), method == Method::DatePoll);
        let fields = OptionFields {
            label: (*label).to_owned(),
            day: if is_day {
                date(ends + 10 + place as i64)
            } else {
                String::new()
            },
        };
        let add = ConsultationCommand::AddOption {
            consultation: id,
            id: option,
            option: fields,
        };
        say(plan, at, add);
        offered.push(option);
    }
    let status = ConsultationStatus::Open;
    let open = ConsultationCommand::SetConsultationStatus { id, status };
    say(plan, at.plus_ms(60_000), open);
    for (place, voter) in who.iter().enumerate() {
        if !dice.percent(TURNOUT) {
            continue;
        }
        // One of a hundred or so answers too late.
        let day = if place % 31 == 30 {
            ends + 2
        } else {
            begins + 1 + dice.between(0, OPEN_DAYS - 2)
        };
        let when = instant(day, 12, dice.between(0, 59));
        answer(
            plan,
            dice,
            (people, who),
            (when, *voter),
            (id, method, &closes),
            &offered,
        );
    }
    if !outcome.is_empty() {
        let outcome = outcome.to_owned();
        let publish = ConsultationCommand::PublishOutcome { id, outcome };
        say(plan, instant(ends + 3, 9, 0), publish);
    }
}

fn answer(
    plan: &mut Plan,
    dice: &mut Dice,
    (people, who): (&People, &[usize]),
    (at, voter): (Timestamp, usize),
    (id, method, closes): (Ulid, Method, &str),
    offered: &[Ulid],
) {
    let none = StanceFields {
        closes: closes.to_owned(),
        ..StanceFields::default()
    };
    let reason = if dice.percent(20) {
        dice.pick(&REASONS)
    } else {
        ""
    };
    let said = StanceFields {
        reason: reason.to_owned(),
        ..none.clone()
    };
    let bearer = dice.pick(who);
    let stance = match method {
        _ if dice.percent(6) && bearer != voter => StanceFields {
            proxy: Some(people.0[bearer].member),
            ..none
        },
        Method::Poll => StanceFields {
            option: Some(dice.pick(offered)),
            ..said
        },
        Method::DatePoll => StanceFields {
            days: offered
                .iter()
                .copied()
                .filter(|_| dice.percent(60))
                .collect(),
            ..said
        },
        Method::Advice => StanceFields {
            reason: dice.pick(&REASONS).to_owned(),
            ..said
        },
        Method::Consent if dice.percent(6) => StanceFields {
            position: Some(Position::Objection),
            reason: OBJECTION.to_owned(),
            ..said
        },
        Method::Consent => StanceFields {
            position: Some(dice.pick(&[Position::Consent, Position::Consent, Position::Abstain])),
            ..said
        },
    };
    let at = at.plus_ms(dice.between(0, DAY_MS / 4));
    plan.add(
        at,
        voter,
        Command::Stance(StanceCommand::TakeStance { id, stance }),
    );
}
