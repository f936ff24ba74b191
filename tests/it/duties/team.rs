//! What each of the team carries.

use besace_client::kinds::register::{LoadRow, RegisterAnswer, RegisterRequest};
use besace_model::access::Role;
use besace_model::kinds::coaching_log::SessionStatus;

use super::cast::{Coop, Someone, asked, on};
use super::sessions::{interviews, logs};

fn loads(coop: &mut Coop, who: Someone, day: &str) -> Vec<LoadRow> {
    asked!(coop, who, on(day), Register: RegisterRequest::Loads { year: 2026 },
        RegisterAnswer::Loads(loads) => loads)
}

/// A load as one reads it: who, members, done, due, planned, late.
fn read(load: &LoadRow) -> (&str, u32, u32, u32, u32, u32) {
    let LoadRow {
        name,
        members,
        done,
        due,
        planned,
        late,
        ..
    } = load;
    (name, *members, *done, *due, *planned, *late)
}

pub(super) fn the_load_of_each_coach_stands_in_sessions_due_and_done() {
    let mut coop = Coop::new("loads");
    let (anna, camille, dominique) = (coop.anna, coop.camille, coop.dominique);
    let chloe = coop.joins("Chloé", Role::Entrepreneur);
    let david = coop.joins("David", Role::Coach);
    coop.world.assign(camille.id, chloe.id);
    coop.world.assign(david.id, chloe.id);
    coop.settle();
    interviews(&mut coop, (camille, anna), "2026-03-02T06:00:00Z");
    interviews(&mut coop, (david, chloe), "2026-02-02T09:00:00Z");
    interviews(&mut coop, (david, chloe), "2026-02-20T09:00:00Z");
    let later = "2026-11-20T09:00:00Z";
    logs(&mut coop, (camille, anna), later, SessionStatus::Planned);
    coop.settle();
    let told = loads(&mut coop, dominique, "2026-11-02");
    let told: Vec<_> = told.iter().map(read).collect();
    assert_eq!(
        told,
        [
            ("Camille", 2, 3, 4, 1, 1),
            ("David", 1, 2, 2, 0, 0),
            // Ben, whom nobody accompanies.
            ("", 1, 0, 2, 0, 1),
        ]
    );
    assert_eq!(loads(&mut coop, dominique, "2026-11-02")[0].minutes, 225);
    // A coach sees what they may follow: their own.
    let own = loads(&mut coop, david, "2026-11-02");
    let own: Vec<_> = own.iter().map(read).collect();
    assert_eq!(own, [("Camille", 1, 2, 2, 0, 0), ("David", 1, 2, 2, 0, 0)]);
}
