//! Lines of a journal.

use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::Info;

/// A journal line.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct JournalRow {
    /// The entry.
    pub info: Info,
    /// The day.
    pub date: String,
    /// The text.
    pub text: String,
}
