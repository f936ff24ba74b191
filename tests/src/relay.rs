//! The relay of a simulated world: the real [`Coop`], [`Hub`] and [`RelaySession`], with their effects carried out at
//! once. It can crash between any two calls and start again from its file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::limits::FRAME_FILL_BYTES;
use besace_model::session::relay::{Access, Effect, Event, RelaySession};
use besace_model::time::{Moment, Now, Timestamp};
use besace_model::wire::DocPush;
use besace_server::coop::{Ask, Coop, Decision, Done, Founding, Prepared, Published, Submission};
use besace_server::hub::{Hub, LinkId, Next, Origin};
use besace_server::store::StorePlace;

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

/// The relay of the world never draws a random number of its own.
const EPOCH: u64 = 7;
/// Changes after which it rebuilds its own documents: often, so that every world has generations.
const REBUILD_AFTER: u64 = 2;

impl Relay {
    /// Founds the cooperative in a new file.
    #[must_use]
    pub fn found(place: PathBuf, coop: CoopId, now: Timestamp) -> Self {
        let founding = Founding {
            coop,
            name: "Les Quatre Saisons".into(),
            relay_device: DeviceId::from_bytes([0xEE; 16]),
            relay_seed: [0xE5; 32],
            epoch: EPOCH,
        };
        let mut made = Coop::create(StorePlace::File(place.clone()), &founding, now)
            .expect("a new file takes a cooperative");
        made.rebuild_after(REBUILD_AFTER);
        Self {
            place,
            coop: Some(made),
            hub: Hub::default(),
            links: BTreeMap::new(),
            out: Vec::new(),
            starts: 0,
            skew_ms: 0,
        }
    }

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

    /// Ends the process without a word: memory is gone, the files stay as the last commit left them.
    pub fn crash(&mut self) {
        let files = ["", "-wal"].map(|suffix| {
            let path = PathBuf::from(format!("{}{suffix}", self.place.display()));
            (std::fs::read(&path).ok(), path)
        });
        self.start_over();
        for (bytes, path) in files {
            if let Some(bytes) = bytes {
                std::fs::write(path, bytes).expect("the file is ours");
            }
        }
    }

    /// Ends the process and loses its write-ahead log, as an incomplete copy of the folder would: the relay cannot
    /// know that nothing is missing, and names a new epoch.
    pub fn start_over(&mut self) {
        self.coop = None;
        self.hub = Hub::default();
        self.out.clear();
        let wires: Vec<_> = std::mem::take(&mut self.links).into_keys().collect();
        self.out.extend(wires.into_iter().map(Out::Close));
    }

    /// Ends the process in order.
    pub fn stop(&mut self) {
        if let Some(coop) = self.coop.take() {
            coop.close().expect("an honest file closes");
        }
        self.start_over();
    }

    /// Ends the process in order and copies its file, as the README says a backup is made.
    pub fn back_up(&mut self) -> Vec<u8> {
        self.stop();
        std::fs::read(&self.place).expect("the file is ours")
    }

    /// Ends the process in order and puts a backup in the place of its file: what came since is lost.
    pub fn restore(&mut self, backup: &[u8]) {
        self.stop();
        std::fs::write(&self.place, backup).expect("the file is ours");
    }

    /// Starts the process again.
    pub fn start(&mut self) {
        if self.coop.is_none() {
            self.starts += 1;
            let mut coop = Coop::open(StorePlace::File(self.place.clone()), EPOCH + self.starts)
                .expect("the file opens after a crash");
            coop.rebuild_after(REBUILD_AFTER);
            self.coop = Some(coop);
        }
    }

    /// What was put on the network since the last call.
    pub fn take_out(&mut self) -> Vec<Out> {
        std::mem::take(&mut self.out)
    }

    /// A phone connects. False while the relay is down.
    pub fn open(&mut self, now: Timestamp, wire: Wire) -> bool {
        if self.coop.is_some() {
            self.links.insert(
                wire,
                RelayLink {
                    session: RelaySession::new(Moment(now.0)),
                    hub: None,
                },
            );
        }
        self.coop.is_some()
    }

    /// A connection was lost.
    pub fn close(&mut self, wire: Wire) {
        if let Some(id) = self.links.remove(&wire).and_then(|link| link.hub) {
            self.hub.leave(id);
        }
    }

    /// Bytes of a phone came.
    pub fn receive(&mut self, now: Timestamp, wire: Wire, bytes: &[u8]) {
        self.event(now, wire, Event::Frame(bytes));
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
        let wall = self.clock(now);
        if let Some(coop) = &mut self.coop {
            let published = coop.derive(wall).expect("an honest file can be written");
            self.publish(now, &published, &mut []);
        }
    }

    /// Carries out a decision about people.
    pub fn decide(&mut self, now: Timestamp, command: &Decision) -> Option<Done> {
        let wall = self.clock(now);
        let (done, published) = self
            .coop
            .as_mut()?
            .decide(wall, MemberId::RELAY, command)
            .ok()?;
        self.publish(now, &published, &mut []);
        Some(done)
    }

    /// Does what an idle relay does: builds a few snapshots, and takes the content from what was superseded.
    pub fn idle(&mut self, now: Timestamp) {
        let now = self.clock(now);
        if let Some(coop) = &mut self.coop {
            coop.compact(now, 8)
                .expect("compaction works on an honest file");
            coop.clear_superseded(now)
                .expect("an honest file can be written");
        }
    }

    fn event(&mut self, now: Timestamp, wire: Wire, event: Event<'_>) {
        let clocks = Now {
            wall: self.clock(now),
            moment: Moment(now.0),
        };
        let Some(link) = self.links.get_mut(&wire) else {
            return;
        };
        for effect in link.session.handle(clocks, event) {
            self.perform(now, wire, effect);
        }
    }

