//! What any thread may ask: memory, and the file over a reading connection.

mod glance;

use std::path::PathBuf;

use besace_model::ids::{DocId, MemberId};
use besace_model::time::Timestamp;
use rusqlite::Connection;

pub use glance::Glance;

use super::invite::standing;
use super::{Ask, CoopError, Exported, Page, stored};
use crate::limits::TRIAL_OPS_INLINE;
use crate::store::invitations::{self, SecretHash};
use crate::store::{self, at_one_moment, docs};

/// What opens readers of a file, on any thread.
#[derive(Debug, Clone)]
pub struct Readers {
    pub(super) path: PathBuf,
    pub(super) glance: Glance,
}

impl Readers {
    /// One more reader.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn open(&self) -> Result<CoopReader, CoopError> {
        Ok(CoopReader {
            conn: store::open_reader(&self.path)?,
            glance: self.glance.clone(),
        })
    }

    /// What memory answers.
    #[must_use]
    pub fn glance(&self) -> &Glance {
        &self.glance
    }
}

/// A reading connection with the shared board.
#[derive(Debug)]
pub struct CoopReader {
    pub(super) conn: Connection,
    pub(super) glance: Glance,
}

impl CoopReader {
    /// What memory answers.
    #[must_use]
    pub fn glance(&self) -> &Glance {
        &self.glance
    }

    /// One page of what is new to a phone.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn read_after(&self, ask: &Ask<'_>) -> Result<Page, CoopError> {
        Ok(self.glance.page(&self.conn, TRIAL_OPS_INLINE, ask)?)
    }

    /// Whom an invitation invites; nothing is spent.
    ///
    /// # Errors
    /// What [`Coop::decide`](super::Coop::decide) would say of spending it; whatever the store says.
    pub fn invited(&self, secret: &SecretHash, now: Timestamp) -> Result<MemberId, CoopError> {
        invited(&self.conn, secret, now)
    }

    /// A document as an Automerge file.
    ///
    /// # Errors
    /// [`CoopError::NotFound`] when there is none of that name; whatever the store says.
    pub fn export(&self, doc: DocId) -> Result<Exported, CoopError> {
        export(&*at_one_moment(&self.conn)?, doc)
    }
}

pub(super) fn invited(
    conn: &Connection,
    secret: &SecretHash,
    now: Timestamp,
) -> Result<MemberId, CoopError> {
    standing(invitations::find(conn, secret)?, now)
}

pub(super) fn export(conn: &Connection, doc: DocId) -> Result<Exported, CoopError> {
    let meta = docs::find(conn, doc)?.filter(|meta| !meta.is_superseded);
    let meta = meta.ok_or(CoopError::NotFound)?;
    Ok(stored::export(conn, &meta)?)
}
