//! An index takes changes in, replayed or just judged.

use super::super::fixture::*;
use crate::admission::Judgement;

#[test]
fn an_index_replayed_from_the_log_judges_alike() {
    let owner = owner();
    let mut phone = Phone::new(&owner, 11);
    let mut index = index();
    let log = [
        phone.add_line(LINE),
        phone.splice(3, 1, "x"),
        phone.put(&[], "title", "a"),
    ];
    let mut replayed = super::super::fixture::index();
    for raw in &log {
        accept(&mut index, &owner, raw);
        let hash = crate::admission::commit_hash(raw);
        replayed
            .replay(raw.clone(), hash, Some(owner.device))
            .unwrap();
    }
    assert_eq!(index.ops_count(), replayed.ops_count());
    assert_eq!(index.changes_bytes(), replayed.changes_bytes());
    let next = phone.splice(0, 2, "Un é");
    for index in [&index, &replayed] {
        assert!(matches!(
            verdict(index, &owner, &next),
            Judgement::Accept(_)
        ));
    }
}

#[test]
fn a_verdict_older_than_the_index_is_not_recorded() {
    let owner = owner();
    let mut index = index();
    let first = Phone::new(&owner, 11).add_line(LINE);
    let second = Phone::new(&owner, 12).add_line(OTHER_LINE);
    let Judgement::Accept(late) = verdict(&index, &owner, &second) else {
        panic!("an honest change was not accepted");
    };
    accept(&mut index, &owner, &first);
    assert!(index.record(&late).is_err());
    accept(&mut index, &owner, &second);
}
