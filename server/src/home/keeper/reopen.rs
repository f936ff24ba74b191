//! Closed cooperatives are tried again, later each time.

use std::path::{Path, PathBuf};
use std::time::Duration;

use besace_model::time::Moment;

use super::Keeper;
use crate::limits::{REOPEN_FIRST_MS, REOPEN_MS_MAX};

impl Keeper {
    /// How long it is until then.
    pub(super) fn until(&self, at: Moment) -> Duration {
        let ms = at.since_ms(self.app.clock().moment());
        Duration::from_millis(u64::try_from(ms).unwrap_or_default())
    }

    pub(super) fn try_again(&mut self, path: &Path) {
        let now = self.app.clock().moment();
        let wait = match self.tries.get(path) {
            Some((at, wait)) if now < at.plus_ms(2 * REOPEN_MS_MAX) => {
                (wait * 2).min(REOPEN_MS_MAX)
            }
            // It was well for long enough to count as mended.
            _ => REOPEN_FIRST_MS,
        };
        self.tries
            .insert(path.to_owned(), (now.plus_ms(wait), wait));
    }

    /// Tries those that are due.
    pub(super) async fn reopen(&mut self) {
        let now = self.app.clock().moment();
        let due: Vec<PathBuf> = self
            .app
            .closed()
            .into_iter()
            .map(|closed| closed.path)
            .filter(|path| self.tries.get(path).is_some_and(|(at, _)| *at <= now))
            .collect();
        for path in due {
            let (app, file) = (self.app.clone(), path.clone());
            let opened = tokio::task::spawn_blocking(move || app.open_file(&file));
            match opened.await {
                Ok(Ok(tenant)) => {
                    tracing::warn!(file = %path.display(), "the cooperative is open again");
                    self.app.reopen_coop(tenant);
                }
                Ok(Err(error)) => {
                    self.app.close_coop(&path, error.to_string());
                    self.try_again(&path);
                }
                // The process ends, or opening panicked: as bad as a file that cannot be read.
                Err(_) => self.try_again(&path),
            }
        }
    }
}
