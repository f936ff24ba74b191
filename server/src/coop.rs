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
mod indexes;
mod invite;
mod manage;
mod page;
mod people;
mod prepared;
mod projections;
mod proof;
mod read;
mod reader;
mod ready;
mod relay;
mod revoke;
mod seen;
mod shelves;
mod spending;
mod stored;
mod trials;
mod tried;
mod writing;

use std::collections::BTreeSet;
use std::sync::{Arc, RwLock};

use besace_model::ids::{CoopId, DeviceId, DocId, MemberId};
use besace_model::kind::Kind;
use besace_model::time::Timestamp;
use rusqlite::Connection;

pub use admit::{Outcome, Submission};
pub use board::Board;
use compact::Behind;
pub use compact::Built;
pub use decision::{Changes, Decision, Described, Done, NewInvitation};
pub use page::{Ask, Page};
pub use people::{Member, People};
pub use prepared::Prepared;
pub use projections::Taken;
pub use reader::{CoopReader, Glance};
pub use stored::Exported;
pub use writing::{Published, PublishedEntry, ReaderChange};

use crate::journal::Journal;
use crate::store::invitations::SecretHash;
use crate::store::log::DeviceRow;
use crate::store::people::Status;
use crate::store::{CoopRow, LastClose, Store, StoreError, StorePlace, people as rows};
use admit::Judging;
use indexes::Indexes;
use people::Touched;
use projections::Deriving;
use relay::RelayAuthor;
use seen::Seen;
pub(crate) use trials::Attempt;
use trials::Trials;
use writing::{Staged, Writing};

/// Why a cooperative did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum CoopError {
    /// The file failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file failed before; only opening it again helps.
    #[error("the file failed before; the process must start again")]
    Poisoned,
    /// There is no such member, device or document, or none that may do this.
    #[error("no such thing")]
    NotFound,
    /// There is no such invitation.
    #[error("there is no such invitation")]
    BadInvitation,
    /// The invitation was used, or taken back.
    #[error("the invitation was used")]
    InvitationUsed,
    /// The invitation's time is over.
    #[error("the invitation has expired")]
    InvitationExpired,
    /// What was given has not the right form.
    #[error("not of the right form")]
    Invalid,
    /// A named limit is reached.
    #[error("a limit is reached")]
    Quota,
    /// A cooperative keeps one active director at least.
    #[error("at least one director must remain")]
    LastDirector,
    /// The relay's own change was not possible.
    #[error("the relay could not write its document")]
    RelayDocument,
}

/// What a new cooperative starts from. The random bytes come from the edge.
#[derive(Debug, Clone)]
pub struct Founding {
    /// Its id.
    pub coop: CoopId,
    /// Its name.
    pub name: String,
    /// The relay's device in it.
    pub relay_device: DeviceId,
    /// 32 random bytes: the relay's signing key.
    pub relay_seed: [u8; 32],
    /// A random number: names this history.
    pub epoch: u64,
}

/// A cooperative, open for writing.
#[derive(Debug)]
pub struct Coop {
    store: Store,
    row: CoopRow,
    relay: RelayAuthor,
    people: Arc<RwLock<Arc<People>>>,
    board: Arc<RwLock<Board>>,
    trials: Arc<Trials>,
    seen: Arc<Seen>,
    indexes: Indexes,
    judging: Judging,
    deriving: Deriving,
    behind: Behind,
    journal: Option<Journal>,
    /// A random number: names this life of the relay on the file.
    life: u32,
    /// Whether it began: its first write notes it, and brings who reads what in line with this program's audiences.
    has_begun: bool,
    poisoned: bool,
}

impl Coop {
    /// Makes a cooperative in a new file.
    ///
    /// # Errors
    /// [`CoopError::Invalid`] when the file already holds one; whatever the store says.
    pub fn create(
        place: StorePlace,
        founding: &Founding,
        now: Timestamp,
    ) -> Result<Self, CoopError> {
        let mut store = Store::open(place)?;
        if store.coop()?.is_some() {
            return Err(CoopError::Invalid);
        }
        let tx = store.begin()?;
        insert_coop(&tx, founding, now)?;
        projections::begin(&tx)?;
        tx.commit()?;
        Self::start(store, founding.epoch)
    }

