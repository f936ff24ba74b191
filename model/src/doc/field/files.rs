//! A field that names files.

use super::{Field, Kept};
use crate::command::CommandError;
use crate::doc::rules::Value;
use crate::doc::tree::Map;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::files::{FileSet, NamedFile};
use crate::ids::FileHash;
use crate::limits::FILES_PER_ENTRY_MAX;
use crate::sorted::SortedMap;

/// Files, by the SHA-256 of their bytes. Only what differs is written: of two phones that each add one, both stay. Its rules
/// also need a row for each file, below it.
#[derive(Debug)]
pub struct Files;

impl Field for Files {
    type Held = FileSet;
}

impl Kept for Files {
    const VALUE: Value = Value::Map;

    fn read(map: Map<'_>, key: &str) -> FileSet {
        let named = map.map(key).numbers();
        let named = named.filter_map(|(hash, bytes)| {
            let bytes = bytes.try_into().ok()?;
            Some(NamedFile { hash, bytes })
        });
        named.collect()
    }

    fn put(
        writer: &mut ChangeWriter<'_>,
        place: &MapPlace,
        key: &str,
        files: &FileSet,
    ) -> Result<(), CommandError> {
        let map = writer.open_or_make(place, key)?;
        let wanted: SortedMap<FileHash, i64> = files
            .iter()
            .map(|file| (file.hash, i64::from(file.bytes)))
            .collect();
        let standing = writer.keys(&map);
        let stands = |file: &FileHash| standing.contains(&file.to_string());
        // What others added meanwhile may be more: it can be taken away one by one.
        if wanted.len() > FILES_PER_ENTRY_MAX && !wanted.keys().all(stands) {
            return Err(place.invalid(key));
        }
        writer.clear_others(&map, |file| wanted.contains_key(file))?;
        for (file, bytes) in &wanted {
            writer.put(&map, &file.to_string(), *bytes)?;
        }
        Ok(())
    }
}
