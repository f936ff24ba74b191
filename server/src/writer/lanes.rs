//! The threads that try documents and build snapshots beside the writers, the same for all cooperatives. Of two sorts, so
//! that nobody waits for somebody else's long document: a short lane for what links wait to hear of, and a long one for
//! documents that take time and for whatever nobody waits for. A cooperative's tasks of one lane are done in order.

mod lane;
mod pool;

use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Weak};

use super::{Job, Shared};
use crate::coop::{CoopError, Readers};
use crate::hub::Held;
use crate::limits::TRIAL_OPS_INLINE;
use crate::store::StoreError;
use crate::store::docs::DocRow;
use lane::Lane;
use pool::Pool;

/// Try what links wait to hear of.
static SHORT: Pool = Pool::new("besace-trials");
/// Do what takes time.
static LONG: Pool = Pool::new("besace-long");

/// What a lane is asked to do.
pub(super) enum Task {
    /// Try what links wait to hear of.
    Held(Vec<Held>),
    /// Try a document that somebody waits to read.
    Wanted(DocRow),
    /// Try documents that nobody asked for, then say so.
    Tidy(Vec<DocRow>),
    /// Build snapshots, for the writer to put in place.
    Snapshots(Vec<DocRow>),
    /// Pack commits into segments, for the writer to put in place.
    Pack(Vec<DocRow>),
    /// Read documents for what is derived from them.
    Take(Vec<DocRow>),
}

/// The ways to both lanes of one cooperative.
pub(super) struct Lanes {
    pub(super) short: Arc<Lane>,
    pub(super) long: Arc<Lane>,
}

impl Lanes {
    /// Both lanes of a cooperative that has a file.
    pub(super) fn of(opens: &Readers, shared: &Weak<Shared>, jobs: &Arc<SyncSender<Job>>) -> Self {
        let lane = |pool, ops_max| {
            let (opens, shared, jobs) = (opens.clone(), shared.clone(), Arc::downgrade(jobs));
            Arc::new(Lane::new(pool, opens, shared, jobs, ops_max))
        };
        Self {
            short: lane(&SHORT, TRIAL_OPS_INLINE),
            long: lane(&LONG, usize::MAX),
        }
    }

    /// Takes no more tasks, forgets those that wait, and lets go of the file; a task that is being done ends first.
    pub(super) fn close(&self) {
        self.short.close();
        self.long.close();
    }

    /// Whether neither has anything to do.
    pub(super) fn are_idle(&self) -> bool {
        self.short.is_idle() && self.long.is_idle()
    }

    /// Closes the reading connections that no task needed since this was called before.
    pub(super) fn clear_unused(&self) {
        self.short.clear_unused();
        self.long.clear_unused();
    }
}

/// Starts the threads, unless they run.
pub(super) fn start() -> Result<(), CoopError> {
    for pool in [&SHORT, &LONG] {
        pool.start().map_err(StoreError::from)?;
    }
    Ok(())
}
