//! Forging: honest changes altered in their structure, sealed again and judged. Whatever is accepted must do no harm:
//! a replica with edits of its own applies it, saves, loads to the same heads, and another one that gets everything
//! in another order ends up equal.
//!
//! Deterministic: a fixed seed, a few thousand cases in the normal run; `BESACE_FORGE_CASES` and `BESACE_FORGE_SEED`
//! make it longer and other.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType};
use automerge::{
    ActorId, Automerge, Change, ChangeHash, ExpandedChange, ObjType, ReadDoc, ScalarValue,
};

use super::fixture::*;
use crate::admission::{DocIndex, Judgement};
use crate::limits::ACTOR_BYTES;

const CASES: u64 = 3_000;
const SEED: u64 = 20_261_122;

/// A small generator, so that a seed replays a case.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % sides
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.roll(items.len())]
    }
}

/// What a forger has to work with: the accepted history, replicas with edits of their own, honest next changes.
struct Scene {
    index: DocIndex,
    accepted: Vec<Change>,
    /// Accepted after the honest changes were made: what other replicas hold that those never saw.
    concurrent: Vec<Change>,
    honest: Vec<Vec<u8>>,
    /// Names of operations worth referring to.
    names: Vec<OpId>,
    hashes: Vec<ChangeHash>,
}

fn scene() -> Scene {
    let (owner, coach) = (owner(), coach());
    let (mut index, mut phone) = (index(), Phone::new(&owner, 11));
    let mut laptop = Phone::new(&coach, 9);
    let mut log = vec![genesis()];
    let keep = |index: &mut DocIndex, person: &Person, raw: &[u8]| {
        accept(index, person, raw);
        Change::from_bytes(raw.to_vec()).unwrap()
    };
    for raw in [
        phone.add_line(LINE),
        phone.add_line(OTHER_LINE),
        phone.splice(3, 2, "né"),
    ] {
        log.push(keep(&mut index, &owner, &raw));
    }
    laptop.doc.apply_changes(log.clone()).unwrap();
    let base = phone.clone();
    let concurrent = [
        laptop.splice(2, 3, "xyz"),
        laptop.put(&["lines", LINE], "cents", 5),
        laptop.delete(&["lines", OTHER_LINE], "kind"),
        laptop.splice(0, 1, ""),
    ]
    .map(|raw| keep(&mut index, &coach, &raw));
    let honest = vec![
        base.clone().put(&["lines", LINE], "cents", 77),
        base.clone().splice(4, 2, "ABC"),
        base.clone().add_line("01CX5ZZKBKACTAV9WEVGEMMVRZ"),
        base.clone().delete(&["lines", LINE], "kind"),
        base.clone().delete(&["lines"], OTHER_LINE),
        {
            let mut merged = base.clone();
            merged.doc.apply_changes(concurrent.to_vec()).unwrap();
            merged.splice(1, 2, "Q")
        },
    ];
    let names = (1..60)
        .flat_map(|counter| [1, 9, 11].map(|actor| op_id(counter, actor)))
        .collect();
    let hashes = log.iter().chain(&concurrent).map(Change::hash).collect();
    Scene {
        index,
        accepted: log,
        concurrent: concurrent.to_vec(),
        honest,
        names,
        hashes,
    }
}

fn mutate_op(dice: &mut Dice, scene: &Scene, op: &mut Op) {
    let name = dice.pick(&scene.names).clone();
    let keys = [
        "cents", "kind", "note", "date", "lines", LINE, OTHER_LINE, "title",
    ];
    match dice.roll(9) {
        0 => op.obj = ObjectId::Id(name),
        1 => op.obj = ObjectId::Root,
        2 => op.key = Key::Seq(ElementId::Id(name)),
        3 => op.key = Key::Map((*dice.pick(&keys)).into()),
        4 => op.key = Key::Seq(ElementId::Head),
        5 => op.insert = !op.insert,
        6 => {
            let count = dice.roll(4);
            op.pred = (0..count)
                .map(|_| dice.pick(&scene.names).clone())
                .collect::<Vec<_>>()
                .into();
        }
        7 => {
            op.action = match dice.roll(7) {
                0 => OpType::Delete,
                1 => OpType::Make(ObjType::Map),
                2 => OpType::Make(ObjType::Text),
                3 => OpType::Put("w".into()),
                4 => OpType::Put(3.into()),
                5 => OpType::Put(true.into()),
                _ => OpType::Put(ScalarValue::Null),
            };
        }
        _ => op.pred = Vec::new().into(),
    }
}

