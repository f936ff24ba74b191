//! Keeps the cooperatives in use, and puts those to rest that nobody uses. One whose file fails is closed alone and tried
//! again, later each time: what the disk did is unknown, so it starts from the file as a new process would, and its phones
//! are asked to wait. The relay ends only when none is left.

mod reopen;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use besace_model::time::Moment;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{MissedTickBehavior, interval, sleep};

use super::News;
use crate::app::App;
use crate::coop::CoopError;
use crate::limits::READERS_KEPT_MS;

/// Watches the writers.
#[derive(Debug)]
pub struct Keeper {
    app: App,
    news: UnboundedReceiver<News>,
    /// When each closed cooperative is tried again, and how many milliseconds after that.
    tries: BTreeMap<PathBuf, (Moment, i64)>,
}

impl Keeper {
    /// Watches the writers of the cooperatives that are open, which tell their ends, and tries those that are closed
    /// again.
    #[must_use]
    pub fn new(app: App, news: UnboundedReceiver<News>) -> Self {
        let mut keeper = Self {
            app,
            news,
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
        let rest_after_ms = u64::from(self.app.config().rest_after_seconds) * 1_000;
        let mut looks = interval(Duration::from_millis(rest_after_ms.min(READERS_KEPT_MS)));
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
                Some(news) = self.news.recv() => match news {
                    News::Ended(path, end) => self.close(&path, end)?,
                    News::Unopened(path) => self.try_again(&path),
                },
                () = time => self.reopen().await,
                _ = looks.tick() => {
                    self.app.close_unused_readers();
                    self.app.rest_unused();
                    self.app.look_at_files();
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
        if let Some(tenant) = self.app.close_coop(path, error.to_string()) {
            tenant.handle.abandon();
        }
        if self.app.named().is_empty() {
            return Err(error);
        }
        self.try_again(path);
        Ok(())
    }
}
