//! The cooperatives of the relay: open, or closed while their file cannot be used. One that is closed keeps nobody else
//! from working.

use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use besace_model::ids::CoopId;

use super::Tenant;

/// A cooperative whose file cannot be used.
#[derive(Debug, Clone)]
pub struct Closed {
    /// Its file, called after its id.
    pub path: PathBuf,
    /// Why, for the operator.
    pub why: String,
}

impl Closed {
    /// Its id, as its file is called.
    #[must_use]
    pub fn id(&self) -> String {
        let stem = self.path.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }
}

#[derive(Debug, Default)]
struct Lists {
    open: Vec<Tenant>,
    closed: Vec<Closed>,
}

/// Every cooperative, for all threads.
#[derive(Debug, Default)]
pub struct Tenants(RwLock<Lists>);

impl Tenants {
    /// Those there are at the start.
    #[must_use]
    pub fn new(open: Vec<Tenant>, closed: Vec<Closed>) -> Self {
        Self(RwLock::new(Lists { open, closed }))
    }

    /// Those that are open.
    #[must_use]
    pub fn open(&self) -> Vec<Tenant> {
        self.read().open.clone()
    }

    /// Those that are closed.
    #[must_use]
    pub fn closed(&self) -> Vec<Closed> {
        self.read().closed.clone()
    }

    /// One that is open.
    #[must_use]
    pub fn find(&self, id: CoopId) -> Option<Tenant> {
        let lists = self.read();
        let mut open = lists.open.iter();
        open.find(|tenant| tenant.handle.coop() == id).cloned()
    }

    /// Takes one out of use, or notes anew why it is.
    pub fn close(&self, path: &Path, why: String) {
        let mut lists = self.write();
        lists.open.retain(|tenant| tenant.path != path);
        lists.closed.retain(|closed| closed.path != path);
        let path = path.to_owned();
        lists.closed.push(Closed { path, why });
    }

    /// Puts one that was closed to use again.
    pub fn reopen(&self, tenant: Tenant) {
        let mut lists = self.write();
        lists.closed.retain(|closed| closed.path != tenant.path);
        lists.open.push(tenant);
    }

    fn read(&self) -> RwLockReadGuard<'_, Lists> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Lists> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}
