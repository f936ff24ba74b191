//! An older file gives back no cover that was taken back since.

use super::super::revocations::Folder;
use super::*;

#[test]
fn a_restored_file_opens_nothing_that_was_taken_back_until_the_board_is_heard_again() {
    let folder = Folder::new("covers");
    let mut team = Team::of(folder.world());
    team.says(&Team::cover((0, 20), BACKUP));
    assert!(team.reads(ANNE));
    let (world, copy) = folder.back_up(team.world);
    team.world = world;
    assert!(team.reads(ANNE), "it outlasts a restart");
    team.says(&Team::removed());
    assert!(!team.reads(ANNE));
    let (world, taken) = folder.restore(team.world, &copy);
    team.world = world;
    assert_eq!(taken, 1);
    assert!(!team.reads(ANNE));
    // Other words on the board do not bring it back.
    let mut comms = team.world.join(9, &[Role::Comms]);
    team.world.sync(&mut comms, 100_000);
    let note = Say::TeamBoard(TeamBoardCommand::AddWeekNote {
        id: Ulid([8; 16]),
        note: besace_model::kinds::team_board::WeekNoteFields {
            week: Team::day(0),
            text: "Semaine calme.".into(),
        },
    });
    assert!(matches!(
        team.world.say(&mut comms, &note),
        Verdict::Accepted(_)
    ));
    assert!(!team.reads(ANNE));
}

#[test]
fn a_cover_that_was_made_shorter_or_longer_is_as_the_last_word_of_it() {
    let folder = Folder::new("covers-shorter");
    let mut team = Team::of(folder.world());
    team.says(&Team::cover((0, 20), BACKUP));
    let (world, long) = folder.back_up(team.world);
    team.world = world;
    team.says(&Team::until(10));
    let (world, short) = folder.back_up(team.world);
    team.world = world;
    team.says(&Team::until(30));
    let (world, _) = folder.restore(team.world, &short);
    team.world = world;
    assert!(
        team.reads(ANNE),
        "longer was given: the file says what it has"
    );
    let (world, _) = folder.restore(team.world, &long);
    team.world = world;
    assert!(team.reads(ANNE));
}
