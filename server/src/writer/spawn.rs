//! Starting the threads of one cooperative.

use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use besace_model::time::Timestamp;
use tokio::sync::{Notify, Semaphore};

use super::Handle;
use super::lanes::Lanes;
use super::shared::Shared;
use super::thread::Writer;
use crate::coop::{Coop, CoopError};
use crate::limits::{OPS_READ_MAX, READERS, READY_MAX, WRITER_QUEUE};

/// Starts the writer of a cooperative. The thread ends with [`Handle::close`], or with an error when the file failed:
/// the process must then end and start again from the file. `clock` is read once per group.
///
/// # Errors
/// Whatever opening the readers or starting the thread says.
pub fn spawn(
    mut coop: Coop,
    clock: impl Fn() -> Timestamp + Send + 'static,
) -> Result<(Handle, JoinHandle<Result<(), CoopError>>), CoopError> {
    let mut readers = Vec::new();
    for _ in 0..READERS {
        readers.extend(coop.reader()?);
    }
    let (jobs, queue) = sync_channel(WRITER_QUEUE);
    let jobs = Arc::new(jobs);
    let (lanes, starting) = Lanes::of(&coop)?.unzip();
    if !readers.is_empty() {
        coop.rely_on_readers();
    }
    let shared = Arc::new(Shared {
        coop: coop.id(),
        glance: coop.glance(),
        live: Mutex::default(),
        reader_permits: Arc::new(Semaphore::new(readers.len())),
        reads_in_writer: readers.is_empty(),
        lanes,
        tried: Notify::new(),
        ops_room: Arc::new(Semaphore::new(OPS_READ_MAX)),
        ready_room: Arc::new(Semaphore::new(READY_MAX)),
        readers: Mutex::new(readers),
    });
    if let Some(starting) = starting {
        starting.start(&shared, &jobs)?;
    }
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
    };
    let thread = std::thread::Builder::new()
        .name("besace-writer".into())
        .spawn(move || writer.run(&queue))
        .map_err(crate::store::StoreError::from)?;
    Ok((Handle { jobs, shared }, thread))
}
