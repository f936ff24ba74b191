//! Links to phones: opened and closed, frames in, effects out.

use besace_model::limits::FRAME_FILL_BYTES;
use besace_model::session::relay::{Effect, Event, RelaySession};
use besace_model::time::{Moment, Now, Timestamp};
use besace_server::coop::Ask;
use besace_server::hub::{LinkId, Next};

use super::{Out, Relay, RelayLink, Wire};

impl Relay {
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
        self.turn_covers(now);
        self.event(now, wire, Event::Frame(bytes));
    }

    pub(super) fn event(&mut self, now: Timestamp, wire: Wire, event: Event<'_>) {
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
            Effect::Listen(at, reads) => {
                let (Some(coop), Some(id)) =
                    (&self.coop, self.links.get(&wire).and_then(|link| link.hub))
                else {
                    return;
                };
                let listening = coop
                    .glance()
                    .with_board(|board| self.hub.listen(id, at, reads, board));
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

    pub(super) fn drain(&mut self, now: Timestamp, wire: Wire) {
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

    pub(super) fn wire_of(&self, id: LinkId) -> Option<Wire> {
        self.links
            .iter()
            .find(|(_, link)| link.hub == Some(id))
            .map(|(wire, _)| *wire)
    }
}
