//! Who is connected: links join, leave and are sent away.

use std::collections::{BTreeSet, VecDeque};

use besace_model::error::ErrorCode;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::limits::SOCKETS_PER_DEVICE;
use besace_model::wire::Reads;

use super::queue::{LiveLink, Spot, State};
use super::{Hub, LinkId};
use crate::coop::{Board, People};

impl Hub {
    /// Adds a link. A device with too many loses its oldest, which is likely a connection that broke unseen: that
    /// link is returned, to be woken.
    pub fn join(&mut self, member: MemberId, device: DeviceId) -> (LinkId, Option<LinkId>) {
        let id = LinkId(self.next);
        self.next += 1;
        let links = self.by_member.entry(member).or_default();
        let own: Vec<LinkId> = links
            .iter()
            .filter(|id| {
                self.links.get(id).is_some_and(|link| {
                    link.device == device && !matches!(link.state, State::Dismissed(_))
                })
            })
            .copied()
            .collect();
        links.push(id);
        let oldest = own
            .first()
            .filter(|_| own.len() >= SOCKETS_PER_DEVICE)
            .copied();
        if let Some(link) = oldest.and_then(|oldest| self.links.get_mut(&oldest)) {
            link.dismiss(ErrorCode::Quota);
        }
        self.links.insert(
            id,
            LiveLink {
                member,
                device,
                state: State::Reading,
                reads: Reads::SPINE,
                at: Spot { seq: 0, mark: 0 },
                queue: VecDeque::new(),
                queued_bytes: 0,
            },
        );
        (id, oldest)
    }

    /// Removes a link.
    pub fn leave(&mut self, id: LinkId) {
        let Some(link) = self.links.remove(&id) else {
            return;
        };
        if let Some(links) = self.by_member.get_mut(&link.member) {
            links.retain(|other| *other != id);
            if links.is_empty() {
                self.by_member.remove(&link.member);
            }
        }
    }

    /// The devices whose links hear of what comes.
    #[must_use]
    pub fn devices(&self) -> BTreeSet<DeviceId> {
        let live = self.links.values().filter(|link| link.state == State::Live);
        live.map(|link| link.device).collect()
    }

    /// Sends every link away, when the relay stops.
    pub fn dismiss_all(&mut self, code: ErrorCode) -> Vec<LinkId> {
        for link in self.links.values_mut() {
            link.dismiss(code);
        }
        self.links.keys().copied().collect()
    }

    pub(super) fn dismiss_strangers(&mut self, people: &People) -> Vec<LinkId> {
        let mut woken = Vec::new();
        for (id, link) in &mut self.links {
            if let Err(code) = people.admit(link.member, link.device) {
                link.dismiss(code);
                woken.push(*id);
            }
        }
        woken
    }

    pub(super) fn links_of(&self, member: MemberId) -> Vec<LinkId> {
        self.by_member.get(&member).cloned().unwrap_or_default()
    }

    /// Links whose member reads an audience: over the fewer of the two.
    pub(super) fn audience_links(&self, audience: u32, board: &Board) -> Vec<LinkId> {
        let readers = board.readers_of(audience);
        if readers.len() > self.by_member.len() {
            let connected = self.by_member.iter();
            return connected
                .filter(|(member, _)| readers.contains(member))
                .flat_map(|(_, links)| links.iter().copied())
                .collect();
        }
        let connected = readers
            .iter()
            .filter_map(|member| self.by_member.get(member));
        connected.flatten().copied().collect()
    }
}
