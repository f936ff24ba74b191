//! Forging: what eleven devices of a cooperative could make of its documents, signed and judged. Whatever is accepted
//! must be its author's to write, by a table written by hand, and must do no harm: a replica with edits of its own
//! applies it, saves, loads to the same heads, reads it, and ends equal to one that got everything in another order;
//! honest work on top of it is accepted.
//!
//! Deterministic: a fixed seed, some thousand cases in the normal run; `BESACE_FORGE_CASES` and `BESACE_FORGE_SEED` make
//! it longer and other.

mod dice;
mod hand;
mod harm;
pub(super) mod oracle;
mod run;
pub(super) mod world;

use std::collections::BTreeMap;

use super::fixture::sealed;
use crate::admission::Parsed;
use crate::error::ErrorCode;
use dice::Dice;
use hand::Way;
use run::{CASES, SEED, run, setting};

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
