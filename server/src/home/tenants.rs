//! The cooperatives of the relay: open, at rest while nobody uses them, or closed while their file cannot be used. One that
//! is closed keeps nobody else from working.

mod entry;
mod state;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use besace_model::ids::CoopId;
use besace_model::time::Moment;
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedSender;

use super::lock::FolderLock;
use super::{News, Opened, Tenant};
use crate::coop::Known;
use entry::Entry;
use state::State;

pub use state::{Asked, Closed, Place};

/// Every cooperative, for all threads.
#[derive(Debug)]
pub struct Tenants {
    entries: RwLock<Vec<Entry>>,
    /// Notified when one was opened or closed.
    pub(crate) changed: Notify,
    tell: UnboundedSender<News>,
    /// How many may be open before those that nobody uses make room.
    room: usize,
    _lock: Option<FolderLock>,
}

impl Tenants {
    /// Those there are at the start; the keeper is told what becomes of them.
    #[must_use]
    pub fn new(opened: Opened, tell: UnboundedSender<News>) -> Self {
        let open = opened.open.into_iter();
        let open = open.map(|it| Entry::new(it.path.clone(), State::Open(Arc::new(it))));
        let resting = opened.resting.into_iter();
        let resting = resting.map(|(path, it)| Entry::new(path, State::Resting(Arc::new(it))));
        let closed = opened.closed.into_iter();
        let closed = closed.map(|it| Entry::new(it.path, State::Closed(it.why)));
        Self {
            entries: RwLock::new(open.chain(resting).chain(closed).collect()),
            changed: Notify::new(),
            tell,
            room: usize::MAX,
            _lock: opened.lock,
        }
    }

    /// The same, with so many open at most, unless more are in use.
    #[must_use]
    pub fn with_room(self, room: usize) -> Self {
        Self { room, ..self }
    }

    /// How many are open.
    pub(crate) fn count_open(&self) -> usize {
        self.read().iter().filter_map(Entry::open).count()
    }

    /// Whether as many are open as there is room for.
    pub(crate) fn is_full(&self) -> bool {
        self.count_open() >= self.room
    }

    /// The way to the keeper.
    pub(crate) fn tell(&self) -> &UnboundedSender<News> {
        &self.tell
    }

    /// Those that are open.
    #[must_use]
    pub fn open(&self) -> Vec<Arc<Tenant>> {
        let entries = self.read();
        entries.iter().filter_map(Entry::open).cloned().collect()
    }

    /// Those that are closed.
    #[must_use]
    pub fn closed(&self) -> Vec<Closed> {
        self.read().iter().filter_map(Entry::closed).collect()
    }

    /// Goes over those that are open or may be opened, in their order.
    pub(crate) fn collect<T>(&self, mut look: impl FnMut(Place<'_>) -> Option<T>) -> Vec<T> {
        let entries = self.read();
        let places = entries.iter().filter_map(Entry::place);
        places.filter_map(&mut look).collect()
    }

    /// Asks for one, to use it. Whoever is told [`Asked::Open`] opens it.
    pub(crate) fn ask(&self, id: CoopId) -> Asked {
        let mut entries = self.write();
        let mut found = entries.iter_mut();
        let found = found.find(|entry| entry.place().is_some_and(|it| it.id() == id));
        found.map_or(Asked::Unknown, Entry::ask)
    }

    /// Those that rest, and whose file was replaced meanwhile.
    pub(crate) fn replaced(&self) -> Vec<CoopId> {
        let entries = self.read();
        let replaced = entries.iter().filter(|entry| entry.is_replaced());
        replaced
            .filter_map(|entry| Some(entry.place()?.id()))
            .collect()
    }

    /// Those that nobody used for so long, those first that were used longest ago.
    pub(crate) fn unused(&self, now: Moment, for_ms: i64) -> Vec<PathBuf> {
        let mut entries = self.write();
        let mut unused: Vec<_> = entries
            .iter_mut()
            .filter_map(|entry| Some((entry.unused_since(now)?, entry.path.clone())))
            .filter(|(since, _)| now.since_ms(*since) >= for_ms)
            .collect();
        unused.sort();
        unused.into_iter().map(|(_, path)| path).collect()
    }

    /// Begins to close one that nobody uses.
    pub(crate) fn begin_rest(&self, path: &Path) -> Option<Arc<Tenant>> {
        self.with(path, Entry::begin_rest).flatten()
    }

    /// Ends what [`Tenants::ask`] or [`Tenants::begin_rest`] began.
    pub(crate) fn settle(&self, path: &Path, place: Result<Arc<Tenant>, Known>) {
        let state = match place {
            Ok(tenant) => State::Open(tenant),
            Err(known) => State::Resting(Arc::new(known)),
        };
        self.with(path, |entry| entry.set(state));
        self.changed.notify_waiters();
    }

    /// Takes one out of use, or notes anew why it is; the one that was open.
    pub fn close(&self, path: &Path, why: String) -> Option<Arc<Tenant>> {
        let closed = State::Closed(why);
        let before = self.with(path, |entry| entry.set(closed));
        self.changed.notify_waiters();
        before.and_then(State::into_tenant)
    }

    /// Opens none any more. Whether some are still being opened or put to rest.
    pub(crate) fn end(&self) -> bool {
        let mut entries = self.write();
        entries.iter_mut().for_each(Entry::end);
        entries.iter().any(Entry::is_moving)
    }

    fn with<T>(&self, path: &Path, work: impl FnOnce(&mut Entry) -> T) -> Option<T> {
        let mut entries = self.write();
        let found = entries.iter_mut().find(|entry| entry.path == path);
        found.map(work)
    }

    fn read(&self) -> RwLockReadGuard<'_, Vec<Entry>> {
        self.entries.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Vec<Entry>> {
        self.entries.write().unwrap_or_else(PoisonError::into_inner)
    }
}
