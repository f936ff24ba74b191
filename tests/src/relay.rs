//! The relay of a simulated world: the real [`Coop`], [`Hub`] and [`RelaySession`], with their effects carried out at
//! once. It can crash between any two calls and start again from its file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use besace_model::ids::MemberId;
use besace_model::session::relay::{Event, RelaySession};
use besace_model::time::{Moment, Timestamp};
use besace_server::coop::Coop;
use besace_server::hub::{Hub, LinkId};

mod admission;
mod life;
mod links;

/// Changes after which it builds a snapshot: few, so that every world has some.
const SNAPSHOT_AFTER: u32 = 4;

/// A connection of the virtual network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wire(pub u64);

/// What the relay puts on the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// A frame for the phone.
    Frame(Wire, Vec<u8>),
    /// The end of the connection.
    Close(Wire),
}

#[derive(Debug)]
struct RelayLink {
    session: RelaySession,
    hub: Option<LinkId>,
}

/// A relay with one cooperative.
#[derive(Debug)]
pub struct Relay {
    place: PathBuf,
    coop: Option<Coop>,
    hub: Hub,
    links: BTreeMap<Wire, RelayLink>,
    out: Vec<Out>,
    starts: u64,
    /// How far its clock on the wall is ahead.
    pub skew_ms: i64,
}

impl Relay {
    /// What its clock on the wall says.
    #[must_use]
    pub fn clock(&self, now: Timestamp) -> Timestamp {
        now.plus_ms(self.skew_ms)
    }

    /// The cooperative, while the relay runs.
    #[must_use]
    pub fn coop(&self) -> Option<&Coop> {
        self.coop.as_ref()
    }

    /// What was put on the network since the last call.
    pub fn take_out(&mut self) -> Vec<Out> {
        std::mem::take(&mut self.out)
    }

    /// Lets the time of every link pass.
    pub fn tick(&mut self, now: Timestamp) {
        let due: Vec<_> = self
            .links
            .iter()
            .filter(|(_, link)| {
                link.session
                    .next_wakeup()
                    .is_some_and(|at| at <= Moment(now.0))
            })
            .map(|(wire, _)| *wire)
            .collect();
        for wire in due {
            self.event(now, wire, Event::Wakeup);
        }
        while let Some(coop) = &mut self.coop
            && coop.are_seats_due(now)
        {
            let published = coop
                .decide_seats(now)
                .expect("an honest file can be written");
            self.publish(now, &published, &mut []);
        }
        self.turn_covers(now);
        let wall = self.clock(now);
        if let Some(coop) = &mut self.coop {
            let published = coop.derive(wall).expect("an honest file can be written");
            self.publish(now, &published, &mut []);
        }
    }

    /// Opens and ends the covers whose time has come: before anything is read or written.
    fn turn_covers(&mut self, now: Timestamp) {
        let wall = self.clock(now);
        if let Some(coop) = &mut self.coop {
            let turned = coop.turn_covers(wall);
            let published = turned.expect("an honest file can be written");
            self.publish(now, &published, &mut []);
        }
    }

    /// Does what an idle relay does: builds a few snapshots, moves commits that they cover into segments, takes the content
    /// from what was superseded, and gives back space.
    pub fn idle(&mut self, now: Timestamp) {
        let now = self.clock(now);
        if let Some(coop) = &mut self.coop {
            coop.compact_from(now, SNAPSHOT_AFTER, 8)
                .expect("compaction works on an honest file");
            coop.move_some().expect("an honest file can be written");
            coop.clear_superseded(now)
                .expect("an honest file can be written");
            coop.give_space_back()
                .expect("an honest file can be written");
        }
    }

    fn member(&self, wire: Wire) -> Option<MemberId> {
        self.links
            .get(&wire)?
            .session
            .access()
            .map(|access| access.member)
    }
}
