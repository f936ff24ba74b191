//! Asks between sessions, with their answers.

use besace_model::command::Command;
use besace_model::kinds::coaching_log::{AskTopic, CoachingCommand, Urgency};

use super::Pair;
use crate::demo::dice::{Dice, instant, working_day};
use crate::demo::people::People;
use crate::demo::plan::guide::PEOPLE;
use crate::demo::plan::{Plan, STALE_DAYS, YEAR_DAYS};
use crate::demo::talks::ASKS;

/// What is answered in the end where there was no quick answer.
const LATE_ANSWER: &str =
    "Pas de réponse toute faite : on regarde cela ensemble à la prochaine séance.";

pub(super) fn asks(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>) {
    for _ in 0..dice.between(0, 2) {
        let at = instant(
            working_day(plan.start + dice.between(20, YEAR_DAYS)),
            10,
            dice.between(0, 59),
        );
        let (topic, text, answer) = dice.pick(&ASKS);
        let id = dice.ulid(at);
        let urgency = dice.pick(&[
            Urgency::Low,
            Urgency::Normal,
            Urgency::Normal,
            Urgency::High,
        ]);
        plan.add(
            at,
            pair.by_member,
            Command::CoachingLog(CoachingCommand::AskSupport {
                id,
                text: text.to_owned(),
                urgency,
                topic: Some(topic),
                sent_to: None,
            }),
        );
        let day = at.0.div_euclid(besace_model::time::DAY_MS);
        let answer = if answer.is_empty() && day < plan.today - STALE_DAYS {
            LATE_ANSWER
        } else {
            answer
        };
        if !answer.is_empty() {
            let answered = at.plus_ms(dice.between(1, 50) * 3_600_000);
            plan.add(
                answered,
                pair.by_coach,
                Command::CoachingLog(CoachingCommand::AnswerAsk {
                    member: pair.member,
                    id,
                    answer: answer.to_owned(),
                }),
            );
        }
    }
}

/// What somebody asked these days and nobody has answered yet. About the law, they send it also to whom the guide names.
pub(super) fn open_ask(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>, people: &People) {
    let day = working_day(plan.today - dice.between(1, 9));
    let at = instant(day, 11, dice.between(0, 59));
    let (topic, text, _) = dice.pick(&ASKS);
    let mut named = PEOPLE.iter();
    let named = named.find(|(of, ..)| *of == topic && topic == AskTopic::Legal);
    let command = Command::CoachingLog(CoachingCommand::AskSupport {
        id: dice.ulid(at),
        text: text.to_owned(),
        urgency: dice.pick(&[Urgency::Low, Urgency::Normal, Urgency::High]),
        topic: Some(topic),
        sent_to: named.map(|(_, index, _)| people.0[*index].member),
    });
    plan.add(at, pair.by_member, command);
}
