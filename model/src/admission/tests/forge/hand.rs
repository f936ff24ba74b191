//! Three ways to forge: bytes altered and sealed again, a change rewritten operation by operation, honest work carried
//! to another document, another author or another entry. Most forgeries are tidied up afterwards, so that what is wrong
//! with them is one thing and not the header; some get a header from the far ends instead.

use std::num::NonZeroU64;
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType};
use automerge::{ActorId, Change, ChangeHash, ExpandedChange, ObjType, ScalarValue};

use super::dice::Dice;
use super::world::{Honest, Scene, World};
use crate::admission::commit_hash;
use crate::admission::tests::fixture::{contents, sealed};
use crate::kinds::tests::{person, ulid};

/// How a change was forged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    Bytes,
    Operations,
    Swapped,
}

/// A change, the device that signs it, and how it came about.
pub(super) struct Forged {
    pub(super) by: usize,
    pub(super) raw: Vec<u8>,
    pub(super) way: Way,
}

/// What the forger knows of all documents: keys and values that stand somewhere.
pub(super) struct Hand {
    keys: Vec<String>,
    values: Vec<ScalarValue>,
}

fn decode(raw: &[u8]) -> ExpandedChange {
    Change::from_bytes(raw.to_vec()).unwrap().decode()
}

impl Hand {
    pub(super) fn new(world: &World) -> Self {
        let mut keys: Vec<String> = ["", "0", "\u{0}", "../..", "__proto__"]
            .map(String::from)
            .into();
        keys.extend((1..12).map(|number| person(number).to_string()));
        keys.extend([10, 11, 20, 60, 90].map(|number| ulid(number).to_string()));
        keys.push("k".repeat(200));
        let mut values: Vec<ScalarValue> = vec![
            i64::MIN.into(),
            i64::MAX.into(),
            0.into(),
            u64::MAX.into(),
            f64::NAN.into(),
            ScalarValue::Null,
            ScalarValue::counter(i64::MAX),
            ScalarValue::Timestamp(i64::MIN),
            ScalarValue::Bytes(vec![0xff; 40]),
            "".into(),
            "\u{202e}\u{0}".into(),
            "x".repeat(70_000).into(),
        ];
        for (raw, _) in world.scenes.iter().flat_map(|scene| &scene.log) {
            for op in decode(raw).operations {
                if let Key::Map(key) = &op.key {
                    keys.push(key.to_string());
                }
                if let OpType::Put(value) = op.action
                    && value.as_str().is_none_or(|text| text.len() > 1)
                {
                    values.push(value);
                }
            }
        }
        keys.sort();
        keys.dedup();
        Self { keys, values }
    }

    /// One forgery for the document at a place.
    pub(super) fn forge(&self, dice: &mut Dice, world: &World, at: usize) -> Option<Forged> {
        let scene = &world.scenes[at];
        let honest = self.honest(dice, world, scene)?;
        let way = *dice.pick(&[Way::Bytes, Way::Operations, Way::Operations, Way::Swapped]);
        if way == Way::Bytes {
            let raw = alter_bytes(dice, &honest.raw);
            let by = honest.by;
            return Some(Forged { by, raw, way });
        }
        let mut by = honest.by;
        let mut change = decode(&honest.raw);
        if way == Way::Operations {
            for _ in 0..dice.roll(4) {
                self.alter(dice, scene, &mut change);
            }
        } else {
            self.swap(dice, world, at, &mut change);
        }
        if dice.one_in(3) {
            by = dice.roll(world.devices.len());
        }
        if !dice.one_in(6) {
            tidy(dice, world, scene, by, &mut change);
        }
        if dice.one_in(8) {
            far_end(dice, scene, &mut change);
        }
        // Writing a change that makes no sense may fail in Automerge's own writer; that is no case of ours.
        let written = catch_unwind(AssertUnwindSafe(|| {
            Change::from(change).raw_bytes().to_vec()
        }));
        let raw = written.ok()?;
        Some(Forged { by, raw, way })
    }

