//! Goals, sessions with their reports and signatures, actions, asks, and coaches' private notes.

mod actions;
mod asks;
mod goals;
mod notes;
mod planned;
mod report;
mod sessions;

use besace_model::ids::MemberId;
use besace_model::kinds::directory::Stage;

use super::super::dice::{Dice, working_day};
use super::super::people::{Business, People, Person};
use super::{Plan, YEAR_DAYS};
use asks::{asks, open_ask};
use goals::goals;
use notes::notes;
use planned::planned;
use sessions::session;

/// Sessions of a member under a CAPE in a year; the others have [`CESA_SESSIONS`].
const CAPE_SESSIONS: i64 = 10;
const CESA_SESSIONS: i64 = 4;
/// Members whose second statutory interview is missing, so that somebody is late.
const MISSING_INTERVIEWS: usize = 5;

/// Whose log, and who writes in it.
struct Pair<'a> {
    business: &'a Business,
    by_member: usize,
    by_coach: usize,
    member: MemberId,
    coach: MemberId,
}

pub(super) fn year(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    by: usize,
    person: &Person,
    business: &Business,
) {
    let by_coach = people.coach(business.branch);
    let pair = Pair {
        business,
        by_member: by,
        by_coach,
        member: person.member,
        coach: people.0[by_coach].member,
    };
    goals(plan, dice, &pair);
    let is_cape = business.stage == Stage::Cape;
    let count = if is_cape {
        CAPE_SESSIONS
    } else {
        CESA_SESSIONS
    };
    let late = !is_cape && by.is_multiple_of(12) && by / 12 <= MISSING_INTERVIEWS + 2;
    for index in 0..count {
        let day = plan.start + (index * 2 + 1) * YEAR_DAYS / (count * 2) + dice.between(-9, 9);
        let statutory = if is_cape {
            index == count - 1
        } else {
            index == 1 || (index == 3 && !late)
        };
        session(plan, dice, &pair, working_day(day), statutory);
    }
    if dice.percent(60) {
        planned(plan, dice, &pair);
    }
    asks(plan, dice, &pair);
    if dice.percent(20) {
        open_ask(plan, dice, &pair, people);
    }
    notes(plan, dice, &pair);
}
