//! Starting the writer of one cooperative.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex};

use besace_model::time::Now;
use tokio::sync::{Notify, Semaphore};

use super::Handle;
use super::lanes::{self, Lanes};
use super::lent::Shelf;
use super::shared::Shared;
use super::thread::{Pace, Writer};
use crate::coop::{Coop, CoopError};
use crate::limits::{OPS_READ_MAX, READY_MAX, WRITER_QUEUE};

/// Starts the writer of a cooperative. The thread ends with [`Handle::close`], or with an error when the file failed: it
/// must then be opened anew. `ended` is called on it once the file is closed, whatever ended it. `clock` is read a
/// few times per group.
///
/// # Errors
/// Whatever starting the thread says; `ended` is not called then.
pub fn spawn(
    mut coop: Coop,
    clock: impl Fn() -> Now + Send + 'static,
    ended: impl FnOnce(Result<(), CoopError>) + Send + 'static,
) -> Result<Handle, CoopError> {
    let (jobs, queue) = sync_channel(WRITER_QUEUE);
    let jobs = Arc::new(jobs);
    let opens = coop.readers();
    if opens.is_some() {
        lanes::start()?;
        coop.rely_on_readers();
    }
    let shared = Arc::new_cyclic(|shared| Shared {
        coop: coop.id(),
        glance: coop.glance(),
        live: Mutex::default(),
        lanes: opens.as_ref().map(|opens| Lanes::of(opens, shared, &jobs)),
        shelf: Shelf::new(opens),
        derived_ms: AtomicU64::default(),
        tried: Notify::new(),
        ops_room: Arc::new(Semaphore::new(OPS_READ_MAX)),
        ready_room: Arc::new(Semaphore::new(READY_MAX)),
    });
    let writer = Writer {
        coop,
        clock,
        shared: Arc::clone(&shared),
        since_checkpoint: 0,
        quiet: 0,
        is_asked: false,
        may_tidy: true,
        may_compact: true,
        packed: None,
        may_give_back: true,
        was_checked: false,
        pace: Pace::default(),
    };
    std::thread::Builder::new()
        .name("besace-writer".into())
        .spawn(move || {
            let shared = Arc::clone(&writer.shared);
            let end = catch_unwind(AssertUnwindSafe(|| writer.run(&queue)));
            drop(queue);
            shared.close_readers();
            // A panic of the writer is a bug, and as bad as a failed disk.
            ended(end.unwrap_or(Err(CoopError::Poisoned)));
        })
        .map_err(crate::store::StoreError::from)?;
    Ok(Handle { jobs, shared })
}
