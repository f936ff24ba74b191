//! Live links: who hears of what, and in which order.

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::error::ErrorCode;
use besace_model::kind::{Kind, KindSet};
use besace_model::limits::SOCKETS_PER_DEVICE;
use besace_model::wire::{ToPhone, Update, Verdict, decode};

use super::world::*;
use crate::coop::{Changes, Decision, Page, Published};
use crate::hub::{Fanout, Frame, Held, Hub, LinkId, Next};

struct Live {
    world: World,
    hub: Hub,
}

impl Live {
    /// A link of a phone that has everything.
    fn join(&mut self, phone: &mut Phone) -> LinkId {
        self.world.sync(phone, 1_000_000);
        let (link, _) = self.hub.join(phone.member, phone.device);
        let head = self.world.coop.head();
        self.world
            .coop
            .glance()
            .with_board(|board| self.hub.listen(link, head, phone.kinds, board).unwrap());
        link
    }

    /// Publishes, and lets everything be tried at once; the links woken.
    fn publish(&mut self, published: &Published) -> BTreeSet<LinkId> {
        let mut fanout = self.publish_untried(published);
        for held in fanout.held {
            fanout.woken.extend(self.hub.release(held.run));
        }
        fanout.woken
    }

    fn publish_untried(&mut self, published: &Published) -> Fanout {
        let people = self.world.coop.people();
        let glance = self.world.coop.glance();
        glance.with_board(|board| self.hub.publish(published, board, &people, &mut []))
    }

    /// Pushes a command that comes by no live link; what is to be tried.
    fn say_untried(&mut self, phone: &mut Phone, say: &besace_model::command::Command) -> Held {
        let push = phone.commit(&self.world, say);
        let published = self.world.push(vec![push]).published;
        let mut fanout = self.publish_untried(&published);
        assert!(fanout.woken.is_empty() && fanout.held.len() == 1);
        fanout.held.remove(0)
    }

    /// Pushes a command over a live link.
    fn say(&mut self, phone: &mut Phone, link: LinkId, say: &besace_model::command::Command) {
        let push = phone.commit(&self.world, say);
        let outcome = self.world.push(vec![push]);
        let mut verdicts = outcome.verdicts.into_iter().next();
        let mut origins = [(Some(link), &mut verdicts)];
        let people = self.world.coop.people();
        let glance = self.world.coop.glance();
        let fanout = glance.with_board(|board| {
            self.hub
                .publish(&outcome.published, board, &people, &mut origins)
        });
        for held in fanout.held {
            self.hub.release(held.run);
        }
        assert!(
            verdicts.is_none(),
            "a live link gets its verdicts in its queue"
        );
    }

    fn take(&mut self, link: LinkId) -> (Vec<Frame>, Next) {
        let now = self.world.now;
        let glance = self.world.coop.glance();
        glance.with_board(|board| self.hub.take(link, now, board))
    }
}

fn update(frame: &Frame) -> Update {
    match decode(frame).unwrap() {
        ToPhone::Update(update) => update,
        other => panic!("{other:?}"),
    }
}

fn live() -> (Live, Vec<Phone>) {
    let mut world = World::new();
    let phones = (1..4)
        .map(|n| world.join(n, &[Role::Entrepreneur]))
        .collect();
    let hub = Hub::default();
    (Live { world, hub }, phones)
}

#[test]
fn a_commit_reaches_live_links_in_shared_bytes_and_its_author_as_a_verdict() {
    let (mut live, mut phones) = live();
    let links: Vec<LinkId> = phones.iter_mut().map(|phone| live.join(phone)).collect();
    live.say(&mut phones[0], links[0], &tag("couture"));
    let (first, _) = live.take(links[1]);
    let (second, _) = live.take(links[2]);
    assert!(std::sync::Arc::ptr_eq(&first[0], &second[0]));
    let (own, next) = live.take(links[0]);
    assert_eq!((own.len(), next), (1, Next::Wait));
    let own = update(&own[0]);
    assert!(own.docs.is_empty());
    assert!(matches!(own.verdicts[0].verdict, Verdict::Accepted(_)));
    for (phone, cursor) in [(0, own.cursor), (1, update(&first[0]).cursor)] {
        phones[phone].cursor = cursor;
        let page = live.world.page(&phones[phone], 1_000_000);
        assert!(page.docs.is_empty(), "nothing is left to read");
    }
    live.say(&mut phones[0], links[0], &forecast("2026-11", 1));
    assert!(live.take(links[1]).0.is_empty(), "not theirs to read");
}

