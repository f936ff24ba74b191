//! A run of the forger, and what came of its cases.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::dice::Dice;
use super::hand::{Hand, Way};
use super::harm::examine;
use super::world::World;
use crate::admission::Judgement;
use crate::error::ErrorCode;

pub(super) const CASES: u64 = 12_000;
pub(super) const SEED: u64 = 20_261_128;

/// What came of the cases.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) forged: BTreeMap<Way, u64>,
    pub(super) accepted: BTreeMap<Way, u64>,
    pub(super) refused: BTreeMap<ErrorCode, u64>,
    pub(super) needs: u64,
    pub(super) built_upon: u64,
    pub(super) went_on: u64,
}

pub(super) fn run(seed: u64, cases: u64) -> Tally {
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
pub(super) fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}
