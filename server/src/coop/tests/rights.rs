//! Rights come before work: whoever may not write costs the writer a look, whatever the document holds.

use besace_model::access::Role;
use besace_model::error::ErrorCode;
use besace_model::wire::{DocName, DocPush, Verdict};

use super::world::*;
use crate::coop::{Changes, Decision, Prepared, Submission};
use crate::store::StorePlace;
use crate::store::people::Status;

/// As after a restart: no index is in memory.
fn restarted(world: &mut World) -> u64 {
    world.coop.indexes.clear();
    world.coop.indexes.rebuilt
}

fn verdict(world: &mut World, push: DocPush) -> Verdict {
    world.push(vec![push]).verdicts[0][0].verdict.clone()
}

#[test]
fn a_push_by_who_may_not_read_touches_no_index() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut eve = world.join(2, &[Role::Entrepreneur]);
    let mut lost = world.enrol(2, 9);
    world.say(&mut anne, &forecast("2026-11", 5));
    let hers = forecast("2026-11", 5).target(anne.member);
    let own = eve.commit(&world, &forecast("2026-11", 9)).commits;
    let stolen = lost.commit(&world, &forecast("2026-11", 1)).commits;
    world.decide(Decision::RevokeDevice {
        device: lost.device,
    });
    let before = restarted(&mut world);
    let id = hers.id(world.coop.id());
    for (commits, signed, code) in [
        (own, &eve, ErrorCode::NotFound),
        (stolen, &lost, ErrorCode::DeviceRevoked),
    ] {
        let push = DocPush {
            doc: DocName::Head(hers.clone()),
            commits: vec![signed.sign(id, commits[0].change.clone())],
        };
        let refused = Verdict::Refused(code, String::new());
        assert_eq!(verdict(&mut world, push), refused);
    }
    assert_eq!(world.coop.indexes.rebuilt, before);
    world.say(&mut anne, &forecast("2026-11", 6));
    assert_eq!(
        world.coop.indexes.rebuilt,
        before + 1,
        "whoever may is judged"
    );
}

#[test]
fn who_left_after_an_acknowledgement_was_lost_still_hears_that_it_was_accepted() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let known = anne.commit(&world, &tag("couture"));
    let late = anne.commit(&world, &tag("tricot"));
    let first = verdict(&mut world, known.clone());
    let Verdict::Accepted(receipt) = first else {
        panic!("{first:?}")
    };
    world.decide(Decision::Change {
        member: anne.member,
        changes: Changes {
            status: Some(Status::Left),
            ..Changes::default()
        },
    });
    let before = restarted(&mut world);
    let answer = verdict(&mut world, known);
    assert_eq!(answer, Verdict::Duplicate(receipt));
    assert!(!matches!(verdict(&mut world, late), Verdict::Accepted(_)));
    assert_eq!(world.coop.indexes.rebuilt, before);
}

#[test]
fn the_writer_takes_in_an_index_that_was_made_beside_it_and_makes_none_itself() {
    let folder = std::env::temp_dir().join(format!("besace-ready-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut world = World::at(StorePlace::File(folder.join("coop.db")));
    world.coop.rely_on_readers();
    let reader = world.coop.readers().unwrap().open().unwrap();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut eve = world.join(2, &[Role::Entrepreneur]);
    for word in ["couture", "tricot"] {
        world.say(&mut anne, &tag(word));
    }
    let pushes: Vec<DocPush> = ["maille", "fil", "dé"]
        .map(|word| anne.commit(&world, &tag(word)))
        .into();
    let foreign = eve.commit(&world, &tag("vol")).commits.remove(0);
    let before = restarted(&mut world);
    let prepare = |world: &World, push: &DocPush| {
        Prepared::new(world.coop.id(), &world.coop.people(), push.clone())
    };
    let admit = |world: &mut World, pushes: Vec<Prepared>| {
        let outcome = world.coop.admit(world.now, vec![Submission { pushes }]);
        outcome.unwrap().verdicts[0][0].verdict.clone()
    };
    // It came with nothing: whoever pushes comes again.
    let cold = prepare(&world, &pushes[0]);
    assert!(matches!(admit(&mut world, vec![cold]), Verdict::Retry(_)));
    let mut ready = vec![prepare(&world, &pushes[0])];
    assert!(world.coop.glance().is_any_cold(&ready));
    assert!(reader.make_ready(&mut ready).unwrap() > 0);
    // Meanwhile the document went on, and was forgotten again.
    let mut other = vec![prepare(&world, &pushes[0])];
    reader.make_ready(&mut other).unwrap();
    assert!(matches!(admit(&mut world, other), Verdict::Accepted(_)));
    let next = prepare(&world, &pushes[1]);
    assert!(matches!(
        admit(&mut world, vec![next]),
        Verdict::Accepted(_)
    ));
    world.coop.indexes.clear();
    assert!(matches!(admit(&mut world, ready), Verdict::Duplicate(_)));
    let mut last = vec![prepare(&world, &pushes[2])];
    assert!(!world.coop.glance().is_any_cold(&last), "it is at hand");
    assert_eq!(reader.make_ready(&mut last).unwrap(), 0);
    assert!(matches!(admit(&mut world, last), Verdict::Accepted(_)));
    assert_eq!(world.coop.indexes.rebuilt, before);
    // Nothing is made for who may not read.
    let hers = forecast("2026-11", 5);
    world.coop.rely_on_readers();
    let head = hers.target(anne.member);
    world.say(&mut anne, &hers);
    world.coop.indexes.clear();
    let id = head.id(world.coop.id());
    let push = DocPush {
        doc: DocName::Head(head),
        commits: vec![eve.sign(id, foreign.change)],
    };
    let mut foreign = vec![prepare(&world, &push)];
    assert_eq!(reader.make_ready(&mut foreign).unwrap(), 0);
    let refused = Verdict::Refused(ErrorCode::NotFound, String::new());
    assert_eq!(admit(&mut world, foreign), refused);
    std::fs::remove_dir_all(folder).unwrap();
}
