//! What becomes of commits: admitted, repeated, refused, held.

use besace_model::access::Role;
use besace_model::admission::trial::TRIAL_CHANGES_MAX;
use besace_model::error::ErrorCode;
use besace_model::ids::DocId;
use besace_model::wire::{DocName, Verdict};

use super::world::*;
use crate::coop::{Board, Changes, Coop, Decision};
use crate::store::StorePlace;
use crate::store::people::Status;

fn seq(verdict: &Verdict) -> u64 {
    match verdict {
        Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) => receipt.seq,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_commit_is_admitted_and_read_back_by_another_phone() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut bob = world.join(2, &[Role::Entrepreneur]);
    let verdict = world.say(&mut anne, &tag("couture"));
    assert_eq!(seq(&verdict), world.coop.head());
    world.sync(&mut bob, 100_000);
    let id = tag("couture").target(anne.member).id(world.coop.id());
    assert_eq!(bob.docs[&id].get_heads(), anne.docs[&id].get_heads());
}

#[test]
fn a_commit_sent_again_gets_its_old_receipt_and_no_second_row() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let push = anne.commit(&world, &tag("couture"));
    let first = world.push(vec![push.clone()]).verdicts[0][0].clone();
    let head = world.coop.head();
    let again = world.push(vec![push.clone(), push]).verdicts[0].clone();
    for verdict in again {
        assert!(matches!(verdict.verdict, Verdict::Duplicate(_)));
        assert_eq!(seq(&verdict.verdict), seq(&first.verdict));
    }
    assert_eq!(world.coop.head(), head);
}

#[test]
fn changes_that_arrive_before_what_they_build_on_are_asked_for() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let first = anne.commit(&world, &tag("couture"));
    let second = anne.commit(&world, &tag("tricot"));
    let verdict = world.push(vec![second.clone()]).verdicts[0][0]
        .verdict
        .clone();
    assert!(matches!(verdict, Verdict::Need(missing) if missing.len() == 1));
    let verdicts = world.push(vec![first, second]).verdicts.remove(0);
    assert!(
        verdicts
            .iter()
            .all(|it| matches!(it.verdict, Verdict::Accepted(_)))
    );
}

#[test]
fn a_refusal_stays_the_same_whatever_becomes_of_the_author() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut coach = world.join(2, &[Role::Coach]);
    world.assign(2, 1);
    // A coach reads the activity but does not write to it: taken from Anne's command under the coach's own name.
    let head = forecast("2026-11", 5).target(anne.member);
    let id = head.id(world.coop.id());
    let mut push = anne.commit(&world, &forecast("2026-11", 5));
    let own = coach
        .commit(&world, &forecast("2026-11", 5))
        .commits
        .remove(0);
    push.commits[0] = coach.sign(id, own.change);
    let refused = world.push(vec![push.clone()]).verdicts[0][0]
        .verdict
        .clone();
    let Verdict::Refused(ErrorCode::Forbidden, path) = refused.clone() else {
        panic!("{refused:?}")
    };
    assert!(path.contains("2026-11"), "{path}");
    world.decide(Decision::Change {
        member: coach.member,
        changes: Changes {
            roles: Some([Role::Director].into()),
            ..Changes::default()
        },
    });
    let again = world.push(vec![push]).verdicts[0][0].verdict.clone();
    assert_eq!(again, refused);
}

#[test]
fn a_document_that_the_author_never_read_is_as_if_it_were_not_there() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut eve = world.join(2, &[Role::Entrepreneur]);
    world.say(&mut anne, &forecast("2026-11", 5));
    let change = eve
        .commit(&world, &forecast("2026-11", 9))
        .commits
        .remove(0)
        .change;
    let hers = forecast("2026-11", 5).target(anne.member);
    let nobodys = DocId([0xab; 16]);
    let known = DocName::Known(hers.id(world.coop.id()));
    let answers: Vec<Verdict> = [known, DocName::Head(hers), DocName::Known(nobodys)]
        .into_iter()
        .map(|doc| {
            let id = match &doc {
                DocName::Known(id) => *id,
                DocName::Head(head) => head.id(world.coop.id()),
            };
            let commits = vec![eve.sign(id, change.clone())];
            let push = besace_model::wire::DocPush { doc, commits };
            world.push(vec![push]).verdicts[0][0].verdict.clone()
        })
        .collect();
    let hidden = Verdict::Refused(ErrorCode::NotFound, String::new());
    assert!(
        answers.iter().all(|answer| *answer == hidden),
        "{answers:?}"
    );
}

