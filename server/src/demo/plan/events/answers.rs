//! What people answer to an event.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::rsvp::{AnswerCommand, AnswerFields, AnswerStatus};
use besace_model::time::{DAY_MS, Timestamp};

use super::HOUR_MS;
use crate::demo::dice::{Dice, instant};
use crate::demo::gatherings::COMMENTS;
use crate::demo::people::{BRANCHES, People};
use crate::demo::plan::Plan;

/// Answers to one event, on average.
const ANSWERS: i64 = 20;

/// Answers to an event; who says that they come, by their places in [`People`].
pub(super) fn answers(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    event: Ulid,
    from: Timestamp,
    start: Timestamp,
    weight: i64,
) -> Vec<usize> {
    let mut coming = Vec::new();
    // A day's commits reach the relay in its evening: who comes has said so the day before.
    let eve = start.0 - start.0.rem_euclid(DAY_MS);
    let until = eve.min(instant(plan.today, 18, 0).0);
    let hours = ((until - from.0) / HOUR_MS - 1).max(1);
    // The chance is a little above the average: those who already declined by silence do not answer at all.
    let chance = (ANSWERS * weight * 100 / 84).min(90);
    for (by, _, business) in people.entrepreneurs() {
        if !dice.percent(chance) {
            continue;
        }
        let status = match dice.between(1, 10) {
            1 => AnswerStatus::Tentative,
            2 | 3 => AnswerStatus::Declined,
            _ => AnswerStatus::Accepted,
        };
        if status == AnswerStatus::Accepted {
            coming.push(by);
        }
        let drives = status == AnswerStatus::Accepted && dice.percent(15);
        let answer = AnswerFields {
            status,
            comment: if dice.percent(20) {
                dice.pick(&COMMENTS).to_owned()
            } else {
                String::new()
            },
            carpool_seats: if drives { dice.between(1, 4) } else { 0 },
            carpool_from: if drives {
                BRANCHES[business.branch].to_owned()
            } else {
                String::new()
            },
            diet: if dice.percent(8) {
                dice.pick(&["végétarien", "sans gluten", "sans porc"])
                    .to_owned()
            } else {
                String::new()
            },
            for_sequence: 0,
        };
        let at = from.plus_ms(dice.between(1, hours) * HOUR_MS + dice.between(0, HOUR_MS));
        plan.add(
            at,
            by,
            Command::Rsvp(AnswerCommand::AnswerEvent { event, answer }),
        );
    }
    coming
}
