//! How people are told in time.

use super::App;
use crate::notices::Notices;

impl App {
    /// How people are told in time.
    #[must_use]
    pub fn notices(&self) -> &Notices {
        &self.0.notices
    }
}
