//! Nobody hears of a change before its trial.

use besace_model::access::Role;

use super::{live, update};
use crate::coop::tests::world::*;
use crate::coop::{Changes, Decision, Published};
use crate::hub::{LinkId, Next};

#[test]
fn nobody_hears_of_a_change_before_its_trial_but_its_author_of_the_verdict() {
    let (mut live, mut phones) = live();
    let links: Vec<LinkId> = phones.iter_mut().map(|phone| live.join(phone)).collect();
    let held = live.say_untried(&mut phones[0], &tag("couture"));
    assert_eq!(live.take(links[1]), (Vec::new(), Next::Wait));
    live.say(&mut phones[1], links[1], &tag("lecture"));
    let (frames, _) = live.take(links[1]);
    let verdict = update(&frames[0]);
    assert_eq!((frames.len(), verdict.verdicts.len()), (1, 1));
    assert_eq!(verdict.cursor, None, "something before it is not there yet");
    assert!(live.take(links[2]).0.is_empty(), "in their order");
    assert_eq!(live.hub.release(held.run).len(), 3);
    let (frames, _) = live.take(links[1]);
    assert_eq!(update(&frames[0]).docs.len(), 1);
    let reached = update(&frames[1]).cursor;
    assert!(frames.len() == 2 && reached.is_some());
    phones[1].cursor = reached;
    assert!(live.world.page(&phones[1], 1_000_000).docs.is_empty());
    assert_eq!(live.take(links[2]).0.len(), 2);
}

#[test]
fn a_large_document_under_trial_delays_only_its_own_readers() {
    let (mut live, mut phones) = live();
    live.world.decide(Decision::Change {
        member: member(3),
        changes: Changes {
            roles: Some([Role::Finance].into()),
            ..Changes::default()
        },
    });
    let links: Vec<LinkId> = phones.iter_mut().map(|phone| live.join(phone)).collect();
    let long = live.say_untried(&mut phones[0], &forecast("2026-11", 1));
    let held = live.say_untried(&mut phones[1], &tag("lecture"));
    let woken = live.hub.release(held.run);
    assert_eq!(live.take(links[1]).0.len(), 1, "who does not read it");
    assert!(woken.contains(&links[2]) && live.take(links[2]).0.is_empty());
    live.hub.release(long.run);
    let (frames, next) = live.take(links[2]);
    assert_eq!((frames.len(), next), (2, Next::Wait));
}

#[test]
fn what_failed_its_trial_is_taken_out_of_every_queue() {
    let (mut live, mut phones) = live();
    let links: Vec<LinkId> = phones.iter_mut().map(|phone| live.join(phone)).collect();
    let held = live.say_untried(&mut phones[0], &tag("couture"));
    live.say(&mut phones[1], links[1], &tag("lecture"));
    let published = Published {
        frozen: vec![held.entries[0].row],
        ..Published::default()
    };
    let woken = live.publish_untried(&published).woken;
    assert_eq!(woken, links.iter().copied().collect());
    for (link, verdicts) in [(links[0], 0), (links[1], 1), (links[2], 0)] {
        let (frames, next) = live.take(link);
        let told = frames.iter().map(update);
        assert!(told.clone().all(|update| update.docs.is_empty()));
        let told: usize = told.map(|update| update.verdicts.len()).sum();
        assert_eq!(told, verdicts);
        assert!(
            matches!(next, Next::Read(..)),
            "what else there was is read"
        );
    }
    assert!(live.hub.release(held.run).is_empty());
}
