//! When documents are read for what is derived from them, whatever ends in between.

use besace_model::command::Command as Say;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::CoachingCommand;
use besace_model::time::Timestamp;
use besace_model::wire::Verdict;

use super::{DIRECTOR, People, log, session};
use crate::coop::Coop;
use crate::coop::tests::world::*;
use crate::limits::DERIVE_AFTER_MS_MAX;
use crate::store::StorePlace;

#[test]
fn an_acknowledgement_waits_for_nothing_derived_and_what_says_the_same_is_not_written_again() {
    let mut people = People::at(StorePlace::Memory);
    people.world.settle();
    people.world.sync(&mut people.coach, 1 << 16);
    let push = people.coach.commit(&people.world, &log(7));
    let outcome = people.world.push(vec![push]);
    assert_eq!(outcome.published.entries.len(), 1);
    assert!(people.world.coop.is_deriving() && !people.world.coop.is_derived_due(Timestamp(0)));
    assert_eq!(people.world.coop.sources_due(people.world.now).len(), 0);
    assert_eq!(people.world.settle(), 2, "the register and the figures");
    let goal = CoachingCommand::PrepareSession {
        id: Ulid([7; 16]),
        text: "Mes questions".into(),
    };
    people.say(false, &Say::CoachingLog(goal));
    assert_eq!(people.world.settle(), 0, "it tells nothing else");
}

#[test]
fn what_was_to_be_derived_when_the_relay_ended_is_derived_when_it_starts() {
    for step in 0..4 {
        let folder = std::env::temp_dir().join(format!("besace-derived-{}", std::process::id()));
        let folder = folder.join(step.to_string());
        std::fs::create_dir_all(&folder).unwrap();
        let place = StorePlace::File(folder.join("coop.db"));
        let mut people = People::at(place.clone());
        people.interview(7);
        let now = people.world.now.plus_ms(10_000);
        let coop = &mut people.world.coop;
        let sources = if step > 0 {
            coop.sources_due(now)
        } else {
            Vec::new()
        };
        if step > 1 {
            let reader = coop.readers().unwrap().open().unwrap();
            coop.put_taken(now, reader.take_from(&sources).unwrap())
                .unwrap();
        }
        if step > 2 {
            coop.write_derived(now).unwrap();
        }
        // As killed: nothing more is written.
        let at = people.world.now;
        drop(std::mem::replace(&mut people.world, World::new()));
        people.world = World::of(Coop::open(place, 1).unwrap(), at);
        let said = people.register(DIRECTOR).unwrap();
        assert!(said.sessions[&Ulid([7; 16])].counts, "{step}");
        assert!(!people.world.coop.is_deriving());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn another_version_of_what_is_derived_is_derived_from_everything_again() {
    let folder = std::env::temp_dir().join(format!("besace-version-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = StorePlace::File(folder.join("coop.db"));
    let mut people = People::at(place.clone());
    people.interview(7);
    let before = people.register(DIRECTOR);
    let conn = people.world.coop.store.conn();
    conn.execute_batch(
        "UPDATE projection SET version = version + 1; UPDATE given SET part = x'00'",
    )
    .unwrap();
    let at = people.world.now;
    drop(std::mem::replace(&mut people.world, World::new()));
    people.world = World::of(Coop::open(place, 1).unwrap(), at);
    assert!(people.world.coop.is_deriving());
    assert_eq!(people.register(DIRECTOR), before);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_log_that_cannot_be_read_keeps_nobody_elses_register_from_being_written() {
    let mut people = People::at(StorePlace::Memory);
    people.interview(7);
    let log = DocHead::coaching_log(member(2)).id(people.world.coop.id());
    people.world.coop.spoil_log(log);
    let said = people.register(DIRECTOR);
    assert_eq!(said, None);
    let mut other = CoachingCommand::LogSession {
        member: member(3),
        id: Ulid([9; 16]),
        session: session(),
    };
    if let CoachingCommand::LogSession { session, .. } = &mut other {
        session.coaches = Vec::new();
    }
    let verdict = people
        .world
        .say(&mut people.other, &Say::CoachingLog(other));
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    assert_eq!(people.world.settle(), 2, "the register and the figures");
}

#[test]
fn a_long_document_is_read_less_often_and_a_clock_that_was_put_back_keeps_none_waiting() {
    let mut people = People::at(StorePlace::Memory);
    people.world.settle();
    let (now, coop) = (people.world.now, &mut people.world.coop);
    coop.deriving
        .note(1, 1, now, now.plus_ms(DERIVE_AFTER_MS_MAX / 2));
    assert_eq!(coop.sources_due(now).len(), 0, "not before its time");
    let later = now.plus_ms(DERIVE_AFTER_MS_MAX / 2);
    assert_eq!(coop.sources_due(later), [1]);
    coop.put_taken(later, Vec::new()).unwrap();
    let put_back = now.plus_ms(-2 * DERIVE_AFTER_MS_MAX);
    assert_eq!(coop.sources_due(put_back), [1]);
}
