//! What ends it before its day, and what is written when it is over.

use besace_model::error::ErrorCode;
use besace_model::kinds::team_board::CoverChanges;

use super::*;
use crate::coop::Coop;
use crate::store::StorePlace;
use crate::store::people::Status;

#[test]
fn it_ends_as_it_is_taken_back_as_another_stands_in_and_as_the_members_pass_to_another() {
    let open = || {
        let mut team = Team::new();
        team.says(&Team::cover((-3, 5), BACKUP));
        assert!(team.reads(ANNE));
        team
    };
    let mut team = open();
    team.says(&Team::removed());
    assert!(!team.reads(ANNE));
    let entry = EntryRef::new(DocHead::team_board(), "cover", COVER);
    team.says(&Say::remove(entry, false));
    assert!(team.reads(ANNE));

    let mut team = open();
    let to_director = CoverChanges {
        backup: Some(Some(member(DIRECTOR))),
        ..CoverChanges::default()
    };
    team.says(&Team::edit(to_director));
    assert!(!team.reads(ANNE));

    let mut team = open();
    team.says(&Team::until(-1));
    assert!(!team.reads(ANNE), "it has ended, then");

    let mut team = open();
    team.world.unassign(AWAY, ANNE);
    assert!(!team.reads(ANNE));
    team.world.assign(AWAY, BORIS);
    team.world.assign(AWAY, ANNE);
    assert!(team.reads(ANNE), "those whom they accompany at the time");

    let mut team = open();
    team.world.decide(Decision::Change {
        member: member(AWAY),
        changes: Changes {
            status: Some(Status::Left),
            ..Changes::default()
        },
    });
    assert!(!team.reads(ANNE));
}

#[test]
fn what_comes_after_the_last_day_is_refused_in_whatever_moment_the_relay_turned_it() {
    let mut team = Team::new();
    team.says(&Team::cover((0, 5), BACKUP));
    team.world.sync(&mut team.backup, 100_000);
    let late = team.backup.commit(&team.world, &Team::goal(1, ANNE));
    let end = team.world.coop.covers_turn_at().unwrap();
    // Nobody looked at the clock meanwhile: the push itself does.
    team.world.now = end.plus_ms(-1_000);
    let verdict = team.world.push(vec![late]).verdicts[0][0].verdict.clone();
    assert_eq!(
        verdict,
        Verdict::Refused(ErrorCode::Forbidden, String::new())
    );
    assert!(!team.reads(ANNE));
}

#[test]
fn the_first_day_begins_for_a_push_that_comes_first() {
    let mut team = Team::new();
    team.says(&Team::cover((3, 5), BACKUP));
    team.world.sync(&mut team.backup, 100_000);
    team.world.now = team.world.coop.covers_turn_at().unwrap();
    let mut early = team.world.fresh(BACKUP);
    early.device = team.backup.device;
    let goal = Team::goal(1, ANNE);
    // The phone does not know yet, and writes all the same.
    let push = team.backup.commit_at(
        &team.world,
        &tag("atelier"),
        DocHead::profile(member(BACKUP)),
    );
    team.world.push(vec![push]);
    assert!(team.reads(ANNE));
    let verdict = team.world.say(&mut team.backup, &goal);
    assert!(matches!(verdict, Verdict::Accepted(_)));
}

#[test]
fn a_relay_that_slept_over_the_last_day_lets_nobody_read_first() {
    let folder = std::env::temp_dir().join(format!("besace-covers-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = StorePlace::File(folder.join("coop.db"));
    let mut team = Team::of(World::at(place.clone()));
    team.says(&Team::cover((0, 5), BACKUP));
    let Team {
        world,
        director,
        away,
        backup,
    } = team;
    let (World { coop, .. }, later) = (world, START.plus_ms(30 * DAY_MS));
    coop.close().unwrap();
    let coop = Coop::open(place, 9).unwrap();
    assert!(coop.are_covers_due(later));
    let mut team = Team {
        world: World::of(coop, later),
        director,
        away,
        backup,
    };
    team.world.coop.turn_covers(later).unwrap();
    assert!(!team.reads(ANNE) && team.reads(BORIS));
    std::fs::remove_dir_all(folder).unwrap();
}
