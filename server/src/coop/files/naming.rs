//! Looking whether documents still name the files that they have, beside the writer; what none names any more goes after a
//! while.

use std::collections::BTreeSet;

use besace_model::ids::FileHash;
use besace_model::time::Timestamp;

use super::FilesReader;
use crate::coop::{Coop, CoopError};
use crate::limits::FILES_PER_STEP;
use crate::store::StoreError;
use crate::store::docs::DocRow;
use crate::store::files::{self, Watched};

/// A document that was looked at, and the files that it names; of one that did not change, nothing new.
#[derive(Debug)]
pub struct Checked {
    watched: Watched,
    named: Option<BTreeSet<FileHash>>,
}

impl Checked {
    /// Where to go on from.
    #[must_use]
    pub fn place(&self) -> DocRow {
        self.watched.first
    }
}

impl FilesReader<'_> {
    /// Looks at some documents that have files, in order, after one.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn check(&self, after: DocRow) -> Result<Vec<Checked>, CoopError> {
        let watched = files::watched(self.conn, self.coop, after, FILES_PER_STEP)?;
        let mut all = Vec::new();
        for watched in watched {
            let named = match &watched.last {
                _ if !watched.is_changed => None,
                None => Some(BTreeSet::new()),
                Some(last) => match self.glance.named.of(self.conn, last) {
                    Ok(named) => Some(named.iter().map(|file| file.hash).collect()),
                    // What cannot be read keeps what it has.
                    Err(StoreError::Damaged(_)) => continue,
                    Err(error) => return Err(error.into()),
                },
            };
            all.push(Checked { watched, named });
        }
        Ok(all)
    }

    /// Files that no document has any more, and whose bytes may go.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn gone(&self) -> Result<Vec<FileHash>, CoopError> {
        Ok(files::gone(self.conn, FILES_PER_STEP)?)
    }

    /// Whether a file is one of them.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn is_gone(&self, hash: FileHash) -> Result<bool, CoopError> {
        Ok(files::is_gone(self.conn, hash)?)
    }
}

impl Coop {
    /// Takes from documents what they have not named since a time.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn put_checked(
        &mut self,
        now: Timestamp,
        since: Timestamp,
        checked: &[Checked],
    ) -> Result<(), CoopError> {
        let put = self.write(now, |inside| {
            let conn = inside.writing.conn;
            for it in checked {
                let is_so = match &it.named {
                    Some(named) => files::check(conn, &it.watched, named, now)?,
                    None => files::is_unchanged(conn, &it.watched)?,
                };
                if is_so {
                    files::drop_unnamed(conn, it.watched.first, since)?;
                }
            }
            Ok(())
        });
        put.map(drop)
    }
}
