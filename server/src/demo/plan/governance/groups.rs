//! Groups of the year: founded, joined, with mandates that somebody holds, somebody stands for, or nobody.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::group::{
    GroupActionFields, GroupCommand, GroupFields, MandateFields, MinutesFields,
};
use besace_model::time::{DAY_MS, Timestamp};

use super::super::Plan;
use super::words::{GROUPS, Written};
use super::{DIRECTOR, OTHER_DIRECTOR};
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::people::People;

/// Members of a group, its founder included.
pub(super) const SIZE: usize = 9;
/// Days since the first group was founded.
const DAYS: i64 = 200;

/// A group where it stands.
pub(super) struct Group {
    pub(super) id: Ulid,
    /// Where its members stand in [`People`].
    pub(super) members: Vec<usize>,
}

pub(super) fn year(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    members: &[usize],
) -> Vec<Group> {
    let mut groups = Vec::new();
    for (number, written) in GROUPS.iter().enumerate() {
        let day = working_day(plan.today - DAYS + number as i64 * 9);
        let at = instant(day, 10, 0);
        let step = members.len() / SIZE;
        let all: Vec<usize> = (0..SIZE)
            .map(|place| members[(place * step + number * 3) % members.len()])
            .collect();
        let id = dice.ulid(at);
        found(plan, id, at, &all, written);
        mandates(plan, dice, people, (id, at), &all, (number, written));
        works(plan, dice, people, (id, day), &all, (number, written));
        groups.push(Group { id, members: all });
    }
    groups
}

fn say(plan: &mut Plan, at: Timestamp, by: usize, command: GroupCommand) {
    plan.add(at, by, Command::Group(command));
}

fn found(plan: &mut Plan, id: Ulid, at: Timestamp, members: &[usize], written: &Written) {
    let (name, sort, body, aim, ..) = *written;
    let group = GroupFields {
        name: name.to_owned(),
        sort,
        aim: aim.to_owned(),
        by_approval: false,
        opportunity: None,
    };
    say(plan, at, members[0], GroupCommand::FoundGroup { id, group });
    if body.is_some() {
        say(
            plan,
            at.plus_ms(DAY_MS),
            DIRECTOR,
            GroupCommand::SetGroupBody { id, body },
        );
    }
    for (place, member) in members.iter().enumerate().skip(1) {
        let joined = at.plus_ms((1 + place as i64) * DAY_MS);
        say(
            plan,
            joined,
            *member,
            GroupCommand::JoinGroup { id, joins: true },
        );
    }
}

/// One mandate that somebody holds, and every second time one that is open, with or without somebody who stands for it.
fn mandates(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    (group, founded): (Ulid, Timestamp),
    members: &[usize],
    (number, written): (usize, &Written),
) {
    let at = founded.plus_ms(15 * DAY_MS);
    let starts = date(at.0.div_euclid(DAY_MS));
    let mandate = |title: &str| MandateFields {
        title: title.to_owned(),
        duties: "Convoque, tient l’ordre du jour, rend compte.".to_owned(),
        starts: starts.clone(),
        ends: date(at.0.div_euclid(DAY_MS) + 365),
    };
    let held = dice.ulid(at);
    let add = |id, mandate| GroupCommand::AddMandate { group, id, mandate };
    say(plan, at, members[0], add(held, mandate(written.4)));
    stand(plan, at.plus_ms(DAY_MS), members[1], (group, held));
    let given = GroupCommand::GiveMandate {
        group,
        id: held,
        member: people.0[members[1]].member,
        given: true,
    };
    say(plan, at.plus_ms(3 * DAY_MS), members[0], given);
    if number.is_multiple_of(2) {
        let open = dice.ulid(at.plus_ms(1));
        let at = at.plus_ms(20 * DAY_MS);
        say(plan, at, OTHER_DIRECTOR, add(open, mandate("Secrétariat")));
        if number.is_multiple_of(4) {
            stand(plan, at.plus_ms(2 * DAY_MS), members[3], (group, open));
        }
    }
}

fn stand(plan: &mut Plan, at: Timestamp, by: usize, (group, id): (Ulid, Ulid)) {
    let stands = true;
    say(
        plan,
        at,
        by,
        GroupCommand::StandForMandate { group, id, stands },
    );
}

/// What a meeting said, and two actions: one that was done, one to come.
fn works(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    (group, founded): (Ulid, i64),
    members: &[usize],
    (number, written): (usize, &Written),
) {
    let day = working_day(founded + 40);
    let at = instant(day, 18, 0);
    let minutes = MinutesFields {
        day: date(day),
        title: "Réunion du groupe".to_owned(),
        body: written.5.to_owned(),
    };
    let id = dice.ulid(at);
    say(
        plan,
        at,
        members[0],
        GroupCommand::AddMinutes { group, id, minutes },
    );
    let owner = members[2 + number % 3];
    let action = |text: &str, due| GroupActionFields {
        text: text.to_owned(),
        owner: Some(people.0[owner].member),
        due: date(due),
        done: false,
    };
    let done = dice.ulid(at.plus_ms(1));
    let add = |id, action| GroupCommand::AddGroupAction { group, id, action };
    let first = action("Envoyer le compte rendu à tout le groupe", day + 7);
    say(plan, at.plus_ms(1), members[0], add(done, first));
    let tick = GroupCommand::TickGroupAction {
        group,
        id: done,
        done: true,
    };
    say(plan, at.plus_ms(4 * DAY_MS), owner, tick);
    let open = dice.ulid(at.plus_ms(2));
    let due = plan.today + 3 * number as i64 - 6;
    say(
        plan,
        at.plus_ms(2),
        members[0],
        add(open, action(written.6, due)),
    );
}
