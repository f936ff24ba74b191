//! Goals of the year.

use besace_model::command::Command;
use besace_model::kinds::coaching_log::{CoachingCommand, GoalFields, GoalStatus};

use super::Pair;
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::plan::Plan;
use crate::demo::talks::GOALS;

pub(super) fn goals(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>) {
    let first = dice.between(0, GOALS.len() as i64 - 1);
    for index in 0..dice.between(2, 3) {
        let (kind, title, target_value, unit) =
            GOALS[((first + index * 3) % GOALS.len() as i64).unsigned_abs() as usize];
        let at = instant(
            working_day(plan.start + dice.between(10, 40)),
            14,
            dice.between(0, 59),
        );
        let progress_bp = dice.between(0, 20) * 500;
        let status = if progress_bp == 10_000 {
            GoalStatus::Reached
        } else {
            GoalStatus::Open
        };
        let goal = GoalFields {
            title: title.to_owned(),
            kind,
            target_value,
            unit: unit.to_owned(),
            due: date(plan.today + dice.between(-20, 150)),
            status,
            progress_bp,
        };
        plan.add(
            at,
            pair.by_coach,
            Command::CoachingLog(CoachingCommand::AddGoal {
                member: pair.member,
                id: dice.ulid(at),
                goal,
            }),
        );
    }
}
