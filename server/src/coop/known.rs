//! What is kept of a cooperative that rests: what it takes to find it. Read from its file, so the file stays the truth.

use besace_model::commit::PUBLIC_KEY_BYTES;
use besace_model::ids::{CoopId, DeviceId};
use rusqlite::Connection;

use super::compact::Behind;
use super::notices::Notices;
use super::projections::Deriving;
use super::tried::Tried;
use super::{Coop, CoopError};
use crate::limits::SNAPSHOT_AFTER_CHANGES;
use crate::store::invitations::{self, SecretHash};
use crate::store::{self, StoreError, docs, log, people, seats};

/// A cooperative that rests.
#[derive(Debug, Clone)]
pub struct Known {
    /// Its id.
    pub coop: CoopId,
    /// Its name.
    pub name: Box<str>,
    /// The last entry of its log.
    pub head: u64,
    /// How many of its documents are frozen.
    pub frozen: usize,
    /// Its devices, revoked ones included, and their keys.
    devices: Box<[(DeviceId, [u8; PUBLIC_KEY_BYTES])]>,
    /// Its invitations, used ones included: who holds one is told so.
    invitations: Box<[SecretHash]>,
}

impl Known {
    /// Reads it from a file of this program's schema.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn read(conn: &Connection) -> Result<Self, StoreError> {
        let row = store::coop_row(conn)?.ok_or(StoreError::Empty)?;
        let mut devices = people::keys(conn)?;
        devices.sort_unstable();
        let mut invitations = invitations::all(conn)?;
        invitations.sort_unstable();
        Ok(Self {
            coop: row.coop,
            name: row.name.into(),
            head: log::head(conn)?,
            frozen: docs::frozen(conn)?.len(),
            devices: devices.into(),
            invitations: invitations.into(),
        })
    }

    /// The key of a device, if the cooperative knows one of that id.
    #[must_use]
    pub fn key(&self, device: DeviceId) -> Option<[u8; PUBLIC_KEY_BYTES]> {
        let at = self.devices.binary_search_by_key(&device, |(id, _)| *id);
        Some(self.devices.get(at.ok()?)?.1)
    }

    /// Whether it made the invitation of that digest.
    #[must_use]
    pub fn invites(&self, secret: &SecretHash) -> bool {
        self.invitations.binary_search(secret).is_ok()
    }
}

/// What is left to do in a cooperative that nobody uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Nothing.
    Nothing,
    /// What waits, where there is no room, until somebody comes: documents to derive or to try, snapshots to build, people
    /// to tell.
    Work,
    /// What is done by time, whether anybody comes or not: seats to decide, documents to clear.
    Due,
}

impl Left {
    /// Reads it from a file of this program's schema.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn read(conn: &Connection) -> Result<Self, StoreError> {
        let tried = Tried::load(conn)?;
        if seats::next_due(conn)?.is_some() || tried.uncleared().is_some() {
            return Ok(Self::Due);
        }
        if Deriving::load(conn)?.is_something() || Notices::load(conn)?.is_waiting() {
            return Ok(Self::Work);
        }
        let snapshots = Behind::load(conn)?.due(SNAPSHOT_AFTER_CHANGES, 1, |_| 0);
        let is_tidy = snapshots.is_empty() && tried.due().next().is_none();
        Ok(if is_tidy { Self::Nothing } else { Self::Work })
    }
}

impl Coop {
    /// What is left to do when nobody comes. Where room is needed, what is to be derived waits until somebody does: it is
    /// taken up again from the log.
    #[must_use]
    pub fn left(&self, is_for_room: bool) -> Left {
        let is_telling = !is_for_room && self.notices.is_waiting();
        let is_writing = self.has_seen() || self.has_superseded() || is_telling;
        let is_deriving = self.deriving.is_reading() || !is_for_room && self.is_deriving();
        if is_writing || is_deriving || self.are_seats_waiting() {
            Left::Due
        } else if !self.is_deriving()
            && self.untried(1).is_empty()
            && self.due_snapshots(1).is_empty()
        {
            Left::Nothing
        } else {
            Left::Work
        }
    }

    /// What it takes to find it while it rests.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn known(&self) -> Result<Known, CoopError> {
        Ok(Known::read(self.store.conn())?)
    }
}
