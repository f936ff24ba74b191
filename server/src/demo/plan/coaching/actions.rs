//! Actions that follow from a session.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::{
    ActionChanges, ActionFields, ActionStatus, CoachingCommand,
};
use besace_model::time::Timestamp;

use super::Pair;
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::plan::{Plan, STALE_DAYS};

pub(super) fn action(
    plan: &mut Plan,
    dice: &mut Dice,
    pair: &Pair<'_>,
    at: Timestamp,
    session: Ulid,
    text: &str,
) {
    let at = at.plus_ms(120_000);
    let id = dice.ulid(at);
    let day = at.0.div_euclid(besace_model::time::DAY_MS);
    let due = working_day(day + dice.between(7, 30));
    let action = ActionFields {
        text: text.to_owned(),
        owner: Some(if dice.percent(85) {
            pair.member
        } else {
            pair.coach
        }),
        due: date(due),
        status: ActionStatus::Todo,
        session: Some(session),
        goal: None,
    };
    plan.add(
        at,
        pair.by_coach,
        Command::CoachingLog(CoachingCommand::AddAction {
            member: pair.member,
            id,
            action,
        }),
    );
    // What is long past was done, or nobody would keep it: only the last weeks hold something late.
    let is_stale = due < plan.today - STALE_DAYS;
    if dice.percent(75) || is_stale {
        let done = instant(due + dice.between(-5, 6), 17, dice.between(0, 59));
        let changes = ActionChanges {
            status: Some(ActionStatus::Done),
            ..ActionChanges::default()
        };
        plan.add(
            done,
            pair.by_member,
            Command::CoachingLog(CoachingCommand::EditAction {
                member: pair.member,
                id,
                changes,
            }),
        );
    }
}