    fn honest(&self, dice: &mut Dice, world: &World, scene: &Scene) -> Option<Honest> {
        let is_late = dice.one_in(3);
        match dice.roll(3) {
            0 => world.honest(scene, dice, is_late),
            _ if scene.honest.is_empty() => None,
            _ => Some(dice.pick(&scene.honest).clone()),
        }
    }

    fn alter(&self, dice: &mut Dice, scene: &Scene, change: &mut ExpandedChange) {
        let count = change.operations.len();
        if count == 0 {
            return;
        }
        let at = dice.roll(count);
        match dice.roll(8) {
            0 if count > 1 => {
                change.operations.remove(at);
            }
            1 => {
                let copy = change.operations[at].clone();
                change.operations.insert(dice.roll(count + 1), copy);
            }
            2 => change.operations.swap(at, dice.roll(count)),
            3 => {
                let copies = vec![change.operations[at].clone(); 1 << dice.roll(12)];
                change.operations.extend(copies);
            }
            _ => self.alter_op(dice, scene, at, change),
        }
    }

    fn alter_op(&self, dice: &mut Dice, scene: &Scene, at: usize, change: &mut ExpandedChange) {
        let other = change.operations[dice.roll(change.operations.len())].clone();
        let name = |dice: &mut Dice| {
            if dice.one_in(4) {
                let own = change.start_op.get() + dice.roll(change.operations.len() + 1) as u64;
                OpId(own, change.actor_id.clone())
            } else {
                dice.pick(&scene.names).clone()
            }
        };
        let named = name(dice);
        let preds: Vec<OpId> = (0..dice.roll(4)).map(|_| name(dice)).collect();
        let op: &mut Op = &mut change.operations[at];
        match dice.roll(11) {
            0 => op.obj = ObjectId::Id(named),
            1 => op.obj = ObjectId::Root,
            2 => op.key = Key::Seq(ElementId::Id(named)),
            3 | 4 => op.key = Key::Map(dice.pick(&self.keys).as_str().into()),
            5 => op.key = Key::Seq(ElementId::Head),
            6 => op.insert = !op.insert,
            7 => op.pred = preds.into(),
            8 => {
                op.action = match dice.roll(7) {
                    0 => OpType::Delete,
                    1 => OpType::Make(ObjType::Map),
                    2 => OpType::Make(ObjType::Text),
                    3 => OpType::Make(ObjType::List),
                    4 => OpType::Increment(i64::MAX),
                    _ => OpType::Put(dice.pick(&self.values).clone()),
                };
            }
            9 => op.action = OpType::Put(dice.pick(&self.values).clone()),
            _ => (op.obj, op.key) = (other.obj, other.key),
        }
    }

    /// Honest work, carried elsewhere.
    fn swap(&self, dice: &mut Dice, world: &World, at: usize, change: &mut ExpandedChange) {
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

fn rename_all(change: &mut ExpandedChange, rename: impl Fn(&OpId) -> OpId) {
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

/// Gives a change a header that is right for the device that signs it, and its own operations their new names.
fn tidy(dice: &mut Dice, world: &World, scene: &Scene, by: usize, change: &mut ExpandedChange) {
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
fn far_end(dice: &mut Dice, scene: &Scene, change: &mut ExpandedChange) {
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

fn alter_bytes(dice: &mut Dice, raw: &[u8]) -> Vec<u8> {
    let mut body = contents(raw).to_vec();
    for _ in 0..=dice.roll(3) {
        if body.is_empty() {
            break;
        }
        let at = dice.roll(body.len());
        match dice.roll(5) {
            0 => body[at] = dice.roll(256) as u8,
            1 => body[at] ^= 1 << dice.roll(8),
            2 => body.insert(at, dice.roll(256) as u8),
            3 => body[at] = *dice.pick(&[0, 1, 0x7f, 0x80, 0xff]),
            _ => {
                body.remove(at);
            }
        }
    }
    sealed(1, &body)
}
