//! What the repository promises about itself: its layout, the direction of its dependencies, the size and the
//! openings of its files, and a README that names only what exists.

use std::path::{Path, PathBuf};
use std::process::Command;

mod arrows;
mod kinds;
mod layout;
mod readme;

/// Lines a source file may have.
const LINES_MAX: usize = 450;
/// Lines that half of them have at most.
const MEDIAN_LINES_MAX: usize = 110;
/// Lines that nine of ten have at most.
const MOST_LINES_MAX: usize = 300;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files git knows, or would know.
fn files() -> Vec<String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git is here");
    let text = String::from_utf8(listed.stdout).expect("paths are UTF-8");
    let mut files: Vec<_> = text
        .lines()
        .map(str::to_owned)
        .filter(|path| root().join(path).is_file())
        .collect();
    files.sort();
    files.dedup();
    files
}

fn sources() -> impl Iterator<Item = String> {
    files().into_iter().filter(|path| {
        [".rs", ".ts", ".svelte", ".css"]
            .iter()
            .any(|ending| path.ends_with(ending))
            && !path.contains("/generated/")
    })
}

#[test]
fn every_rust_module_opens_with_its_job() {
    for path in sources().filter(|path| path.ends_with(".rs")) {
        assert!(
            read(&path).starts_with("//!"),
            "{path} does not say what it is for"
        );
    }
}

#[test]
fn no_source_file_grows_past_one_thing() {
    let long: Vec<_> = sources()
        .map(|path| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > LINES_MAX)
        .collect();
    // Plain lists of types have no inside to cut along.
    let lists = ["pwa/src/lib/i18n/fr.ts", "pwa/src/lib/i18n/en.ts"];
    let long: Vec<_> = long
        .into_iter()
        .filter(|(_, path)| !lists.contains(&path.as_str()))
        .collect();
    assert!(long.is_empty(), "files over {LINES_MAX} lines: {long:?}");
}

#[test]
fn most_files_are_read_in_one_go() {
    for part in [".rs", "pwa/src/"] {
        let files = sources().filter(|path| path.ends_with(part) || path.starts_with(part));
        let mut lines: Vec<_> = files.map(|path| read(&path).lines().count()).collect();
        lines.sort_unstable();
        let (median, most) = (lines[lines.len() / 2], lines[lines.len() * 9 / 10]);
        assert!(median <= MEDIAN_LINES_MAX, "{part}: {median} lines");
        assert!(most <= MOST_LINES_MAX, "{part}: {most} lines");
    }
}
