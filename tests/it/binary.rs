//! The program that people run, built beside these tests.

use std::path::PathBuf;

/// Where it is.
pub(crate) fn path() -> PathBuf {
    let path = match std::env::var_os("BESACE_BIN") {
        Some(path) => path.into(),
        None => {
            let mut path = std::env::current_exe().expect("a program knows itself");
            path.pop();
            path.pop();
            path.join("besace")
        }
    };
    assert!(
        path.is_file(),
        "{} is missing: cargo build --package besace-server",
        path.display()
    );
    path
}
