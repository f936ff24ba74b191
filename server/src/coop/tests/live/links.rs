//! What live links hear, and when they lose their place.

use besace_model::access::Role;
use besace_model::error::ErrorCode;
use besace_model::kind::{Kind, KindSet};
use besace_model::limits::SOCKETS_PER_DEVICE;
use besace_model::wire::{Update, Verdict};

use super::{live, update};
use crate::coop::tests::world::*;
use crate::coop::{Changes, Decision, Page};
use crate::hub::{LinkId, Next};

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
