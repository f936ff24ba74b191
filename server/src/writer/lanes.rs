//! The threads that try documents and build snapshots beside the writer. Two, so that nobody waits for somebody else's long
//! document: a short lane for what links wait to hear of, and a long one for documents that take time and for whatever
//! nobody waits for.

mod lane;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel};

use super::{Job, Shared};
use crate::coop::{Coop, CoopError, CoopReader};
use crate::hub::Held;
use crate::limits::TRIAL_OPS_INLINE;
use crate::store::docs::DocRow;
use lane::Lane;

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

/// The ways to both lanes.
pub(super) struct Lanes {
    pub(super) short: Sender<Task>,
    pub(super) long: Sender<Task>,
}

/// Lanes that were not started yet.
pub(super) struct Starting {
    short: (CoopReader, Receiver<Task>),
    long: (CoopReader, Receiver<Task>),
}

impl Lanes {
    /// Both lanes of a cooperative; none in memory, where the writer tries everything itself.
    pub(super) fn of(coop: &Coop) -> Result<Option<(Self, Starting)>, CoopError> {
        let (Some(first), Some(second)) = (coop.reader()?, coop.reader()?) else {
            return Ok(None);
        };
        let (short, short_tasks) = channel();
        let (long, long_tasks) = channel();
        let starting = Starting {
            short: (first, short_tasks),
            long: (second, long_tasks),
        };
        Ok(Some((Self { short, long }, starting)))
    }
}

impl Starting {
    /// Starts the threads. They end when nobody can ask them any more.
    pub(super) fn start(
        self,
        shared: &Arc<Shared>,
        jobs: &Arc<SyncSender<Job>>,
    ) -> Result<(), CoopError> {
        let lanes = [
            ("besace-trials", self.short, TRIAL_OPS_INLINE),
            ("besace-long", self.long, usize::MAX),
        ];
        for (name, (reader, tasks), ops_max) in lanes {
            let lane = Lane {
                reader,
                shared: Arc::downgrade(shared),
                jobs: Arc::downgrade(jobs),
                ops_max,
            };
            std::thread::Builder::new()
                .name(name.into())
                .spawn(move || lane.run(&tasks))
                .map_err(crate::store::StoreError::from)?;
        }
        Ok(())
    }
}
