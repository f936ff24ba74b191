//! Sessions that are still to come.

use besace_model::command::Command;
use besace_model::kinds::coaching_log::{
    CoachingCommand, STATUTORY_POINTS, SessionFields, SessionStatus,
};

use super::Pair;
use super::report::report;
use crate::demo::dice::{Dice, instant, working_day};
use crate::demo::plan::Plan;
use crate::demo::talks::{PREPARED, TALKS};

/// The next session, in the agenda already; some members have prepared it.
pub(super) fn planned(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>) {
    let day = working_day(plan.today + dice.between(1, 28));
    let start = instant(day, dice.between(9, 16), 0);
    let at = instant(
        working_day(plan.today - dice.between(3, 12)),
        16,
        dice.between(0, 59),
    );
    let talk = dice.pick(&TALKS);
    let statutory = dice.percent(20);
    let fields = SessionFields {
        status: SessionStatus::Planned,
        member_present: None,
        points: String::new(),
        plan: String::new(),
        eight_points: vec![String::new(); if statutory { STATUTORY_POINTS } else { 0 }],
        ..report(dice, pair, &talk, start, statutory)
    };
    let id = dice.ulid(start);
    plan.add(
        at,
        pair.by_coach,
        Command::CoachingLog(CoachingCommand::LogSession {
            member: pair.member,
            id,
            session: fields,
        }),
    );
    if dice.percent(50) {
        let text = dice.pick(&PREPARED).to_owned();
        plan.add(
            at.plus_ms(40 * 3_600_000),
            pair.by_member,
            Command::CoachingLog(CoachingCommand::PrepareSession { id, text }),
        );
    }
}