    /// Opens a cooperative's file. `random` is a random number: it names this life of the relay on it, and a new history if
    /// the file lost its write-ahead log.
    ///
    /// # Errors
    /// [`StoreError::Empty`] when there is none in it; whatever the store says.
    pub fn open(place: StorePlace, random: u64) -> Result<Self, CoopError> {
        let store = Store::open(place)?;
        if store.last_close() != LastClose::Clean {
            store.quick_check()?;
        }
        let lost_log = store.last_close() == LastClose::CrashLogMissing;
        let mut coop = Self::start(store, random)?;
        if lost_log {
            coop.new_epoch(random)?;
        }
        Ok(coop)
    }

    fn start(store: Store, random: u64) -> Result<Self, CoopError> {
        let life = (random ^ random >> u32::BITS) as u32;
        let row = store.coop()?.ok_or(StoreError::Empty)?;
        let people = People::load(store.conn())?;
        let device = people
            .device(row.relay_device)
            .ok_or(StoreError::Damaged("relay device"))?;
        let relay = RelayAuthor::new(&row, device.row);
        let board = Board::load(store.conn(), row.epoch)?;
        let judging = Judging::load(store.conn())?;
        let behind = Behind::load(store.conn())?;
        let deriving = Deriving::load(store.conn())?;
        Ok(Self {
            relay,
            people: Arc::new(RwLock::new(Arc::new(people))),
            board: Arc::new(RwLock::new(board)),
            trials: Arc::default(),
            seen: Arc::default(),
            indexes: Indexes::default(),
            judging,
            deriving,
            behind,
            journal: None,
            life,
            has_begun: false,
            poisoned: false,
            row,
            store,
        })
    }

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

