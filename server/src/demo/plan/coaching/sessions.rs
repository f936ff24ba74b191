//! Sessions, prepared and held, and their signatures.

use besace_model::command::Command;
use besace_model::ids::MemberId;
use besace_model::kinds::coaching_log::{CoachingCommand, SignedHand, as_logged};

use super::Pair;
use super::actions::action;
use super::report::report;
use crate::demo::dice::{Dice, instant};
use crate::demo::plan::Plan;
use crate::demo::plan::signature::strokes;
use crate::demo::talks::TALKS;

pub(super) fn session(
    plan: &mut Plan,
    dice: &mut Dice,
    pair: &Pair<'_>,
    day: i64,
    statutory: bool,
) {
    let start = instant(day, dice.between(9, 16), dice.pick(&[0, 0, 15, 30]));
    let talk = dice.pick(&TALKS);
    let fields = report(dice, pair, &talk, start, statutory);
    let end = start.plus_ms(fields.minutes * 60_000);
    let id = dice.ulid(start);
    let member = pair.member;
    let read = as_logged(id, &fields).content_sha256;
    let hand = |of: MemberId| {
        Some(SignedHand {
            content_sha256: read.clone(),
            strokes: strokes(of),
            typed: String::new(),
        })
    };
    plan.add(
        end,
        pair.by_coach,
        Command::CoachingLog(CoachingCommand::LogSession {
            member,
            id,
            session: fields,
        }),
    );
    if statutory || dice.percent(35) {
        let hours = dice.between(1, 40) * 3_600_000;
        plan.add(
            end.plus_ms(60_000),
            pair.by_coach,
            Command::CoachingLog(CoachingCommand::SignSession {
                member,
                id,
                signer: pair.coach,
                hand: hand(pair.coach),
            }),
        );
        plan.add(
            end.plus_ms(hours),
            pair.by_member,
            Command::CoachingLog(CoachingCommand::SignSession {
                member,
                id,
                signer: member,
                hand: hand(member),
            }),
        );
    }
    for text in talk
        .actions
        .iter()
        .take(if dice.percent(50) { 1 } else { 2 })
    {
        action(plan, dice, pair, end, id, text);
    }
    if dice.percent(40) {
        let text = dice
            .pick(&[
                "Utile et concret.",
                "",
                "J’ai repris confiance, merci.",
                "Un peu court, on n’a pas parlé des congés.",
            ])
            .to_owned();
        let at = end.plus_ms(dice.between(1, 20) * 3_600_000);
        plan.add(
            at,
            pair.by_member,
            Command::CoachingLog(CoachingCommand::RateSession {
                id,
                score: dice.between(3, 5),
                text,
            }),
        );
    }
}
