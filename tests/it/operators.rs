//! What an administrator meets: the real binary, its files, its log, its answers.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::coop::fresh_folder;

mod binary;
mod databases;
mod figures;
mod names;
mod serving;

pub(crate) use binary::{done, init, refused};
pub(crate) use databases::{beside, database, databases};
pub(crate) use serving::{Serving, free_port, get};

/// Every file and folder below one, with what group and others may do.
pub(crate) fn open_to_others(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let kept = fs::metadata(&path).expect("it is there");
            if kept.permissions().mode() & 0o077 != 0 {
                found.push(path.clone());
            }
            if kept.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}

#[test]
fn databases_and_exports_are_readable_by_their_owner_alone() {
    let data = fresh_folder("private");
    init(&data, "Estuaire");
    let export = data.with_extension("export");
    done(&data, &["export", "--to", &export.display().to_string()]);
    let none: Vec<PathBuf> = Vec::new();
    assert_eq!(open_to_others(&data), none);
    assert_eq!(open_to_others(&export), none);

    // What an earlier version or a careless copy left open is closed again, and the log says so.
    let opened = [data.join("coops"), database(&data)];
    for path in &opened {
        let mode = if path.is_dir() { 0o755 } else { 0o644 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
    }
    let serving = Serving::start(&data, &[]);
    assert_eq!(open_to_others(&data), none, "while it is served");
    let log = serving.stop();
    for path in &opened {
        assert!(log.contains(&path.display().to_string()), "{log}");
    }
    fs::remove_dir_all(export).expect("it is ours");
}
