//! Apps and relays of before the kinds were listed, each against the other of today: what one does not know waits, and
//! nothing is lost or doubled when it is replaced.

use besace_client::view::sync::Waits;
use besace_model::kind::{Kind, KindSet};
use besace_tests::people;

mod pair;

use pair::Pair;

#[test]
fn an_app_of_before_works_with_the_relay_of_today_and_gets_the_rest_once_it_is_replaced() {
    let mut pair = Pair::new("app");
    pair.posts(pair.at_coach, "Un local à partager");
    let session = pair.new_id();
    let logged = people::session(pair.anna, pair.coach, session, "Vu.");
    pair.world.act(pair.at_coach, logged);
    pair.expense(1_250);
    pair.world.settle();
    let kinds = pair.kinds();
    assert!(kinds.contains(&Kind::CoachingLog), "{kinds:?}");
    assert!(
        kinds.iter().all(|kind| KindSet::SPINE.contains(*kind)),
        "{kinds:?}"
    );
    assert_eq!(pair.stands(pair.at_coach).0, [1_250]);

    pair.world.signal(pair.at_anna, false);
    pair.expense(990);
    pair.expense(902);
    assert_eq!(pair.stands(pair.at_anna), (vec![902, 990, 1_250], vec![]));
    pair.replaced(false);
    assert_eq!(pair.stands(pair.at_anna).0, [902, 990, 1_250]);
    assert_eq!(pair.waits(), [Waits::Turn, Waits::Before]);
    pair.world.signal(pair.at_anna, true);
    pair.world.settle();
    let all = (
        vec![902, 990, 1_250],
        vec!["Un local à partager".to_owned()],
    );
    assert_eq!(pair.stands(pair.at_anna), all);
    assert_eq!(pair.stands(pair.at_coach), all);
    assert!(pair.waits().is_empty());
}

#[test]
fn what_a_relay_of_before_could_not_read_waits_on_the_phone_until_it_is_replaced() {
    let mut pair = Pair::new("relay");
    pair.expense(1_250);
    pair.posts(pair.at_anna, "Un tour à bois");
    pair.expense(990);
    pair.world.settle();
    assert_eq!(pair.waits(), [Waits::Newer]);
    assert_eq!(pair.stands(pair.at_coach), (vec![990, 1_250], vec![]));
    pair.replaced(true);
    pair.world.settle();
    assert_eq!(pair.waits(), [Waits::Newer]);

    pair.replaced(false);
    pair.world.settle();
    assert!(pair.waits().is_empty());
    let title = "Un tour à bois".to_owned();
    let all = (vec![990, 1_250], vec![title.clone()]);
    assert_eq!(pair.stands(pair.at_coach), all);
    assert_eq!(pair.stands(pair.at_anna), all);

    // Put back to the one of before, and forward again.
    pair.replaced(true);
    pair.posts(pair.at_anna, "Une scie");
    pair.world.settle();
    assert_eq!(pair.waits(), [Waits::Newer]);
    assert_eq!(pair.stands(pair.at_coach), all);
    pair.replaced(false);
    pair.world.settle();
    let all = (vec![990, 1_250], vec![title, "Une scie".to_owned()]);
    assert_eq!(pair.stands(pair.at_coach), all);
    assert_eq!(pair.stands(pair.at_anna), all);
}
