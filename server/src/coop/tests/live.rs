//! Live links: who hears of what, and in which order.

mod links;
mod trials;

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::wire::{Reads, ToPhone, Update, decode};

use super::world::*;
use crate::coop::Published;
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
        self.world.coop.glance().with_board(|board| {
            self.hub
                .listen(
                    link,
                    head,
                    Reads {
                        kinds: phone.kinds,
                        short: false,
                    },
                    board,
                )
                .unwrap()
        });
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
