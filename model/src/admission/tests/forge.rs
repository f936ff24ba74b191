//! Forging: what eleven devices of a cooperative could make of its documents, signed and judged. Whatever is accepted
//! must be its author's to write, by a table written by hand, and must do no harm: a replica with edits of its own
//! applies it, saves, loads to the same heads, reads it, and ends equal to one that got everything in another order;
//! honest work on top of it is accepted.
//!
//! Deterministic: a fixed seed, some thousand cases in the normal run; `BESACE_FORGE_CASES` and `BESACE_FORGE_SEED` make
//! it longer and other.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{Automerge, Change, ReadDoc};

use super::fixture::sealed;
use crate::admission::{Accepted, Judgement, Parsed};
use crate::error::{ErrorCode, Refusal};
use crate::kind::Record;
use crate::kinds::coaching_log;
use crate::kinds::tests::{samples, ulid};
use dice::Dice;
use hand::{Forged, Hand, Way};
use world::{Scene, World};

mod dice;
mod hand;
mod oracle;
mod world;

const CASES: u64 = 12_000;
const SEED: u64 = 20_261_128;
/// Accepted forgeries that a document keeps before it begins again.
const KEPT_MAX: usize = 40;

/// What came of the cases.
#[derive(Debug, Default)]
struct Tally {
    forged: BTreeMap<Way, u64>,
    accepted: BTreeMap<Way, u64>,
    refused: BTreeMap<ErrorCode, u64>,
    needs: u64,
    built_upon: u64,
    went_on: u64,
}

/// Replicas that get a change at different times, save, load, read and agree. Each has edits of its own.
fn does_no_harm(scene: &Scene, raw: &[u8]) {
    let change = Change::from_bytes(raw.to_vec()).unwrap();
    let rest = || {
        let changes = scene.log.iter();
        changes.map(|(raw, _)| Change::from_bytes(raw.clone()).unwrap())
    };
    let mut late = scene.full.clone();
    late.apply_changes([change.clone()]).unwrap();
    let mut offline = scene.base.clone();
    offline.apply_changes(scene.aside.clone()).unwrap();
    let mut early = offline.clone();
    let stands_on_base = change
        .deps()
        .iter()
        .all(|dep| early.get_change_meta_by_hash(dep).is_some());
    if stands_on_base {
        early.apply_changes([change.clone()]).unwrap();
        let again = Automerge::load(&early.save()).unwrap();
        assert_eq!(again.get_heads(), early.get_heads());
    }
    early.apply_changes(rest()).unwrap();
    early.apply_changes([change.clone()]).unwrap();
    assert_eq!(early.get_missing_deps(&[]), []);
    late.merge(&mut offline).unwrap();
    let mut merged = early.clone();
    merged.merge(&mut late).unwrap();
    let heads = early.get_heads();
    for doc in [&merged, &late] {
        assert_eq!(doc.get_heads(), heads);
    }
    let kind = scene.head.kind;
    let record = Record::read(kind, &early);
    for doc in [&early, &late] {
        let again = Automerge::load(&doc.save()).unwrap();
        assert_eq!(again.get_heads(), heads);
        let kept = again.get_change_by_hash(&change.hash()).unwrap();
        assert_eq!(kept.raw_bytes(), raw);
        assert_eq!(Record::read(kind, &again), record);
        assert_eq!(again.hydrate(None), early.hydrate(None));
    }
}

/// One accepted forgery: looked at, perhaps kept and built upon.
fn examine(
    world: &mut World,
    at: usize,
    dice: &mut Dice,
    forged: &Forged,
    accepted: &Accepted,
    tally: &mut Tally,
) {
    let scene = &world.scenes[at];
    let device = &world.devices[forged.by];
    let change = Change::from_bytes(forged.raw.clone()).unwrap();
    let mut after = scene.full.clone();
    after.apply_changes([change.clone()]).unwrap();
    let complaint = oracle::complaint(&scene.head, &device.grants, &change, &after);
    assert_eq!(complaint, None, "{:?} {:?}", scene.head, forged.way);
    if oracle::is_first(&scene.head) {
        let closed = |doc: &Automerge| {
            let mut session = coaching_log::read(doc).sessions[&ulid(samples::CLOSED)].clone();
            for signature in session.signatures.values_mut() {
                signature.contested_at.clear();
                signature.confirmed_at.clear();
            }
            session
        };
        assert_eq!(closed(&after), closed(&scene.full), "{:?}", forged.way);
    }
    does_no_harm(scene, &forged.raw);
    if dice.one_in(2) {
        return;
    }
    let id = device.id;
    world.scenes[at].keep(accepted, id);
    tally.built_upon += 1;
    let scene = &world.scenes[at];
    if let Some(next) = world.honest(scene, dice, false) {
        let judgement = world.judge(scene, next.by, &next.raw);
        // What a member signed in person, a coach's phone does not write again; the order of the log decides.
        // And what a forger closed with a digest of nothing, an honest phone takes for open.
        let is_signed = |refusal: &Refusal| {
            refusal.code == ErrorCode::Closed
                || refusal.code == ErrorCode::Forbidden && refusal.path.contains("/signatures/")
        };
        match judgement {
            Judgement::Accept(_) => tally.went_on += 1,
            Judgement::Refuse(refusal) if is_signed(&refusal) => {}
            other => panic!("honest work on top of a forgery: {other:?}"),
        }
    }
    if scene.forged() >= KEPT_MAX {
        world.scenes[at].begin_again();
    }
}

