//! One open cooperative: its people, its log, its readers. Synchronous and deterministic: time comes in as an argument
//! and so do random bytes, so the same calls make the same file, in production and in the simulation.
//!
//! One writer. Each call is one transaction; nothing in memory and nobody outside learns of it before COMMIT. A
//! storage error other than a full disk poisons the value: what the disk did is unknown, so the process must start
//! again from the file.

mod admit;
mod bar;
mod board;
mod compact;
mod cursor;
mod decision;
mod error;
mod files;
mod indexes;
mod invite;
mod known;
mod manage;
mod notices;
mod open;
mod page;
mod passes;
mod people;
mod prepared;
mod projections;
mod proof;
mod questions;
mod read;
mod reader;
mod ready;
mod relay;
mod revoke;
mod seen;
mod segments;
mod shelves;
mod space;
mod spending;
mod stored;
mod transaction;
mod trials;
mod tried;
mod writing;

use std::collections::BTreeSet;
use std::sync::{Arc, RwLock};

use besace_model::ids::CoopId;

pub use admit::{Outcome, Submission};
pub use board::Board;
pub use compact::Built;
pub use decision::{Changes, Decision, Described, Done, NewInvitation};
pub use error::CoopError;
pub use files::{Brought, Checked, FilesReader, Named};
pub use known::{Known, Left};
pub use notices::{MailAsk, NewMail, Pushed};
pub use open::Founding;
pub use page::{Ask, Page};
pub use people::{Member, People};
pub use prepared::Prepared;
pub use projections::Taken;
pub use reader::{CoopReader, Glance, Readers};
pub use segments::PackedStep;
pub use stored::Exported;
pub(crate) use trials::Attempt;
pub use writing::{Published, PublishedEntry, ReaderChange};

use crate::journal::Journal;
use crate::store::log::DeviceRow;
use crate::store::{CoopRow, Store};
use admit::Judging;
use compact::Behind;
use files::Names;
use indexes::Indexes;
use notices::Notices;
use passes::Certifier;
use projections::Deriving;
use relay::RelayAuthor;
use seen::Seen;
use segments::Segmenting;
use transaction::Inside;
use trials::Trials;

/// A cooperative, open for writing.
#[derive(Debug)]
pub struct Coop {
    store: Store,
    row: CoopRow,
    relay: RelayAuthor,
    certifier: Certifier,
    people: Arc<RwLock<Arc<People>>>,
    board: Arc<RwLock<Board>>,
    trials: Arc<Trials>,
    seen: Arc<Seen>,
    named: Arc<Names>,
    notices: Arc<Notices>,
    indexes: Indexes,
    judging: Judging,
    deriving: Deriving,
    behind: Behind,
    segmenting: Segmenting,
    /// Whether writing the file anew was tried in this life.
    was_rewritten: bool,
    journal: Option<Journal>,
    /// A random number: names this life of the relay on the file.
    life: u32,
    /// Whether it began: its first write notes it, and brings who reads what in line with this program's audiences.
    has_begun: bool,
    poisoned: bool,
}

impl Coop {
    /// The cooperative's id.
    #[must_use]
    pub fn id(&self) -> CoopId {
        self.row.coop
    }

    /// The cooperative's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.row.name
    }

    /// Who is who now.
    #[must_use]
    pub fn people(&self) -> Arc<People> {
        Arc::clone(&read_lock(&self.people))
    }

    /// Whether the file failed: the process must start again.
    #[must_use]
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }

    /// Rebuilds the relay's own documents after so many changes already.
    pub fn rebuild_after(&mut self, changes: u64) {
        self.relay.rebuild_after(changes);
    }

    /// The last entry of the log.
    #[must_use]
    pub fn head(&self) -> u64 {
        read_lock(&self.board).head()
    }
}

fn read_lock<T>(lock: &RwLock<T>) -> std::sync::RwLockReadGuard<'_, T> {
    lock.read()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn write_lock<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Refusals by device row, loaded once so that the common case asks the file nothing.
type Refusing = BTreeSet<DeviceRow>;

#[cfg(test)]
mod tests;