    /// Begins a new history, after a restore: every phone then offers again what only it has.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn new_epoch(&mut self, epoch: u64) -> Result<(), CoopError> {
        let tx = self.store.begin()?;
        tx.execute("UPDATE coop SET epoch = ?1", [epoch as i64])
            .map_err(StoreError::from)?;
        tx.commit()?;
        self.row.epoch = epoch;
        self.relay.new_epoch(epoch);
        let board = Board::load(self.store.conn(), epoch)?;
        *write_lock(&self.board) = board;
        Ok(())
    }

    /// One page of what is new to a phone, read through the writer's own connection.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn read_after(&self, ask: &Ask<'_>) -> Result<Page, CoopError> {
        Ok(self.glance().page(self.store.conn(), usize::MAX, ask)?)
    }

    /// A reader for other threads; `None` in memory.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn reader(&self) -> Result<Option<CoopReader>, CoopError> {
        Ok(self.store.reader()?.map(|conn| CoopReader {
            conn,
            glance: self.glance(),
        }))
    }

    /// Leaves making indexes to [`CoopReader::make_ready`]: a push to a document that is not at hand and brings no index
    /// along is asked to come again. Otherwise, as in memory where there are no readers, the writer makes it itself.
    pub fn rely_on_readers(&mut self) {
        self.judging.relies_on_readers = true;
    }

    /// What needs no file, for any thread.
    #[must_use]
    pub fn glance(&self) -> Glance {
        Glance {
            board: Arc::clone(&self.board),
            trials: Arc::clone(&self.trials),
            people: Arc::clone(&self.people),
            at_hand: self.indexes.at_hand(),
            seen: Arc::clone(&self.seen),
        }
    }

    /// Whom an invitation invites; nothing is spent.
    ///
    /// # Errors
    /// [`CoopError`] says why it invites nobody.
    pub fn invited(&self, secret: &SecretHash, now: Timestamp) -> Result<MemberId, CoopError> {
        reader::invited(self.store.conn(), secret, now)
    }

    /// A document as an Automerge file, for exports.
    ///
    /// # Errors
    /// [`CoopError::NotFound`] when there is none of that name; whatever the store says.
    pub fn export(&self, doc: DocId) -> Result<Exported, CoopError> {
        reader::export(self.store.conn(), doc)
    }

    /// Every document's name and kind.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn documents(&self) -> Result<Vec<(DocId, Kind)>, CoopError> {
        let all = crate::store::docs::all(self.store.conn())?;
        Ok(all.into_iter().map(|doc| (doc.id, doc.head.kind)).collect())
    }

    /// Checks every page and row of the file. Slow on a big one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when anything is wrong; whatever the store says.
    pub fn check(&self) -> Result<(), CoopError> {
        Ok(self.store.quick_check()?)
    }

    /// Makes the changes of a document unreadable, as a failing disk would.
    #[cfg(test)]
    pub(crate) fn spoil_log(&self, doc: DocId) {
        let spoil = "UPDATE log SET change = x'00' WHERE doc = (SELECT id FROM doc WHERE doc = ?1)";
        let spoiled = self.store.conn().execute(spoil, [doc.0]);
        assert!(
            spoiled.is_ok_and(|rows| rows > 0),
            "there is nothing to spoil"
        );
    }

    /// Lets the file grow no further, as on a full disk, or again as far as it likes.
    #[cfg(test)]
    pub(crate) fn limit_pages(&self, full: bool) {
        let conn = self.store.conn();
        let pages = if full { 1 } else { u32::MAX - 1 };
        // SQLite never goes below what the file has.
        let limited = conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()));
        assert!(limited.is_ok());
    }

    /// Runs one transaction and, once it is durable, takes it into memory.
    fn write<T>(
        &mut self,
        now: Timestamp,
        body: impl FnOnce(&mut Inside<'_>) -> Result<T, CoopError>,
    ) -> Result<(T, Published), CoopError> {
        if self.poisoned {
            return Err(CoopError::Poisoned);
        }
        let result = self.try_write(now, body);
        if let Err(CoopError::Store(error)) = &result {
            self.forget();
            self.poisoned = !error.is_disk_full();
        }
        result
    }

    /// Drops what memory may have taken in that is not in the file.
    fn forget(&mut self) {
        self.relay.forget();
        self.indexes.clear();
    }

    fn try_write<T>(
        &mut self,
        now: Timestamp,
        body: impl FnOnce(&mut Inside<'_>) -> Result<T, CoopError>,
    ) -> Result<(T, Published), CoopError> {
        let before = self.people();
        let tx = self.store.begin()?;
        let (answer, staged, people): (Result<T, CoopError>, Staged, Option<Arc<People>>) = {
            let board = read_lock(&self.board);
            let mut inside = Inside {
                row: &self.row,
                writing: Writing::new(&tx, &board, Arc::clone(&before), now),
                people: before,
                touched: Touched::default(),
                changed: None,
                indexes: &mut self.indexes,
                judging: &mut self.judging,
                trials: &self.trials,
                relay: &mut self.relay,
            };
            let begun = if self.has_begun {
                Ok(())
            } else {
                inside.writing.begin_life(self.life)
            };
            let answer = begun.map_err(CoopError::from);
            let answer = answer.and_then(|()| body(&mut inside));
            let Inside {
                writing, changed, ..
            } = inside;
            (answer, writing.finish(), changed)
        };
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => {
                drop(tx);
                self.judging.spending.drop_fresh();
                // A decision that was refused before it wrote anything costs nobody else their place in memory.
                if staged.is_something() {
                    self.forget();
                }
                return Err(error);
            }
        };
        if let Err(error) = tx.commit() {
            self.judging.spending.drop_fresh();
            return Err(error.into());
        }
        self.judging.spending.settle();
        self.has_begun = true;
        if let Some(people) = people {
            *write_lock(&self.people) = people;
        }
        self.behind.grow(&staged.grown);
        let published = staged.publish(&mut write_lock(&self.board));
        for doc in &published.superseded {
            self.behind.set(*doc, 0);
        }
        self.note_sources(&published);
        Ok((answer, published))
    }
}

/// What the body of a transaction may touch.
struct Inside<'a> {
    row: &'a CoopRow,
    writing: Writing<'a>,
    people: Arc<People>,
    touched: Touched,
    changed: Option<Arc<People>>,
    indexes: &'a mut Indexes,
    judging: &'a mut Judging,
    trials: &'a Trials,
    relay: &'a mut RelayAuthor,
}

fn insert_coop(conn: &Connection, founding: &Founding, now: Timestamp) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO coop (only_one, coop, name, epoch, relay_seed, relay_device, created_at)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)",
        rusqlite::params![
            founding.coop.as_bytes(),
            founding.name,
            founding.epoch as i64,
            founding.relay_seed,
            founding.relay_device.as_bytes(),
            now.0
        ],
    )?;
    rows::insert_member(conn, MemberId::RELAY, "", Status::Relay, now)?;
    let key = relay::public_key(&founding.relay_seed);
    rows::insert_device(conn, founding.relay_device, MemberId::RELAY, &key, "", now)
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
