//! What one cooperative of the relay is at, and how that changes.

use std::path::PathBuf;
use std::sync::Arc;

use besace_model::ids::CoopId;

use crate::coop::Known;
use crate::home::Tenant;

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

/// A cooperative that can be used: at once, or once it is opened.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// It is open.
    Open(&'a Tenant),
    /// It rests.
    Resting(&'a Known),
}

impl Place<'_> {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> CoopId {
        match self {
            Self::Open(tenant) => tenant.handle.coop(),
            Self::Resting(known) => known.coop,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Open(tenant) => &tenant.name,
            Self::Resting(known) => &known.name,
        }
    }
}

/// What who asks for a cooperative gets.
#[derive(Debug)]
pub enum Asked {
    /// It is open.
    Here(Arc<Tenant>),
    /// It rests: who asked opens it.
    Open(PathBuf),
    /// Somebody opens it, or puts it to rest.
    Wait,
    /// It cannot be used.
    Closed,
    /// There is none of that id.
    Unknown,
}

#[derive(Debug)]
pub(super) enum State {
    Open(Arc<Tenant>),
    /// Being closed, to rest.
    Closing(Arc<Tenant>),
    Resting(Arc<Known>),
    Opening(Arc<Known>),
    Closed(String),
}

impl State {
    pub(super) fn into_tenant(self) -> Option<Arc<Tenant>> {
        match self {
            Self::Open(tenant) | Self::Closing(tenant) => Some(tenant),
            _ => None,
        }
    }
}
