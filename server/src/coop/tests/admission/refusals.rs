//! Refusals: they stay what they are, tell nothing, and leave nothing behind.

use besace_model::access::Role;
use besace_model::error::ErrorCode;
use besace_model::ids::DocId;
use besace_model::wire::{DocName, Verdict};

use crate::coop::tests::world::*;
use crate::coop::{Changes, Decision};
use crate::store::StorePlace;
use crate::store::people::Status;

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
