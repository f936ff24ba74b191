//! Making a cooperative in a new file, and opening one; each opening is a life of its own.

use std::sync::{Arc, RwLock};

use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::time::Timestamp;
use rusqlite::Connection;

use super::admit::Judging;
use super::board::Board;
use super::compact::Behind;
use super::error::CoopError;
use super::indexes::Indexes;
use super::notices::Notices;
use super::passes::Certifier;
use super::people::People;
use super::projections::{self, Deriving};
use super::relay::{self, RelayAuthor};
use super::segments::Segmenting;
use super::{Coop, write_lock};
use crate::store::people::Status;
use crate::store::{LastClose, Store, StoreError, StorePlace, people as rows};

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
        let certifier = Certifier::new(row.coop, &row.relay_seed);
        let board = Board::load(store.conn(), row.epoch)?;
        let judging = Judging::load(store.conn())?;
        let behind = Behind::load(store.conn())?;
        let deriving = Deriving::load(store.conn())?;
        let notices = Notices::load(store.conn())?;
        Ok(Self {
            relay,
            certifier,
            people: Arc::new(RwLock::new(Arc::new(people))),
            board: Arc::new(RwLock::new(board)),
            trials: Arc::default(),
            seen: Arc::default(),
            named: Arc::default(),
            notices: Arc::new(notices),
            indexes: Indexes::default(),
            judging,
            deriving,
            behind,
            segmenting: Segmenting::default(),
            was_rewritten: false,
            journal: None,
            life,
            has_begun: false,
            poisoned: false,
            row,
            store,
        })
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
