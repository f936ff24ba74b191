//! A year of the demonstration as commands, each with who gives it and when: pure, the same for the same seed and day.

mod accounts;
mod coaching;
mod duties;
mod events;
mod governance;
mod guide;
mod ledgers;
mod opportunities;
mod outcomes;
mod partners;
mod posts;
mod profile;
mod pulse;
mod services;
mod signature;
mod stories;
mod team_board;

use besace_model::command::Command;
use besace_model::time::{DAY_MS, Timestamp};

use super::dice::Dice;
use super::people::People;
use profile::profile;

/// After so many days nothing is left open: a coach's list shows what a careful one would still have to do.
const STALE_DAYS: i64 = 20;
/// Days of the year that is told.
const YEAR_DAYS: i64 = 365;

/// A command, by whom and when.
pub(super) struct Step {
    pub(super) at: Timestamp,
    /// Where the person stands in [`People`].
    pub(super) by: usize,
    pub(super) command: Command,
}

/// The year up to an instant, in the order it happens.
pub(super) fn year(dice: &mut Dice, people: &People, until: Timestamp) -> Vec<Step> {
    let today = until.0.div_euclid(DAY_MS);
    let mut plan = Plan {
        steps: Vec::new(),
        start: today - YEAR_DAYS,
        today,
        until,
    };
    for (index, person) in people.0.iter().enumerate() {
        profile(&mut plan, dice, index, person);
    }
    for (index, person, business) in people.entrepreneurs() {
        accounts::year(&mut plan, dice, index, business);
        coaching::year(&mut plan, dice, people, index, person, business);
    }
    events::year(&mut plan, dice, people);
    posts::year(&mut plan, dice, people);
    ledgers::year(&mut plan, dice, people);
    partners::year(&mut plan, dice, people);
    opportunities::year(&mut plan, dice, people);
    governance::year(&mut plan, dice, people);
    guide::year(&mut plan, dice, people);
    duties::year(&mut plan, dice, people);
    team_board::year(&mut plan, dice, people);
    pulse::year(&mut plan, dice, people);
    stories::year(&mut plan, dice, people);
    outcomes::year(&mut plan, dice, people);
    services::year(&mut plan, dice);
    plan.steps.sort_by_key(|step| step.at);
    plan.steps
}

/// The plan under way.
struct Plan {
    steps: Vec<Step>,
    /// Its first day and its last, since 1970.
    start: i64,
    today: i64,
    until: Timestamp,
}

impl Plan {
    /// Adds a step, unless it has not happened yet.
    fn add(&mut self, at: Timestamp, by: usize, command: Command) {
        if at <= self.until {
            self.steps.push(Step { at, by, command });
        }
    }
}
