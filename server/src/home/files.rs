//! The files of the data folder.

use std::path::{Path, PathBuf};

use super::error::HomeError;
use crate::private;

pub(super) fn folder(data: &Path) -> Result<PathBuf, HomeError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| HomeError::Folder { path, source }
    };
    private::folder(data).map_err(failed(data))?;
    let folder = data.join("coops");
    private::own_folder(&folder).map_err(failed(&folder))?;
    Ok(folder)
}

pub(super) fn files(data: &Path) -> Result<Vec<PathBuf>, HomeError> {
    let folder = folder(data)?;
    let failed = |source| HomeError::Folder {
        path: folder.clone(),
        source,
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|ending| ending == "db") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
