//! The real relay, killed without a word while commits are in flight.

use crate::{binary, kill};

/// How often it is killed.
const ROUNDS: u64 = 50;
/// Commits that each client has ready: more than fifty rounds take.
const READY: u64 = 12_000;

#[test]
fn fifty_kills_under_load_lose_nothing_that_was_acknowledged() {
    let binary = binary::path();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let toll = runtime.block_on(kill::rounds(&binary, ROUNDS, READY));
    assert_eq!((toll.lost, toll.moved), (0, 0), "{toll:?}");
    assert!(toll.acknowledged > 1_000, "the clients were idle: {toll:?}");
}
