//! The demonstration is right on any day, for it is the first thing that anybody sees of the product.

mod apply;
mod sizes;

use std::collections::BTreeSet;

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::event::EventCommand;
use besace_model::time::{DAY_MS, Timestamp, days_from_date};

use super::dice::Dice;
use super::people::People;
use super::plan::{self, Step};
use apply::apply;
use sizes::check_sizes;

/// Consecutive days from [`FIRST_DAY`]: a leap day, seven changes of summer time, three turns of the year.
const DAYS: i64 = 800;
const FIRST_DAY: &str = "2026-11-01";

fn day(text: &str) -> i64 {
    days_from_date(text).expect("a day")
}

/// The last instant of a day.
fn end_of(day: i64) -> Timestamp {
    Timestamp((day + 1) * DAY_MS - 1)
}

fn year(seed: u64, until: Timestamp) -> (People, Vec<Step>) {
    let mut dice = Dice::new(seed);
    let people = People::new(&mut dice, Timestamp(0));
    let steps = plan::year(&mut dice, &people, until);
    (people, steps)
}

/// Whether a step is one of the members', or about them.
fn concerns(step: &Step, by: usize, member: MemberId, people: &People) -> bool {
    step.by == by || step.command.target(people.0[step.by].member).owner == member
}

/// The plan of each of these days: its sizes, and every command about one of the entrepreneurs, each in turn. Events are all
/// announced alike, so a look at them every tenth day is enough.
fn check_days(seed: u64, days: impl Iterator<Item = i64>) {
    let first = day(FIRST_DAY);
    for offset in days {
        // Whatever the hour at which somebody tries it.
        let until = Timestamp((first + offset) * DAY_MS + (offset * 7 % 24) * 3_600_000 + offset);
        let (people, steps) = year(seed, until);
        check_sizes(&steps, until);
        let turn = usize::try_from(offset / 2).expect("a day");
        let (by, person, _) = people
            .entrepreneurs()
            .nth(turn % people.entrepreneurs().count())
            .expect("an entrepreneur");
        let is_event = |step: &Step| {
            let is_one = matches!(
                step.command,
                Command::Event(EventCommand::CreateEvent { .. })
                    | Command::Event(EventCommand::EditEvent { .. })
            );
            is_one && offset / 2 % 5 == 0
        };
        let target = |step: &Step| step.command.target(people.0[step.by].member);
        // What others wrote there comes along.
        let own = steps.iter();
        let own = own.filter(|step| concerns(step, by, person.member, &people));
        let docs: BTreeSet<DocHead> = own.map(target).collect();
        let theirs = steps
            .iter()
            .filter(|step| docs.contains(&target(step)) || is_event(step));
        let count = apply(&people, theirs, &format!("{until} {}", person.name));
        assert!(count > 150, "{until}: {count} commands");
    }
}

#[test]
fn the_even_ones_of_eight_hundred_days_make_a_year_that_applies() {
    check_days(1, (0..DAYS).step_by(2));
}

#[test]
fn the_odd_ones_of_eight_hundred_days_make_a_year_that_applies_with_another_seed() {
    check_days(2, (1..DAYS).step_by(2));
}

/// The binary makes the demonstration on the days that were hardest, with its one seed (`tests/it/first_command.rs`).
#[test]
fn every_command_of_everybody_applies_with_another_seed_too() {
    let text = "2027-03-28";
    let (people, steps) = year(2, end_of(day(text)));
    let count = apply(&people, steps.iter(), text);
    assert_eq!(count, steps.len(), "{text}");
}

#[test]
fn a_cooperative_has_the_people_of_a_real_one() {
    let (people, _) = year(1, end_of(20_779));
    assert_eq!(people.0.len(), 93);
}

#[test]
fn the_coach_with_a_link_accompanies_the_entrepreneur_with_a_link() {
    let (people, _) = year(1, end_of(20_779));
    let invited = |word: &str| {
        super::GUESTS
            .iter()
            .find(|(_, what)| *what == word)
            .map(|(index, _)| *index)
    };
    let entrepreneur = invited("entrepreneur·e").expect("an entrepreneur is invited");
    let business = people.0[entrepreneur]
        .activity
        .as_ref()
        .expect("who has an activity");
    assert_eq!(
        Some(people.coach(business.branch)),
        invited("accompagnatrice")
    );
}

#[test]
fn the_same_seed_makes_the_same_year() {
    let commands = |seed| {
        year(seed, end_of(20_779))
            .1
            .into_iter()
            .map(|step| step.command)
            .collect::<Vec<_>>()
    };
    assert_eq!(commands(3), commands(3));
    assert_ne!(commands(3), commands(4));
}