fn run(seed: u64, cases: u64) -> Tally {
    let mut world = World::new();
    let hand = Hand::new(&world);
    let mut dice = Dice::new(seed);
    let mut tally = Tally::default();
    for case in 0..cases {
        let at = dice.roll(world.scenes.len());
        let Some(forged) = hand.forge(&mut dice, &world, at) else {
            continue;
        };
        *tally.forged.entry(forged.way).or_default() += 1;
        let scene = &world.scenes[at];
        let judged = catch_unwind(AssertUnwindSafe(|| {
            world.judge(scene, forged.by, &forged.raw)
        }));
        let Ok(judged) = judged else {
            panic!("judging case {case} of seed {seed}: {:02x?}", forged.raw);
        };
        match judged {
            Judgement::Accept(accepted) => {
                *tally.accepted.entry(forged.way).or_default() += 1;
                let harm = catch_unwind(AssertUnwindSafe(|| {
                    examine(&mut world, at, &mut dice, &forged, &accepted, &mut tally);
                }));
                if let Err(harm) = harm {
                    let says = harm.downcast_ref::<String>().cloned();
                    let says =
                        says.or_else(|| harm.downcast_ref::<&str>().map(|s| (*s).to_owned()));
                    let head = &world.scenes[at].head;
                    panic!(
                        "case {case} of seed {seed} in {head:?}: {}\n{:02x?}",
                        says.unwrap_or_default(),
                        forged.raw
                    );
                }
            }
            Judgement::Refuse(refusal) => *tally.refused.entry(refusal.code).or_default() += 1,
            Judgement::Need(_) => tally.needs += 1,
            Judgement::Duplicate => {}
        }
    }
    tally
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
    // What fails inside Automerge is caught and told by us; its own words would drown the rest.
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let inside = info
            .location()
            .is_some_and(|at| at.file().contains("automerge"));
        if !inside {
            tell(info);
        }
    }));
    let (seed, cases) = (
        setting("BESACE_FORGE_SEED", SEED),
        setting("BESACE_FORGE_CASES", CASES),
    );
    let tally = run(seed, cases);
    let sum = |counts: &BTreeMap<Way, u64>| counts.values().sum::<u64>();
    let (forged, accepted) = (sum(&tally.forged), sum(&tally.accepted));
    eprintln!(
        "forger, seed {seed}: {forged} cases, {accepted} accepted, {} refused, {} waiting for others; {tally:?}",
        tally.refused.values().sum::<u64>(),
        tally.needs,
    );
    for way in [Way::Bytes, Way::Operations, Way::Swapped] {
        let (forged, accepted) = (tally.forged[&way], tally.accepted.get(&way).copied());
        assert!(
            accepted.unwrap_or_default() > forged / 400,
            "only {accepted:?} of {forged} by {way:?}: too clumsy to prove anything"
        );
    }
    assert!(tally.refused.contains_key(&ErrorCode::Closed), "{tally:?}");
    assert!(tally.built_upon > cases / 100, "{tally:?}");
    assert!(tally.went_on > tally.built_upon / 4, "{tally:?}");
}

#[test]
fn random_bytes_never_panic_the_prescan() {
    let mut dice = Dice::new(SEED);
    for _ in 0..5_000 {
        let len = dice.roll(200);
        let body: Vec<u8> = (0..len)
            .map(|_| *dice.pick(&[0, 1, 2, 16, 0x7f, 0x80, 0xff, (len * 37 % 256) as u8]))
            .collect();
        let _ = Parsed::scan(sealed(1, &body));
        let _ = Parsed::scan(body);
    }
}
