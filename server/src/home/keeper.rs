//! Keeps the cooperatives open. One whose file fails is closed alone and tried again, later each time: what the disk
//! did is unknown, so it starts from the file as a new process would, and its phones are asked to wait. The relay ends
//! only when none is left.

mod reopen;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use besace_model::time::Moment;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::time::{MissedTickBehavior, interval, sleep};

use super::End;
use crate::app::App;
use crate::coop::CoopError;
use crate::limits::READERS_KEPT_MS;

/// Watches the writers.
#[derive(Debug)]
pub struct Keeper {
    app: App,
    tell: UnboundedSender<End>,
    ended: UnboundedReceiver<End>,
    /// When each closed cooperative is tried again, and how many milliseconds after that.
    tries: BTreeMap<PathBuf, (Moment, i64)>,
}

impl Keeper {
    /// Watches the writers of the cooperatives that are open, which tell their ends, and tries those that are closed
    /// again.
    #[must_use]
    pub fn new(app: App, tell: UnboundedSender<End>, ended: UnboundedReceiver<End>) -> Self {
        let mut keeper = Self {
            app,
            tell,
            ended,
            tries: BTreeMap::new(),
        };
        for closed in keeper.app.closed() {
            keeper.try_again(&closed.path);
        }
        keeper
    }

    /// Keeps watch until no cooperative is open any more.
    ///
    /// # Errors
    /// What closed the last one.
    pub async fn run(&mut self) -> Result<(), CoopError> {
        let mut looks = interval(Duration::from_millis(READERS_KEPT_MS as u64));
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
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
                _ = looks.tick() => {
                    let open = self.app.coops();
                    open.iter().for_each(|tenant| tenant.handle.close_unused_readers());
                }
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
        for _ in self.app.coops() {
            if let Some((_, end)) = self.ended.recv().await {
                end?;
            }
        }
        Ok(())
    }
}
