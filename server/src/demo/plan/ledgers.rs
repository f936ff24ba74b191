//! The frame of every entrepreneur: contracts, obligations, statements, and what was decided on their lines.

mod contracts;
mod lines;
mod obligations;
mod statements;

use besace_model::ids::MemberId;

use super::super::dice::Dice;
use super::super::people::{Business, People};
use super::Plan;

/// Where the three of the accounts stand among the people.
const FINANCE: [usize; 3] = [5, 6, 7];

/// A member whose frame is written down.
struct Subject<'a> {
    /// Where they stand among the people.
    by: usize,
    member: MemberId,
    business: &'a Business,
    /// Where the one stands who keeps their accounts.
    finance: usize,
}

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let mut lines = lines::written(plan);
    for (index, person, business) in people.entrepreneurs() {
        let subject = Subject {
            by: index,
            member: person.member,
            business,
            finance: FINANCE[index % FINANCE.len()],
        };
        let contract = contracts::year(plan, dice, &subject);
        obligations::year(plan, dice, &subject);
        statements::year(plan, dice, &subject, &contract);
        lines::year(
            plan,
            dice,
            &subject,
            lines.remove(&index).unwrap_or_default(),
        );
    }
}
