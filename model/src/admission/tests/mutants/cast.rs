//! Everybody who might write something: those of the forger's cooperative, and those who lost or got what differs.

use super::super::forge::world::{EVENTS, PARTS, Part, grants_of};
use crate::access::{Grants, Role};
use crate::kinds::tests::samples::{ASKED, ASSEMBLY, GROUP};

/// What somebody facilitates who was given everything that can be given.
const ALL: [u8; 5] = [EVENTS[0], EVENTS[1], GROUP, ASSEMBLY, ASKED];

/// Somebody of each sort.
pub(super) fn everybody() -> Vec<Grants> {
    let of_the_forger = PARTS.into_iter().map(grants_of);
    let others: [Part; 12] = [
        // A coach whose member has another coach now, or who coaches no more.
        (2, &[Role::Coach], &[], &[]),
        (2, &[Role::Entrepreneur], &[1], &[]),
        // Somebody who directs no more, and who left the office of communication.
        (7, &[Role::Entrepreneur], &[], &[]),
        (6, &[Role::Entrepreneur], &[], &[]),
        // Those who facilitate a group, an assembly, a question, whatever there is.
        (20, &[Role::Entrepreneur], &[], &[GROUP]),
        (21, &[Role::Entrepreneur], &[], &[ASSEMBLY]),
        (22, &[Role::Entrepreneur], &[], &[ASKED]),
        (23, &[Role::Entrepreneur], &[], &ALL),
        // Somebody who stands for a mandate, and directs now; and one who has no role at all.
        (2, &[Role::Director], &[], &[]),
        (3, &[Role::Director], &[], &[]),
        (24, &[], &[], &[]),
        // The member, who also coaches somebody.
        (1, &[Role::Entrepreneur, Role::Coach], &[3], &[]),
    ];
    of_the_forger
        .chain(others.into_iter().map(grants_of))
        .collect()
}
