//! The real relay, killed without a word while commits are in flight.

use std::path::PathBuf;

use crate::kill;

/// How often it is killed.
const ROUNDS: u64 = 50;
/// Commits that each client has ready: more than fifty rounds take.
const READY: u64 = 12_000;

/// The relay that stands beside this test, built with it.
pub(crate) fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("BESACE_BIN") {
        return path.into();
    }
    let mut path = std::env::current_exe().expect("a program knows itself");
    path.pop();
    path.pop();
    path.join("besace")
}

#[test]
fn fifty_kills_under_load_lose_nothing_that_was_acknowledged() {
    let binary = binary();
    assert!(
        binary.is_file(),
        "{} is missing: cargo build --package besace-server",
        binary.display()
    );
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let toll = runtime.block_on(kill::rounds(&binary, ROUNDS, READY));
    assert_eq!((toll.lost, toll.moved), (0, 0), "{toll:?}");
    assert!(toll.acknowledged > 1_000, "the clients were idle: {toll:?}");
}
