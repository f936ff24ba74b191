//! Honest work, carried to another document, another author or another entry.

use automerge::legacy::{ElementId, Key, ObjectId, OpId, OpType};
use automerge::{ActorId, ExpandedChange};

use super::super::dice::Dice;
use super::super::world::World;
use super::{Hand, decode};

impl Hand {
    /// Honest work, carried elsewhere.
    pub(super) fn swap(
        &self,
        dice: &mut Dice,
        world: &World,
        at: usize,
        change: &mut ExpandedChange,
    ) {
        let kind = world.scenes[at].head.kind;
        let alike: Vec<usize> = (0..world.scenes.len())
            .filter(|other| world.scenes[*other].head.kind == kind)
            .collect();
        match dice.roll(4) {
            // The same thing done in another document of the kind, or of any.
            0 => {
                let other = match dice.one_in(4) {
                    true => dice.roll(world.scenes.len()),
                    false => *dice.pick(&alike),
                };
                if let Some(honest) = self.honest(dice, world, &world.scenes[other]) {
                    *change = decode(&honest.raw);
                    rename_all(change, |OpId(counter, actor)| {
                        OpId(*counter, counterpart(world, actor))
                    });
                }
            }
            // One person, or one entry, for another.
            1 | 2 => {
                let (from, to) = (dice.pick(&self.keys), dice.pick(&self.keys));
                for op in &mut change.operations {
                    if matches!(&op.key, Key::Map(key) if key == from.as_str()) {
                        op.key = Key::Map(to.as_str().into());
                    }
                    if matches!(&op.action, OpType::Put(value) if value.as_str() == Some(from)) {
                        op.action = OpType::Put(to.as_str().into());
                    }
                }
            }
            // Two commands in one change.
            _ => {
                if let Some(honest) = self.honest(dice, world, &world.scenes[at]) {
                    let more = decode(&honest.raw);
                    change.operations.extend(more.operations);
                }
            }
        }
    }
}

/// The actor of whoever does in another document what this one does in the first.
fn counterpart(world: &World, actor: &ActorId) -> ActorId {
    let devices = &world.devices;
    let found = devices
        .iter()
        .position(|device| actor.to_bytes()[0] / 4 == device.actor[0] / 4);
    match found.and_then(|number| devices.get(number ^ 2)) {
        Some(device) => ActorId::from([device.actor[0] + actor.to_bytes()[0] % 4; 16]),
        None => actor.clone(),
    }
}

pub(super) fn rename_all(change: &mut ExpandedChange, rename: impl Fn(&OpId) -> OpId) {
    for op in &mut change.operations {
        if let ObjectId::Id(id) = &op.obj {
            op.obj = ObjectId::Id(rename(id));
        }
        if let Key::Seq(ElementId::Id(id)) = &op.key {
            op.key = Key::Seq(ElementId::Id(rename(id)));
        }
        op.pred = op.pred.iter().map(&rename).collect::<Vec<_>>().into();
    }
}
