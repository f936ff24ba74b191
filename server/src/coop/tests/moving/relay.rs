//! How a relay carries over what files of before hold.

use besace_model::kind::{Kind, Record};
use besace_model::kinds::activity;
use besace_model::wire::Verdict;

use super::{ACCOUNTANT, Before, SECRET, expense, line, lines};
use crate::coop::Coop;
use crate::coop::tests::world::*;
use crate::store::StorePlace;

#[test]
fn a_relay_carries_over_what_files_of_before_hold_whatever_interrupts_it() {
    for step in 0..3 {
        let folder =
            std::env::temp_dir().join(format!("besace-moving-{}-{step}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let place = StorePlace::File(folder.join("coop.db"));
        let mut before = Before::at(place.clone());
        before.accepted(&line(1, SECRET));
        before.accepted(&expense(2));
        let coop = &mut before.world.coop;
        // As an earlier version left it.
        coop.store
            .conn()
            .execute_batch("DELETE FROM projection; UPDATE coop SET derived_upto = 0")
            .unwrap();
        let now = before.world.now.plus_ms(60_000);
        if step > 0 {
            let sources = coop.sources_due(now);
            let reader = coop.readers().unwrap().open().unwrap();
            coop.put_taken(now, reader.take_from(&sources).unwrap())
                .unwrap();
        }
        if step > 1 {
            coop.write_derived(now).unwrap();
        }
        let at = before.world.now;
        drop(std::mem::replace(&mut before.world, World::new()));
        before.world = World::of(Coop::open(place, 1).unwrap(), at);
        before.world.settle();
        assert_eq!(lines(&before.world.fresh(2)).journal.len(), 1, "{step}");
        let accountant = before.world.fresh(ACCOUNTANT);
        assert!(!accountant.knows(SECRET), "{step}");
        let (head, doc) = accountant.last(Kind::Activity).unwrap();
        assert_eq!(
            (head.generation, activity::read(doc).expenses.len()),
            (1, 1)
        );
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn an_activity_that_held_nothing_else_begins_anew_and_is_written_to() {
    let mut before = Before::at(StorePlace::Memory);
    before.accepted(&line(1, SECRET));
    before.world.settle();
    let mut phone = before.world.enrol(1, 9);
    before.world.sync(&mut phone, 1 << 16);
    let (head, doc) = phone.last(Kind::Activity).unwrap();
    assert_eq!(head.generation, 1);
    let said = Record::read(Kind::Activity, doc).unwrap();
    assert_eq!(said, Record::Activity(Default::default()));
    let head = head.clone();
    let push = phone.commit_at(&before.world, &expense(2), head);
    let outcome = before.world.push(vec![push]);
    let verdict = &outcome.verdicts[0][0].verdict;
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    assert!(!before.world.fresh(ACCOUNTANT).knows(SECRET));
    before.world.compact_all();
    assert!(!before.world.fresh(ACCOUNTANT).knows(SECRET));
}