#[test]
fn a_signature_by_another_device_is_refused_and_poisons_nothing() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let eve = world.join(2, &[Role::Entrepreneur]);
    let honest = anne.commit(&world, &tag("couture"));
    let id = tag("couture").target(anne.member).id(world.coop.id());
    let mut forged = honest.clone();
    forged.commits[0].signature = eve.sign(id, honest.commits[0].change.clone()).signature;
    let mut stolen = honest.clone();
    stolen.commits[0] = eve.sign(id, honest.commits[0].change.clone());
    for (push, code) in [
        (forged, ErrorCode::BadSignature),
        (stolen, ErrorCode::BadAuthor),
    ] {
        let verdict = world.push(vec![push]).verdicts[0][0].verdict.clone();
        assert_eq!(verdict, Verdict::Refused(code, String::new()));
    }
    let verdict = world.push(vec![honest]).verdicts[0][0].verdict.clone();
    assert!(matches!(verdict, Verdict::Accepted(_)));
}

#[test]
fn edits_made_offline_are_refused_after_departure_and_from_a_revoked_device_and_nothing_is_kept() {
    let folder = std::env::temp_dir().join(format!("besace-refused-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("a.db");
    let mut world = World::at(StorePlace::File(path.clone()));
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut lost = world.enrol(1, 9);
    world.say(&mut anne, &tag("couture"));
    let late = anne.commit(&world, &tag("tricot"));
    let stolen = lost.commit(&world, &forecast("2026-11", 1));
    world.decide(Decision::RevokeDevice {
        device: lost.device,
    });
    let verdict = world.push(vec![stolen.clone()]).verdicts[0][0]
        .verdict
        .clone();
    assert_eq!(
        verdict,
        Verdict::Refused(ErrorCode::DeviceRevoked, String::new())
    );
    world.decide(Decision::Change {
        member: anne.member,
        changes: Changes {
            status: Some(Status::Left),
            ..Changes::default()
        },
    });
    for _ in 0..2 {
        let verdict = world.push(vec![late.clone()]).verdicts[0][0]
            .verdict
            .clone();
        assert_eq!(
            verdict,
            Verdict::Refused(ErrorCode::Unauthorized, String::new())
        );
    }
    world.coop.checkpoint().unwrap();
    let file = std::fs::read(&path).unwrap();
    let held = |word: &[u8]| file.windows(word.len()).any(|part| part == word);
    assert!(held(b"couture"), "what was accepted is there");
    assert!(!held(b"tricot"), "what was refused is not");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_was_acknowledged_is_there_after_a_crash() {
    let path = std::env::temp_dir().join(format!("besace-coop-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let (from, to) = (path.join("a.db"), path.join("b.db"));
    let mut world = World::at(StorePlace::File(from.clone()));
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    // Two documents in turns, so that places in the log and in a document differ.
    let says = (1..=4).flat_map(|n| {
        [
            tag(&format!("métier {n}")),
            forecast(&format!("2026-0{n}"), n),
        ]
    });
    let pushes: Vec<_> = says.map(|say| anne.commit(&world, &say)).collect();
    let receipts = |world: &mut World| -> Vec<u64> {
        let verdicts = world.push(pushes.clone()).verdicts.remove(0);
        verdicts.iter().map(|answer| seq(&answer.verdict)).collect()
    };
    let first = receipts(&mut world);
    // The files as a killed process leaves them.
    for suffix in ["", "-wal", ".lock"] {
        let name = |path: &std::path::Path| format!("{}{suffix}", path.display());
        std::fs::copy(name(&from), name(&to)).unwrap();
    }
    let coop = Coop::open(StorePlace::File(to), 99).unwrap();
    let before = world
        .coop
        .glance()
        .with_board(|board| (board.head(), board.epoch()));
    let after = coop
        .glance()
        .with_board(|board| (board.head(), board.epoch()));
    assert_eq!(before, after);
    world.coop = coop;
    assert_eq!(receipts(&mut world), first);
    let head = world.coop.glance().with_board(Board::head);
    assert_eq!(head, before.0, "nothing was written twice");
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn a_document_with_as_many_untried_changes_as_one_may_have_is_tried_next() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    world.compact_all();
    for number in 0..TRIAL_CHANGES_MAX {
        assert!(!world.coop.is_snapshot_overdue(), "after {number} changes");
        world.say(&mut anne, &forecast("2026-01", i64::from(number)));
    }
    assert!(world.coop.is_snapshot_overdue());
    assert_eq!(world.compact_all(), 1);
    assert!(!world.coop.is_snapshot_overdue());
}

#[test]
fn the_longer_a_document_the_more_changes_make_a_new_snapshot_worth_it() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut say_until_due = |world: &mut World| {
        world.compact_all();
        let mut said = 0;
        while world.coop.due_snapshots(1).is_empty() {
            world.say(&mut anne, &forecast("2026-01", said));
            said += 1;
        }
        said
    };
    assert_eq!(say_until_due(&mut world), 32);
    let later = [(); 8].map(|()| say_until_due(&mut world));
    assert_eq!(later, [32, 32, 32, 42, 56, 75, 100, 133]);
}
