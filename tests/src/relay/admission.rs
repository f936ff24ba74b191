//! What the relay judges, takes in and tells.

use besace_model::error::ErrorCode;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::session::relay::{Access, Event};
use besace_model::time::{Moment, Timestamp};
use besace_model::wire::DocPush;
use besace_server::coop::{Decision, Done, Prepared, Published, Submission};
use besace_server::hub::{LinkId, Origin};

use super::{Relay, Wire};

impl Relay {
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

    /// In this world a token is `device:expiry`; the edge's own tests look after real ones.
    pub(super) fn check(&self, now: Timestamp, token: &str) -> Result<Access, ErrorCode> {
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

    pub(super) fn admit(&mut self, now: Timestamp, wire: Wire, pushes: Vec<DocPush>) {
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

    pub(super) fn publish(
        &mut self,
        now: Timestamp,
        published: &Published,
        origins: &mut [Origin<'_>],
    ) {
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
}
