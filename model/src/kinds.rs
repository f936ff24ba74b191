//! The kinds of document, one module each: its rule table, its commands' effect on it, and its content as plain data.
//! The only place that knows Automerge keys.

use crate::kind::Kind;
use crate::rules::Table;

impl Kind {
    /// The kind's rule table.
    #[must_use]
    pub fn table(self) -> Table {
        Table {
            maps: &["entries"],
            rules: &[],
        }
    }
}
