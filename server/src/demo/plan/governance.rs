//! How the cooperative governs itself: its groups, what it is asked, and its assemblies.

mod assemblies;
mod decisions;
mod groups;
mod words;

use super::super::dice::Dice;
use super::super::people::People;
use super::Plan;

/// Where the directors stand.
const DIRECTOR: usize = 0;
const OTHER_DIRECTOR: usize = 1;

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let members: Vec<usize> = people.entrepreneurs().map(|(index, ..)| index).collect();
    if members.len() < 2 * groups::SIZE {
        return;
    }
    let groups = groups::year(plan, dice, people, &members);
    decisions::year(plan, dice, people, &groups);
    assemblies::year(plan, dice, people);
}
