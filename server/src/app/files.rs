//! Files that documents name.

use super::App;
use crate::files::Files;

impl App {
    /// The files that documents name.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.0.files
    }

    /// Looks, now and then, which files of the cooperatives in use no document names any more.
    pub fn look_at_files(&self) {
        for tenant in self.coops() {
            if !self.files().is_due(&tenant) {
                continue;
            }
            let app = self.clone();
            tokio::spawn(async move {
                if let Err(error) = app.files().sweep(&tenant).await {
                    tracing::warn!(
                        coop = %tenant.handle.coop(),
                        error = &error as &dyn std::error::Error,
                        "files that nobody names could not be let go; it is tried again"
                    );
                }
            });
        }
    }
}
