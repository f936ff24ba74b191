//! Cooperatives are opened when somebody comes, and rest when nobody does. What is begun here ends even when whoever began
//! it goes away.

use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;

use crate::app::App;
use crate::coop::CoopError;
use crate::home::tenants::Place;
use crate::home::{self, HomeError, News, Tenant};
use crate::limits::{MAKE_ROOM_MAX, OPENED_AT_START_MAX};
use crate::writer::Haste;

impl App {
    /// Opens a cooperative that rests; where there is no room for one more, others are put to rest first.
    pub(super) fn open(&self, path: PathBuf) {
        let app = self.clone();
        tokio::spawn(async move {
            app.make_room().await;
            let (opener, file) = (app.clone(), path.clone());
            let opened = tokio::task::spawn_blocking(move || opener.open_file(&file));
            match opened.await {
                Ok(Ok(tenant)) => app.0.coops.settle(&path, Ok(Arc::new(tenant))),
                Ok(Err(error)) => app.leave_closed(&path, &error),
                // Opening panicked, or the process ends: as bad as a file that cannot be read.
                Err(error) => app.leave_closed(&path, &error),
            }
        });
    }

    /// Opens all there are, where they are few: the first phone after a start does not wait for it.
    pub async fn open_few(&self) {
        let all = self.named();
        if all.len() > OPENED_AT_START_MAX {
            return;
        }
        for (id, _) in all {
            // One that cannot be opened is closed by that, and tried again.
            drop(self.coop(id).await);
        }
    }

    /// Opens a file and starts its writer, which tells the keeper its end. For a thread that may block.
    ///
    /// # Errors
    /// As [`home::open_one`].
    pub(crate) fn open_file(&self, path: &Path) -> Result<Tenant, HomeError> {
        home::open_one(self.config(), self.clock(), path, self.0.coops.tell())
    }

    fn leave_closed(&self, path: &Path, error: &(dyn std::error::Error + 'static)) {
        tracing::error!(
            file = %path.display(),
            error,
            "the cooperative could not be opened when it was needed; it is tried again"
        );
        let why = error
            .source()
            .map_or(error.to_string(), ToString::to_string);
        self.0.coops.close(path, why);
        // Nobody listens any more once the process ends.
        let _ = self.0.coops.tell().send(News::Unopened(path.to_owned()));
    }

    /// Closes the reading connections that nobody used since this was called before.
    pub fn close_unused_readers(&self) {
        self.0.coops.collect(|place| -> Option<()> {
            if let Place::Open(tenant) = place {
                tenant.handle.close_unused_readers();
            }
            None
        });
    }

    /// Puts those to rest that nobody used for as long as the settings say.
    pub fn rest_unused(&self) {
        let for_ms = i64::from(self.config().rest_after_seconds) * 1_000;
        for path in self.0.coops.unused(self.clock().moment(), for_ms) {
            let app = self.clone();
            tokio::spawn(async move { app.rest(&path, Haste::AtLeisure).await });
        }
    }

    /// Puts some to rest that nobody uses, when as many are open as there are descriptors for.
    async fn make_room(&self) {
        if !self.0.coops.is_full() {
            return;
        }
        let unused = self.0.coops.unused(self.clock().moment(), 0);
        let mut rested = 0;
        for path in unused {
            rested += usize::from(self.rest(&path, Haste::ForRoom).await);
            if rested == MAKE_ROOM_MAX {
                return;
            }
        }
    }

    /// Puts one to rest, unless somebody uses it or it has something to do; whether it rests.
    pub(crate) async fn rest(&self, path: &Path, haste: Haste) -> bool {
        let Some(tenant) = self.0.coops.begin_rest(path) else {
            return false;
        };
        match tenant.handle.rest(haste).await {
            Ok(Some(known)) => {
                tracing::debug!(file = %path.display(), "the cooperative rests");
                self.0.coops.settle(path, Err(known));
                true
            }
            // A writer whose queue is full has something to do.
            Ok(None) | Err(CoopError::Quota) => {
                self.0.coops.settle(path, Ok(tenant));
                false
            }
            Err(error) => {
                // Its writer says why.
                self.0.coops.close(path, error.to_string());
                false
            }
        }
    }

    /// Those that are open when the relay ends: from now on none is opened.
    pub(crate) async fn last_open(&self) -> Vec<Arc<Tenant>> {
        loop {
            let mut changed = pin!(self.0.coops.changed.notified());
            changed.as_mut().enable();
            if !self.0.coops.end() {
                return self.coops();
            }
            changed.await;
        }
    }
}
