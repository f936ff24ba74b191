//! What is read of a file that nobody needs to open yet.

use std::path::Path;

use crate::coop::{Known, Left};
use crate::store::{self, StoreError};

/// What it takes to find a cooperative whose file was closed in order, and what is left to do in it. `None` when the file is
/// to be opened, which says what is wrong with it.
pub(super) fn of(path: &Path) -> Option<(Known, Left)> {
    let read = || -> Result<Option<(Known, Left)>, StoreError> {
        let Some(conn) = store::open_resting(path)? else {
            return Ok(None);
        };
        Ok(Some((Known::read(&conn)?, Left::read(&conn)?)))
    };
    read().ok().flatten()
}