    fn perform(&mut self, now: Timestamp, wire: Wire, effect: Effect) {
        match effect {
            Effect::CheckToken(token) => {
                let answer = self.check(now, &token);
                if let (Ok(access), Some(link)) = (answer, self.links.get_mut(&wire))
                    && link.hub.is_none()
                {
                    let (id, evicted) = self.hub.join(access.member, access.device);
                    link.hub = Some(id);
                    if let Some(evicted) = evicted.and_then(|id| self.wire_of(id)) {
                        self.drain(now, evicted);
                    }
                }
                self.event(now, wire, Event::Token(answer));
            }
            Effect::Admit(pushes) => self.admit(now, wire, pushes),
            Effect::Read(cursor, witness, own, kinds) => {
                let Some((coop, member)) = self.coop.as_ref().zip(self.member(wire)) else {
                    return;
                };
                let ask = Ask {
                    member,
                    cursor: cursor.as_ref(),
                    witness,
                    skip: &own,
                    kinds,
                    fill_bytes: FRAME_FILL_BYTES,
                    now: self.clock(now),
                };
                let page = coop.read_after(&ask).expect("an honest file can be read");
                let at = page.at;
                self.event(
                    now,
                    wire,
                    Event::Page(Box::new(page.into_update(self.clock(now))), at),
                );
            }
            Effect::Listen(at, kinds) => {
                let (Some(coop), Some(id)) =
                    (&self.coop, self.links.get(&wire).and_then(|link| link.hub))
                else {
                    return;
                };
                let listening = coop
                    .glance()
                    .with_board(|board| self.hub.listen(id, at, kinds, board));
                if let Err(cursor) = listening {
                    self.event(now, wire, Event::Behind(cursor, Vec::new()));
                }
            }
            Effect::Send(bytes) => self.out.push(Out::Frame(wire, bytes)),
            Effect::Close(_) => {
                self.close(wire);
                self.out.push(Out::Close(wire));
            }
        }
    }

    /// In this world a token is `device:expiry`; the edge's own tests look after real ones.
    fn check(&self, now: Timestamp, token: &str) -> Result<Access, ErrorCode> {
        let coop = self.coop.as_ref().ok_or(ErrorCode::Retry)?;
        let (device, expires) = token.split_once(':').ok_or(ErrorCode::Unauthorized)?;
        let device: DeviceId = device.parse().map_err(|_| ErrorCode::Unauthorized)?;
        let expires_at = Timestamp(expires.parse().map_err(|_| ErrorCode::Unauthorized)?);
        let people = coop.people();
        let entry = people.device(device).ok_or(ErrorCode::Unauthorized)?;
        if entry.revoked_at.is_some() {
            return Err(ErrorCode::DeviceRevoked);
        }
        let left_ms = expires_at.0 - self.clock(now).0;
        if left_ms < 0 || !people.may_connect(entry.member, device) {
            return Err(ErrorCode::Unauthorized);
        }
        Ok(Access {
            coop: coop.id(),
            member: entry.member,
            device,
            expires_at: Moment(now.0).plus_ms(left_ms),
        })
    }

    fn admit(&mut self, now: Timestamp, wire: Wire, pushes: Vec<DocPush>) {
        let wall = self.clock(now);
        let Some(coop) = &mut self.coop else { return };
        let people = coop.people();
        let id = coop.id();
        let pushes = pushes
            .into_iter()
            .map(|push| Prepared::new(id, &people, push))
            .collect();
        let mut outcome = coop
            .admit(wall, vec![Submission { pushes }])
            .expect("an honest file can be written");
        let mut verdicts = outcome.verdicts.pop();
        let link = self.links.get(&wire).and_then(|link| link.hub);
        self.publish(now, &outcome.published, &mut [(link, &mut verdicts)]);
        let is_queued = verdicts.is_none();
        self.event(now, wire, Event::Admitted(verdicts));
        if is_queued {
            self.drain(now, wire);
        }
    }

    fn publish(&mut self, now: Timestamp, published: &Published, origins: &mut [Origin<'_>]) {
        let Some(coop) = &self.coop else { return };
        let people = coop.people();
        let fanout = coop
            .glance()
            .with_board(|board| self.hub.publish(published, board, &people, origins));
        let mut woken: Vec<LinkId> = fanout.woken.into_iter().collect();
        for held in fanout.held {
            let is_good = coop.try_entries(&held.entries);
            assert!(
                is_good.expect("an honest file can be read"),
                "an honest change failed"
            );
            woken.extend(self.hub.release(held.run));
        }
        for id in woken {
            if let Some(wire) = self.wire_of(id) {
                self.drain(now, wire);
            }
        }
    }

    fn drain(&mut self, now: Timestamp, wire: Wire) {
        let (Some(coop), Some(id)) = (&self.coop, self.links.get(&wire).and_then(|link| link.hub))
        else {
            return;
        };
        let (frames, next) = coop
            .glance()
            .with_board(|board| self.hub.take(id, self.clock(now), board));
        self.out.extend(
            frames
                .into_iter()
                .map(|frame| Out::Frame(wire, frame.to_vec())),
        );
        match next {
            Next::Wait => {}
            Next::Read(cursor, own) => self.event(now, wire, Event::Behind(cursor, own)),
            Next::Dismiss(code) => self.event(now, wire, Event::Dismissed(code)),
        }
    }

    fn wire_of(&self, id: LinkId) -> Option<Wire> {
        self.links
            .iter()
            .find(|(_, link)| link.hub == Some(id))
            .map(|(wire, _)| *wire)
    }

    fn member(&self, wire: Wire) -> Option<MemberId> {
        self.links
            .get(&wire)?
            .session
            .access()
            .map(|access| access.member)
    }
}
