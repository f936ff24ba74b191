//! One cooperative of the relay, and what may become of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use besace_model::time::Moment;

use super::state::{Asked, Closed, Place, State};
use crate::home::Tenant;

/// A file and what its cooperative is at.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) path: PathBuf,
    state: State,
    /// Since when nobody uses it; not known before somebody looks.
    since: Option<Moment>,
    /// The file as it was when the cooperative began to rest.
    stamp: Option<Stamp>,
    /// Whether the relay ends: it is not opened any more.
    is_over: bool,
}

/// A file's size and last change.
type Stamp = (u64, SystemTime);

impl Entry {
    pub(super) fn new(path: PathBuf, state: State) -> Self {
        let stamp = stamp(&path);
        Self {
            path,
            state,
            since: None,
            stamp,
            is_over: false,
        }
    }

    /// Puts another state in the place of the one there is.
    pub(super) fn set(&mut self, state: State) -> State {
        if matches!(state, State::Resting(_)) {
            self.stamp = stamp(&self.path);
        }
        self.since = None;
        std::mem::replace(&mut self.state, state)
    }

    pub(super) fn open(&self) -> Option<&Arc<Tenant>> {
        match &self.state {
            State::Open(tenant) => Some(tenant),
            _ => None,
        }
    }

    pub(super) fn closed(&self) -> Option<Closed> {
        let State::Closed(why) = &self.state else {
            return None;
        };
        let (path, why) = (self.path.clone(), why.clone());
        Some(Closed { path, why })
    }

    /// Where it is found; nowhere when its file cannot be used.
    pub(super) fn place(&self) -> Option<Place<'_>> {
        match &self.state {
            State::Open(tenant) | State::Closing(tenant) => Some(Place::Open(tenant)),
            State::Resting(known) | State::Opening(known) => Some(Place::Resting(known)),
            State::Closed(_) => None,
        }
    }

    /// Asks for it, to use it.
    pub(super) fn ask(&mut self) -> Asked {
        match &self.state {
            State::Open(tenant) => {
                let tenant = Arc::clone(tenant);
                self.since = None;
                Asked::Here(tenant)
            }
            State::Resting(_) if self.is_over => Asked::Closed,
            State::Resting(known) => {
                self.state = State::Opening(Arc::clone(known));
                Asked::Open(self.path.clone())
            }
            State::Closing(_) | State::Opening(_) => Asked::Wait,
            State::Closed(_) => Asked::Closed,
        }
    }

    /// Whether it rests, and its file is another one than when it began to.
    pub(super) fn is_replaced(&self) -> bool {
        matches!(self.state, State::Resting(_)) && self.stamp != stamp(&self.path)
    }

    /// Since when nobody uses it, while nobody does.
    pub(super) fn unused_since(&mut self, now: Moment) -> Option<Moment> {
        let tenant = self.open()?;
        if Arc::strong_count(tenant) > 1 {
            self.since = None;
            return None;
        }
        Some(*self.since.get_or_insert(now))
    }

    /// Begins to close it, unless somebody uses it.
    pub(super) fn begin_rest(&mut self) -> Option<Arc<Tenant>> {
        let tenant = self.open().filter(|it| Arc::strong_count(it) == 1)?;
        let tenant = Arc::clone(tenant);
        self.state = State::Closing(Arc::clone(&tenant));
        Some(tenant)
    }

    pub(super) fn is_moving(&self) -> bool {
        matches!(self.state, State::Closing(_) | State::Opening(_))
    }

    /// Is not opened any more.
    pub(super) fn end(&mut self) {
        self.is_over = true;
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let file = std::fs::metadata(path).ok()?;
    Some((file.len(), file.modified().ok()?))
}
