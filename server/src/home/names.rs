//! Names of cooperatives, by which `--coop` finds them: two that people would read as one are one.

use std::path::Path;

use crate::store::{self, StoreError};

/// What people compare when they read a name: neither case, nor the form of its apostrophes, nor how wide its blanks are.
fn normal(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase().replace(['’', 'ʼ', '`'], "'")
}

/// Whether two names are one to a reader.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    normal(one) == normal(other)
}

/// A cooperative of the folder, open or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id, which its file is called after.
    pub id: String,
    /// Its name; none when its file cannot be read.
    pub name: Option<String>,
}

impl std::fmt::Display for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = self.name.as_deref().unwrap_or("its file cannot be read");
        write!(f, "{name} ({})", self.id)
    }
}

/// Reads the name in a cooperative's file, also while a relay serves it, and makes nothing beside it: a missing
/// write-ahead log must still be missed when the relay starts.
pub(super) fn of(path: &Path) -> Named {
    let stem = path.file_stem().unwrap_or_default();
    let read = || -> Result<String, StoreError> {
        let conn = store::open_as_it_is(path)?;
        Ok(conn.query_row("SELECT name FROM coop", [], |row| row.get(0))?)
    };
    Named {
        id: stem.to_string_lossy().into_owned(),
        name: read().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn names_that_read_the_same_are_the_same() {
        assert!(same("Coop de l’Estuaire", " coop  de l'estuaire "));
        assert!(same("ÉTÉ", "été"));
        assert!(!same("Estuaire", "Estuaires"));
        assert!(!same("Été", "Ete"));
    }
}
