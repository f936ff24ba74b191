//! How the documents of the world come to be what they are.

use super::commands::act;
use super::relay::said_by_the_relay;
use super::scene::change;
use super::{COOP, Device, Honest, NOW, Scene};
use crate::admission::DocIndex;
use crate::command::Command;
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::ids::CoopId;
use crate::kinds;
use crate::kinds::tests::samples;

impl Scene {
    fn empty(head: DocHead) -> Self {
        Self {
            id: head.id(CoopId::from_bytes(COOP)),
            index: DocIndex::new(head.clone()),
            log: Vec::new(),
            full: Genesis::document(head.kind),
            base: Genesis::document(head.kind),
            aside: Vec::new(),
            honest: Vec::new(),
            commands: Vec::new(),
            names: Vec::new(),
            hashes: Vec::new(),
            start: 0,
            head,
        }
    }

    pub(super) fn of(head: DocHead, commands: Vec<(usize, Command)>, devices: &[Device]) -> Self {
        let mut scene = Self::empty(head);
        let half = commands.len() / 2;
        let mut seconds = 0..;
        let mut time = || seconds.next().unwrap_or_default();
        for (by, command) in &commands[..half] {
            let device = &devices[*by];
            if let Some(raw) = act(&mut scene.full, device, command, time()) {
                scene.log.push((raw, Some(device.id)));
            }
        }
        scene.base = scene.full.clone();
        // One branch is pushed, one is not.
        let mut apart = scene.base.clone();
        for (turn, (by, command)) in commands[half..].iter().enumerate() {
            let device = &devices[*by];
            if turn % 2 == 0 {
                if let Some(raw) = act(&mut scene.full, device, command, time()) {
                    scene.log.push((raw, Some(device.id)));
                }
            } else {
                let elsewhere = device.in_session([device.actor[0] + 1; 16]);
                if let Some(raw) = act(&mut apart, &elsewhere, command, time()) {
                    scene.aside.push(change(&raw));
                }
            }
        }
        for (by, command) in &commands {
            for (on, session) in [(&scene.base, 2), (&scene.full, 0)] {
                let device = devices[*by].in_session([devices[*by].actor[0] + session; 16]);
                if let Some(raw) = act(&mut on.clone(), &device, command, time()) {
                    scene.honest.push(Honest { by: *by, raw });
                }
            }
        }
        // What phones write that do not know yet that a session is closed.
        for (by, raw) in unaware(&scene, devices) {
            scene.honest.push(Honest { by, raw });
        }
        scene.commands = commands;
        scene.start = scene.log.len();
        scene.begin_again();
        scene
    }

    /// A document that the relay alone writes.
    pub(super) fn of_the_relay(head: DocHead) -> Self {
        let mut scene = Self::empty(head);
        let actor = [250; 16];
        for step in 1..6i64 {
            let said = said_by_the_relay(scene.head.kind, step);
            let made = kinds::bring(&mut scene.full, &scene.head, &said, NOW, actor);
            let raw = made.unwrap().change;
            if step == 5 {
                scene.honest.extend((0..3).map(|by| Honest {
                    by,
                    raw: raw.clone(),
                }));
            } else {
                scene.log.push((raw, None));
            }
            if step == 3 {
                scene.base = scene.full.clone();
            }
        }
        scene.start = scene.log.len();
        scene.begin_again();
        scene
    }
}

/// Edits of the session that is closed later, made when it had just been logged.
fn unaware(scene: &Scene, devices: &[Device]) -> Vec<(usize, Vec<u8>)> {
    let mut early = Genesis::document(scene.head.kind);
    let first = scene.log.first().map(|(raw, _)| change(raw));
    if early.apply_changes(first).is_err() || !super::super::oracle::is_first(&scene.head) {
        return Vec::new();
    }
    let mut made = Vec::new();
    for (by, command) in (0..4).flat_map(|_| samples::too_late()) {
        let device = devices[by].in_session([devices[by].actor[0] + 3; 16]);
        let raw = act(&mut early.clone(), &device, &command, made.len() as i64);
        made.extend(raw.map(|raw| (by, raw)));
    }
    made
}
