//! What screens show and what they ask for: plain data, made from records, never from Automerge.
//!
//! Field names are in camelCase, tags and words as in the commands; money in cents, distances in metres, durations in
//! minutes, dates `YYYY-MM-DD`, instants RFC 3339 in UTC. Optional text is empty when absent. Numbers are always safe
//! integers. Lists come sorted the way screens show them, as one [`Page`] of what there is.

pub mod access;
pub mod actions;
mod files;
pub mod hand_over;
pub mod history;
mod info;
mod marks;
mod place;
pub mod search;
pub mod sync;
pub mod today;

use besace_model::ids::MemberId;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

pub use crate::kinds::{View, ViewRequest};
pub use files::FileRef;
pub use info::{Info, RecordState};
pub use marks::{ConflictChoice, ConflictView, RereadVersion, RereadView};
pub use place::Place;

/// Rows of one page, at most.
pub const PAGE_ROWS_MAX: u32 = 200;

/// Which rows of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Window {
    /// How many rows to pass over.
    pub offset: u32,
    /// How many to show; at most [`PAGE_ROWS_MAX`].
    pub limit: u32,
}

/// Some rows of a list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Page<T> {
    /// How many rows stand before these.
    pub offset: u32,
    /// How many there are in all.
    pub total: u32,
    /// The rows.
    pub rows: Vec<T>,
}

impl<T> Page<T> {
    /// The same rows in another form.
    pub(crate) fn map<R>(self, row: impl FnMut(T) -> R) -> Page<R> {
        Page {
            offset: self.offset,
            total: self.total,
            rows: self.rows.into_iter().map(row).collect(),
        }
    }
}

/// A person by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Person {
    /// The name shown.
    pub name: String,
    /// Who.
    pub member: MemberId,
}
