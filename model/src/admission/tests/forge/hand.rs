//! Three ways to forge: bytes altered and sealed again, a change rewritten operation by operation, honest work carried
//! to another document, another author or another entry. Most forgeries are tidied up afterwards, so that what is wrong
//! with them is one thing and not the header; some get a header from the far ends instead.

mod bytes;
mod header;
mod operations;
mod swap;

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::legacy::{Key, OpType};
use automerge::{Change, ExpandedChange, ScalarValue};

use super::dice::Dice;
use super::world::{Honest, Scene, World};
use crate::kinds::tests::{person, ulid};
use bytes::alter_bytes;
use header::{far_end, tidy};

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
}
