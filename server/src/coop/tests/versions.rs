//! Phones and relays of different versions: nobody is sent what they do not know, and nothing is lost by that.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::{Kind, KindSet};
use besace_model::wire::{DocName, DocPush, Verdict};

use super::reading::busy;
use super::world::*;

/// What an older app knows, which was made before there were profiles and coaching logs.
fn older() -> KindSet {
    let knows = |kind: &&Kind| !matches!(kind, Kind::Profile | Kind::CoachingLog);
    let kinds: Vec<Kind> = Kind::ALL.iter().filter(knows).copied().collect();
    KindSet::of(&kinds)
}

fn holds_only(phone: &Phone, kinds: KindSet) -> bool {
    phone.heads.values().all(|head| kinds.contains(head.kind))
}

#[test]
fn a_phone_is_sent_the_kinds_it_knows_and_all_of_another_once_it_learns_it() {
    for fill_bytes in [1, 800, 1_000_000] {
        let (mut world, mut phones) = busy();
        let mut phone = Phone::reader(4);
        phone.kinds = older();
        world.sync(&mut phone, fill_bytes);
        assert!(holds_only(&phone, older()) && !phone.heads.is_empty());
        world.say(&mut phones[0], &tag("tonnellerie"));
        world.sync(&mut phone, fill_bytes);
        assert!(holds_only(&phone, older()));
        let before = world.page(&phone, fill_bytes);
        assert!(before.docs.is_empty() && before.remaining == 0);

        phone.kinds = KindSet::known();
        world.sync(&mut phone, fill_bytes);
        let mut whole = Phone::reader(4);
        world.sync(&mut whole, 1_000_000);
        assert_eq!(phone.state(), whole.state(), "by {fill_bytes}");
        let after = world.page(&phone, fill_bytes);
        assert!(after.docs.is_empty(), "nothing is sent twice");
    }
}

#[test]
fn an_app_that_was_replaced_in_the_middle_of_a_download_gets_everything_all_the_same() {
    let (mut world, mut phones) = busy();
    let mut phone = Phone::reader(4);
    phone.kinds = older();
    for round in 0.. {
        let page = world.page(&phone, 300);
        let end = page.at.is_some();
        phone.take(world.coop.id(), page);
        if round == 5 {
            assert!(!end, "in the middle");
            phone.kinds = KindSet::known();
            world.say(&mut phones[1], &tag("reliure"));
        } else if end && round > 5 {
            break;
        }
    }
    world.sync(&mut phone, 300);
    let mut whole = Phone::reader(4);
    world.sync(&mut whole, 1_000_000);
    assert_eq!(phone.state(), whole.state());
}

#[test]
fn an_app_that_was_put_back_in_the_middle_of_a_download_gets_the_rest_when_it_is_put_forward() {
    let (world, _) = busy();
    let mut phone = Phone::reader(4);
    for round in 0.. {
        let page = world.page(&phone, 300);
        let end = page.at.is_some();
        phone.take(world.coop.id(), page);
        if round == 2 {
            assert!(!end, "in the middle");
            phone.kinds = older();
        } else if end {
            break;
        }
    }
    phone.kinds = KindSet::known();
    world.sync(&mut phone, 300);
    let mut whole = Phone::reader(4);
    world.sync(&mut whole, 1_000_000);
    assert_eq!(phone.state(), whole.state());
}

#[test]
fn an_app_that_was_put_back_and_forward_misses_nothing_of_what_came_meanwhile() {
    let (mut world, mut phones) = busy();
    let mut phone = Phone::reader(4);
    world.sync(&mut phone, 1_000_000);
    phone.kinds = older();
    world.sync(&mut phone, 1_000_000);
    world.say(&mut phones[0], &tag("vannerie"));
    world.sync(&mut phone, 1_000_000);
    phone.kinds = KindSet::known();
    world.sync(&mut phone, 1_000_000);
    let mut whole = Phone::reader(4);
    world.sync(&mut whole, 1_000_000);
    assert_eq!(phone.state(), whole.state());
}

#[test]
fn what_a_newer_app_says_of_a_kind_the_relay_does_not_know_may_come_again_later() {
    let (mut world, mut phones) = busy();
    let known = phones[0].commit(&world, &tag("cordage"));
    let head = DocHead {
        kind: Kind::Other(200),
        owner: MemberId::RELAY,
        key: "anything".to_owned(),
        generation: 0,
    };
    let change = known.commits[0].change.clone();
    let strange = DocPush {
        commits: vec![phones[0].sign(head.id(world.coop.id()), change)],
        doc: DocName::Head(head),
    };
    let outcome = world.push(vec![strange, known]);
    let verdicts: Vec<_> = outcome.verdicts[0].iter().map(|it| &it.verdict).collect();
    let later = matches!(verdicts[0], Verdict::Retry(ms) if *ms >= 60_000);
    assert!(later, "{:?}", verdicts[0]);
    assert!(
        matches!(verdicts[1], Verdict::Accepted(_)),
        "{:?}",
        verdicts[1]
    );
}
