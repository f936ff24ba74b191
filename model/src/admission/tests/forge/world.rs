//! The cooperative a forger is set loose in: eleven devices of ten people, and documents of every kind that honest
//! commands made, with branches written apart and some that nobody pushed.

mod commands;
mod making;
mod people;
mod relay;
mod scene;

use ed25519_dalek::Signer;

use super::dice::Dice;
use crate::admission::{Author, Judgement, commit_hash, judge};
use crate::commit::{Commit, signing_bytes};
use crate::head::DocHead;
use crate::kinds::tests::samples::GROUP;

use crate::time::Timestamp;
use commands::{act, every_command};
pub(super) use people::Device;
pub(in crate::admission::tests) use people::{PARTS, Part, grants_of};
pub(in crate::admission::tests) use relay::{relays_own, said_by_the_relay};
pub(super) use scene::{Honest, Scene};

const COOP: [u8; 16] = [5; 16];
pub(super) const NOW: Timestamp = Timestamp(1_772_700_000_000);
/// The event of which somebody outside the team is a facilitator, and another.
pub(in crate::admission::tests) const EVENTS: [u8; 2] = [60, 61];
/// The group of the samples, and another.
pub(in crate::admission::tests) const GROUPS: [u8; 2] = [GROUP, 170];

/// Everybody, and every document.
pub(super) struct World {
    pub(super) devices: Vec<Device>,
    pub(super) scenes: Vec<Scene>,
}

impl World {
    pub(super) fn new() -> Self {
        let parts = PARTS.into_iter().enumerate();
        let devices: Vec<_> = parts
            .map(|(number, part)| Device::new(number, part))
            .collect();
        let commands = every_command();
        let mut heads: Vec<DocHead> = Vec::new();
        for (by, command) in &commands {
            let head = command.target(devices[*by].grants.member);
            if !heads.contains(&head) {
                heads.push(head);
            }
        }
        let mut scenes: Vec<_> = heads
            .into_iter()
            .map(|head| {
                let own = commands
                    .iter()
                    .filter(|(by, command)| command.target(devices[*by].grants.member) == head);
                Scene::of(head.clone(), own.cloned().collect(), &devices)
            })
            .collect();
        for head in relays_own() {
            scenes.push(Scene::of_the_relay(head));
        }
        Self { devices, scenes }
    }

    /// Judges a change for a document, signed by a device.
    pub(super) fn judge(&self, scene: &Scene, by: usize, raw: &[u8]) -> Judgement {
        let device = &self.devices[by];
        let message = signing_bytes(scene.id, commit_hash(raw));
        let commit = Commit {
            device: device.id,
            signature: Some(device.key.sign(&message).to_bytes()),
            change: raw.to_vec(),
        };
        let author = Author {
            device: device.id,
            public_key: &device.public,
            alive: true,
            grants: &device.grants,
        };
        judge(&scene.index, scene.id, &author, &commit)
    }

    /// An honest change by one of a document's commands: on top of everything, or by a new session on what stood long
    /// ago.
    pub(super) fn honest(&self, scene: &Scene, dice: &mut Dice, is_late: bool) -> Option<Honest> {
        if scene.commands.is_empty() {
            return None;
        }
        let (by, command) = dice.pick(&scene.commands);
        let device = &self.devices[*by];
        let seconds = dice.roll(100_000) as i64;
        let raw = if is_late {
            let device =
                device.in_session([dice.next().to_be_bytes(); 2].concat().try_into().ok()?);
            act(&mut scene.base.clone(), &device, command, seconds)
        } else {
            act(&mut scene.full.clone(), device, command, seconds)
        };
        Some(Honest { by: *by, raw: raw? })
    }
}
