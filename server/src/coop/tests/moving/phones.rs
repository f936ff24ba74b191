//! What phones see of words that move.

use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::kind::Kind;
use besace_model::kinds::activity;
use besace_model::wire::Verdict;

use super::{ACCOUNTANT, Before, SECRET, expense, line, lines};
use crate::coop::tests::world::*;
use crate::store::StorePlace;

#[test]
fn a_journal_leaves_the_activity_with_its_history_and_stays_with_its_owner_and_coaches() {
    let mut before = Before::at(StorePlace::Memory);
    before.accepted(&line(1, SECRET));
    before.accepted(&expense(2));
    let mut accountant = before.world.fresh(ACCOUNTANT);
    assert!(accountant.knows(SECRET), "as it was");
    let expected = before
        .anne
        .last(Kind::Activity)
        .map(|(_, doc)| activity::read(doc))
        .unwrap();
    before.world.settle();
    for n in [1, 2] {
        let phone = before.world.fresh(n);
        assert_eq!(lines(&phone).journal, expected.journal, "{n}");
    }
    before.world.sync(&mut accountant, 1 << 16);
    for phone in [accountant, before.world.fresh(ACCOUNTANT)] {
        assert!(!phone.knows(SECRET), "{:?}", phone.heads);
        let (head, doc) = phone.last(Kind::Activity).unwrap();
        assert_eq!(head.generation, 1);
        assert_eq!(activity::read(doc).expenses, expected.expenses);
    }
    before.world.settle();
    let fresh = before.world.fresh(1);
    assert_eq!(
        fresh.last(Kind::Activity).unwrap().0.generation,
        1,
        "once is enough"
    );
}

#[test]
fn a_phone_that_was_away_goes_on_where_its_words_stand_now() {
    let mut before = Before::at(StorePlace::Memory);
    before.accepted(&line(1, SECRET));
    before.world.settle();
    // It does not know yet: it is asked to come again, and then told.
    let away = line(3, "écrit au loin");
    let push = before
        .anne
        .commit_at(&before.world, &away, DocHead::activity(member(1), 2026));
    let verdicts = [0, 1].map(|_| {
        let outcome = before.world.push(vec![push.clone()]);
        outcome.verdicts[0][0].verdict.clone()
    });
    assert!(matches!(verdicts[0], Verdict::Retry(_)), "{verdicts:?}");
    assert_eq!(
        verdicts[1],
        Verdict::Refused(ErrorCode::Gone, String::new())
    );
    // An older app makes its command again in the next generation, and the relay carries that over too.
    before.anne = before.world.fresh(1);
    before.anne.device = before.world.enrol(1, 9).device;
    let mut phone = before.world.enrol(1, 10);
    before.world.sync(&mut phone, 1 << 16);
    let (head, _) = phone
        .last(Kind::Activity)
        .map(|(head, doc)| (head.clone(), doc))
        .unwrap();
    let push = phone.commit_at(&before.world, &away, head);
    let outcome = before.world.push(vec![push]);
    assert!(matches!(
        outcome.verdicts[0][0].verdict,
        Verdict::Accepted(_)
    ));
    before.world.settle();
    let mut said: Vec<String> = lines(&before.world.fresh(1))
        .journal
        .values()
        .map(|it| it.text.clone())
        .collect();
    said.sort();
    assert_eq!(said, ["mot-du-journal", "écrit au loin"]);
    // What is written where it stands now stands beside it.
    let verdict = before.world.say(&mut phone, &line(4, "écrit ici"));
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    assert_eq!(lines(&before.world.fresh(2)).journal.len(), 3);
}
