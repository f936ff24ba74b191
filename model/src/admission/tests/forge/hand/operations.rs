//! A change rewritten, operation by operation.

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType};
use automerge::{ExpandedChange, ObjType};

use super::super::dice::Dice;
use super::super::world::Scene;
use super::Hand;

impl Hand {
    pub(super) fn alter(&self, dice: &mut Dice, scene: &Scene, change: &mut ExpandedChange) {
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
}
