//! Keeps the cooperatives open. One whose file fails is closed alone and tried again, later each time: what the disk
//! did is unknown, so it starts from the file as a new process would, and its phones are asked to wait. The relay ends
//! only when none is left.

mod reopen;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use besace_model::time::Moment;
use tokio::sync::mpsc;
use tokio::time::sleep;

use super::WriterThread;
use crate::app::App;
use crate::coop::CoopError;

/// How a writer ended.
type End = (PathBuf, Result<(), CoopError>);

/// Watches the writers.
#[derive(Debug)]
pub struct Keeper {
    app: App,
    tell: mpsc::Sender<End>,
    ended: mpsc::Receiver<End>,
    /// When each closed cooperative is tried again, and how many milliseconds after that.
    tries: BTreeMap<PathBuf, (Moment, i64)>,
}

impl Keeper {
    /// Watches the writers of the cooperatives that are open, and tries those that are closed again.
    #[must_use]
    pub fn new(app: App, writers: Vec<(PathBuf, WriterThread)>) -> Self {
        let (tell, ended) = mpsc::channel(writers.len().max(1));
        let mut keeper = Self {
            app,
            tell,
            ended,
            tries: BTreeMap::new(),
        };
        for (path, writer) in writers {
            keeper.watch(path, writer);
        }
        for closed in keeper.app.closed() {
            keeper.try_again(&closed.path);
        }
        keeper
    }

    fn watch(&self, path: PathBuf, writer: WriterThread) {
        let tell = self.tell.clone();
        std::thread::spawn(move || {
            // A panic of the writer is a bug, and as bad as a failed disk.
            let end = writer.join().unwrap_or(Err(CoopError::Poisoned));
            // Nobody listens any more once the process ends.
            let _ = tell.blocking_send((path, end));
        });
    }

    /// Keeps watch until no cooperative is open any more.
    ///
    /// # Errors
    /// What closed the last one.
    pub async fn run(&mut self) -> Result<(), CoopError> {
        loop {
            let due = self.tries.values().map(|(at, _)| self.until(*at)).min();
            let time = async {
                match due {
                    Some(wait) => sleep(wait).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                Some((path, end)) = self.ended.recv() => self.close(&path, end)?,
                () = time => self.reopen().await,
            }
        }
    }

    /// Takes a cooperative out of use.
    fn close(&mut self, path: &Path, end: Result<(), CoopError>) -> Result<(), CoopError> {
        let Err(error) = end else {
            return Ok(());
        };
        tracing::error!(
            file = %path.display(),
            error = &error as &dyn std::error::Error,
            "the cooperative is closed; nothing acknowledged is lost; it is tried again"
        );
        let failed = self.app.coops().into_iter().find(|it| it.path == path);
        self.app.close_coop(path, error.to_string());
        if let Some(tenant) = failed {
            tenant.handle.abandon();
        }
        if self.app.coops().is_empty() {
            return Err(error);
        }
        self.try_again(path);
        Ok(())
    }

    /// Waits for the orderly end of every writer.
    ///
    /// # Errors
    /// The first failure of one that was open.
    pub async fn finish(mut self) -> Result<(), CoopError> {
        drop(self.tell);
        while let Some((_, end)) = self.ended.recv().await {
            end?;
        }
        Ok(())
    }
}
