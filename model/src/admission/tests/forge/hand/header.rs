//! The header of a forgery: right for the device that signs it, or from the far ends.

use std::num::NonZeroU64;

use automerge::legacy::OpId;
use automerge::{ActorId, ChangeHash, ExpandedChange};

use super::super::dice::Dice;
use super::super::world::{Scene, World};
use super::swap::rename_all;
use crate::admission::commit_hash;

/// Gives a change a header that is right for the device that signs it, and its own operations their new names.
pub(super) fn tidy(
    dice: &mut Dice,
    world: &World,
    scene: &Scene,
    by: usize,
    change: &mut ExpandedChange,
) {
    let device = &world.devices[by];
    let known = |hash: &ChangeHash| {
        let hash = crate::ids::CommitHash(hash.0);
        scene.index.graph.number(&hash)
    };
    let bytes = match dice.roll(5) {
        0 => [dice.next().to_be_bytes(); 2]
            .concat()
            .try_into()
            .unwrap_or([0; 16]),
        1 => *dice.pick(&[[0; 16], [0xff; 16]]),
        _ => device.actor,
    };
    match dice.roll(5) {
        0 => change.deps = scene.full.get_heads(),
        1 => change.deps.push(*dice.pick(&scene.hashes)),
        2 if dice.one_in(4) => change.deps.extend(scene.hashes.iter().take(64)),
        _ => {}
    }
    change.deps.retain(|dep| known(dep).is_some());
    let session = scene.index.actor_number(&bytes);
    let session = session.and_then(|number| scene.index.actor(number));
    let seq = session.map_or(1, |session| session.last_seq + 1);
    if let Some(session) = session
        && let Some(last) = (session.last_change as usize).checked_sub(1)
    {
        change
            .deps
            .push(ChangeHash(commit_hash(&scene.log[last].0).0));
    }
    if change.deps.is_empty() {
        change.deps = scene.full.get_heads();
    }
    change.deps.sort_unstable();
    change.deps.dedup();
    let before = change.deps.iter().filter_map(known);
    let before = before.map(|dep| scene.index.graph.max_op(dep)).max();
    let start = u64::from(before.unwrap_or_default()) + 1;
    let (old_actor, old_start) = (change.actor_id.clone(), change.start_op.get());
    let actor = ActorId::from(bytes);
    rename_all(change, |OpId(counter, by)| {
        if *by == old_actor && *counter >= old_start {
            OpId(counter - old_start + start, actor.clone())
        } else {
            OpId(*counter, by.clone())
        }
    });
    change.actor_id = actor;
    change.seq = seq;
    change.start_op = NonZeroU64::new(start).unwrap_or(NonZeroU64::MIN);
    let author = device.grants.member;
    change.extra_bytes = match seq {
        1 => [&[1, 16], author.as_bytes().as_slice()].concat(),
        _ => Vec::new(),
    };
}

/// A header from the far ends.
pub(super) fn far_end(dice: &mut Dice, scene: &Scene, change: &mut ExpandedChange) {
    const END: i64 = 1 << 40;
    match dice.roll(7) {
        0 => change.time = *dice.pick(&[i64::MIN, -END - 1, END + 1, i64::MAX]),
        1 | 2 => change.time = *dice.pick(&[-END, END, -1, 0]),
        3 => change.seq = *dice.pick(&[0, 1, 2, 1 << 40, u64::MAX]),
        4 => {
            let start = *dice.pick(&[1, 2, u64::from(u32::MAX), 1 << 32, u64::MAX >> 1]);
            change.start_op = NonZeroU64::new(start).unwrap_or(NonZeroU64::MIN);
        }
        5 => change.deps = scene.hashes.iter().take(dice.roll(70)).copied().collect(),
        _ => change.deps.push(ChangeHash([dice.roll(256) as u8; 32])),
    }
}
