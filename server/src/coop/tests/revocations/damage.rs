//! A journal with lines missing or damaged.

use std::fs;

use besace_model::access::Role;

use super::{Folder, has};

#[test]
fn a_damaged_or_lost_journal_hides_no_other_line_and_is_completed_from_the_file() {
    let folder = Folder::new("journal");
    let mut world = folder.world();
    world.join(1, &[Role::Director]);
    world.join(2, &[Role::Coach, Role::Finance, Role::Comms]);
    let (mut world, copy) = folder.back_up(world);
    world.roles(2, &[Role::Coach, Role::Finance]);
    world.roles(2, &[Role::Coach]);
    world.roles(2, &[]);
    let text = fs::read_to_string(folder.journal()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines.len(),
        5,
        "two invitations that were used, three roles: {text}"
    );

    // The process was killed while it wrote the last line: the file has it all.
    let torn = &text[..text.len() - 7];
    fs::write(folder.journal(), torn).unwrap();
    let (world, taken) = folder.open(world.close());
    assert_eq!(taken, 0);
    assert_eq!(fs::read_to_string(folder.journal()).unwrap(), text);

    // A line that nobody can read.
    let spoilt = text.replace(lines[3], "\u{fffd} nonsense");
    fs::write(folder.journal(), spoilt).unwrap();
    let (world, taken) = folder.restore(world, &copy);
    assert_eq!(taken, 2);
    let people = world.coop.people();
    assert!(!has(&people, 2, Role::Comms) && !has(&people, 2, Role::Coach));

    // The journal is gone, as on a new machine: the file alone counts.
    let again = world.close();
    fs::remove_file(folder.journal()).unwrap();
    let (world, taken) = folder.open(again);
    assert_eq!(taken, 0);
    assert_eq!(
        fs::read_to_string(folder.journal())
            .unwrap()
            .lines()
            .count(),
        4
    );
    drop(world);
}