fn mutate(dice: &mut Dice, scene: &Scene, change: &mut ExpandedChange) {
    let count = change.operations.len();
    match dice.roll(12) {
        0 => change.seq = dice.roll(6) as u64,
        1 => change.start_op = (dice.roll(60) as u64 + 1).try_into().unwrap(),
        2 => change.deps = vec![*dice.pick(&scene.hashes)],
        3 => change.deps.push(*dice.pick(&scene.hashes)),
        4 => change.actor_id = ActorId::from([*dice.pick(&[1, 9, 11, 12]); ACTOR_BYTES]),
        5 => change.time = dice.0 as i64,
        6 if count > 1 => {
            change.operations.remove(dice.roll(count));
        }
        7 => {
            let copy = change.operations[dice.roll(count)].clone();
            change.operations.insert(dice.roll(count + 1), copy);
        }
        8 => change.operations.swap(dice.roll(count), dice.roll(count)),
        _ => {
            let op = dice.roll(count);
            mutate_op(dice, scene, &mut change.operations[op]);
        }
    }
}

fn forge(dice: &mut Dice, scene: &Scene) -> Vec<u8> {
    let raw = dice.pick(&scene.honest).clone();
    if dice.roll(3) == 0 {
        let mut body = contents(&raw).to_vec();
        for _ in 0..=dice.roll(2) {
            let at = dice.roll(body.len());
            match dice.roll(4) {
                0 => body[at] = dice.roll(256) as u8,
                1 => body[at] ^= 1 << dice.roll(8),
                2 => body.insert(at, dice.roll(256) as u8),
                _ => {
                    body.remove(at);
                }
            }
        }
        return sealed(1, &body);
    }
    let mut change = Change::from_bytes(raw.clone()).unwrap().decode();
    for _ in 0..=dice.roll(3) {
        mutate(dice, scene, &mut change);
    }
    // Writing a change that makes no sense may fail in Automerge's own writer; that is no case of ours.
    catch_unwind(AssertUnwindSafe(|| {
        Change::from(change).raw_bytes().to_vec()
    }))
    .unwrap_or(raw)
}

/// Two replicas that get the change at different times, save, load and agree.
fn does_no_harm(scene: &Scene, raw: &[u8]) {
    let change = Change::from_bytes(raw.to_vec()).unwrap();
    let mut early = Automerge::new();
    early.apply_changes(scene.accepted.clone()).unwrap();
    let mut late = early.clone();
    let needs_concurrent = !change
        .deps()
        .iter()
        .all(|dep| scene.accepted.iter().any(|known| known.hash() == *dep));
    if !needs_concurrent {
        early.apply_changes([change.clone()]).unwrap();
    }
    early.apply_changes(scene.concurrent.clone()).unwrap();
    early.apply_changes([change.clone()]).unwrap();
    late.apply_changes(scene.concurrent.clone()).unwrap();
    late.apply_changes([change.clone()]).unwrap();
    let heads = early.get_heads();
    assert_eq!(heads, late.get_heads());
    for doc in [&early, &late] {
        assert_eq!(
            doc.get_missing_deps(&[]),
            [],
            "{:?} {:?}",
            change.deps(),
            scene.hashes
        );
    }
    for doc in [&early, &late] {
        let again = Automerge::load(&doc.save()).unwrap();
        assert_eq!(again.get_heads(), heads);
        assert_eq!(
            again
                .get_change_by_hash(&change.hash())
                .unwrap()
                .raw_bytes(),
            raw
        );
        assert_eq!(again.hydrate(None), early.hydrate(None));
    }
    // And life goes on.
    let mut next = Phone {
        doc: late.fork().with_actor(ActorId::from([3u8; ACTOR_BYTES])),
    };
    next.put(&[], "title", "after");
    assert!(Automerge::load(&next.doc.save()).is_ok());
}

#[expect(
    clippy::disallowed_methods,
    reason = "a longer run is asked for from outside"
)]
fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}

#[test]
fn what_a_forger_gets_accepted_does_no_harm() {
    let scene = scene();
    let owner = owner();
    let mut dice = Dice(setting("BESACE_FORGE_SEED", SEED));
    let (mut accepted, cases) = (0, setting("BESACE_FORGE_CASES", CASES));
    for case in 0..cases {
        let raw = forge(&mut dice, &scene);
        match verdict(&scene.index, &owner, &raw) {
            Judgement::Accept(_) => {
                accepted += 1;
                let harm = catch_unwind(AssertUnwindSafe(|| does_no_harm(&scene, &raw)));
                assert!(harm.is_ok(), "case {case}: {raw:02x?}");
            }
            Judgement::Duplicate | Judgement::Need(_) | Judgement::Refuse(_) => {}
        }
    }
    eprintln!("{accepted} of {cases} accepted");
    assert!(
        accepted > cases / 50,
        "only {accepted} of {cases} accepted: the forger is too clumsy to prove anything"
    );
}

#[test]
fn random_bytes_never_panic_the_prescan() {
    let mut dice = Dice(SEED);
    for _ in 0..5_000 {
        let len = dice.roll(200);
        let body: Vec<u8> = (0..len)
            .map(|_| *dice.pick(&[0, 1, 2, 16, 0x7f, 0x80, 0xff, dice_byte(len)]))
            .collect();
        let _ = crate::admission::Parsed::scan(sealed(1, &body));
        let _ = crate::admission::Parsed::scan(body);
    }
}

fn dice_byte(len: usize) -> u8 {
    (len.wrapping_mul(37) % 256) as u8
}