#[test]
fn a_link_of_an_older_app_hears_nothing_of_a_kind_it_does_not_know() {
    let (mut live, mut phones) = live();
    let mut organiser = live.world.join(9, &[Role::Coach]);
    let knows = |kind: &&Kind| **kind != Kind::Profile;
    let kinds: Vec<Kind> = Kind::ALL.iter().filter(knows).copied().collect();
    phones[1].kinds = KindSet::of(&kinds);
    let links: Vec<LinkId> = phones.iter_mut().map(|phone| live.join(phone)).collect();
    live.say(&mut phones[0], links[0], &tag("couture"));
    assert_eq!(live.take(links[1]), (Vec::new(), Next::Wait));
    assert_eq!(live.take(links[2]).0.len(), 1);
    let event = event(1, 8);
    let link = live.join(&mut organiser);
    live.say(&mut organiser, link, &event);
    let Update { docs, cursor, .. } = update(&live.take(links[1]).0[0]);
    let page = Page {
        docs,
        cursor,
        ..Page::default()
    };
    phones[1].take(live.world.coop.id(), page);
    phones[1].kinds = KindSet::known();
    live.world.sync(&mut phones[1], 1_000_000);
    live.world.sync(&mut phones[2], 1_000_000);
    assert_eq!(phones[1].state(), phones[2].state());
}

#[test]
fn a_slow_link_reads_on_from_its_cursor_and_keeps_its_verdicts() {
    let (mut live, mut phones) = live();
    let links: Vec<LinkId> = phones.iter_mut().map(|phone| live.join(phone)).collect();
    let long = |n: usize| tag(&format!("{n} {}", "x".repeat(100)));
    live.say(&mut phones[1], links[1], &tag("avant"));
    for n in 0..1_000 {
        let push = phones[0].commit(&live.world, &long(n));
        let published = live.world.push(vec![push]).published;
        live.publish(&published);
    }
    let (frames, next) = live.take(links[1]);
    assert_eq!(frames.len(), 1, "the verdict alone stood");
    assert!(update(&frames[0]).cursor.is_none());
    let Next::Read(cursor, own) = next else {
        panic!("{next:?}")
    };
    assert_eq!(own.len(), 1);
    phones[1].cursor = Some(cursor);
    phones[1].own.extend(own);
    let (world, phone) = (&live.world, &mut phones[1]);
    world.sync(phone, 100_000);
    let id = tag("").target(member(1)).id(world.coop.id());
    assert_eq!(phone.docs[&id].get_heads(), phones[0].docs[&id].get_heads());
}

#[test]
fn a_change_of_readers_and_a_revocation_reach_live_links() {
    let (mut live, mut phones) = live();
    let links: Vec<LinkId> = phones.iter_mut().map(|phone| live.join(phone)).collect();
    let published = live.world.decide(Decision::Change {
        member: member(2),
        changes: Changes {
            roles: Some([Role::Coach].into()),
            ..Changes::default()
        },
    });
    live.publish(&published);
    let published = live.world.assign(2, 1);
    live.publish(&published);
    assert!(matches!(live.take(links[1]).1, Next::Read(..)));
    assert_eq!(live.take(links[2]).1, Next::Wait);
    let published = live.world.decide(Decision::RevokeDevice {
        device: phones[2].device,
    });
    assert!(live.publish(&published).contains(&links[2]));
    assert_eq!(
        live.take(links[2]).1,
        Next::Dismiss(ErrorCode::DeviceRevoked)
    );
}

#[test]
fn a_device_with_too_many_sockets_loses_its_oldest() {
    let (mut live, phones) = live();
    let phone = &phones[0];
    let links: Vec<_> = (0..=SOCKETS_PER_DEVICE)
        .map(|_| live.hub.join(phone.member, phone.device))
        .collect();
    assert_eq!(links.last().unwrap().1, Some(links[0].0));
    assert_eq!(live.take(links[0].0).1, Next::Dismiss(ErrorCode::Quota));
    for (link, _) in links {
        live.hub.leave(link);
    }
    assert!(live.hub.is_empty());
}

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
