//! Answers to what screens ask, made from records.

pub(crate) mod access;
mod actions;
mod content;
mod days;
mod hand_over;
mod history;
mod info;
mod marks;
mod people;
pub mod requests;
mod search;
pub(crate) mod sync;
pub(crate) mod today;

use std::collections::BTreeSet;

use besace_model::ids::{DocId, MemberId};
use besace_model::sorted::SortedMap;
use besace_model::time::Timestamp;

use crate::replica::Replica;
use crate::view::{PAGE_ROWS_MAX, Page, View, ViewRequest, Window};

pub(crate) use days::local_day;
pub(crate) use info::{live, stands};
pub(crate) use marks::{next_words, reread_field};

impl Replica {
    /// Answers a screen. Always local, and never changes anything.
    #[must_use]
    pub fn view(&self, request: &ViewRequest, now: Timestamp) -> View {
        request.answer(&ViewReader::new(self, now))
    }
}

/// What views are made with.
pub struct ViewReader<'a> {
    pub(crate) replica: &'a Replica,
    pub(crate) now: Timestamp,
    pub(crate) today: String,
    pub(crate) pending: BTreeSet<(DocId, &'a str)>,
    refused: SortedMap<(DocId, String), u32>,
    /// Who handed over the first of what waits, by entry; none where that was done on this phone.
    first: SortedMap<(DocId, &'a str), Option<MemberId>>,
}

impl<'a> ViewReader<'a> {
    pub(crate) fn new(replica: &'a Replica, now: Timestamp) -> Self {
        let pending = replica
            .outbox
            .items()
            .map(|item| (item.doc, item.entry.as_str()))
            .collect();
        let mut first = SortedMap::new();
        for item in replica.outbox.items() {
            let from = item.row.from.as_ref().map(|from| from.member);
            first.get_or_insert_with((item.doc, item.entry.as_str()), || from);
        }
        let refused = replica
            .refused
            .iter()
            .map(|(number, row)| {
                let entry = row.entry();
                ((row.head.id(replica.coop), entry), *number)
            })
            .collect();
        Self {
            replica,
            now,
            today: now.local_date(),
            pending,
            refused,
            first,
        }
    }

    /// The member that a request means.
    pub(crate) fn whose(&self, member: Option<MemberId>) -> MemberId {
        member.unwrap_or(self.replica.member)
    }

    pub(crate) fn me_id(&self) -> MemberId {
        self.replica.member
    }
}

/// Cuts a sorted list to a window, making only the rows shown.
pub(crate) fn page<T, R>(all: &[T], window: Window, row: impl Fn(&T) -> R) -> Page<R> {
    Page {
        offset: window.offset,
        total: all.len() as u32,
        rows: all
            .iter()
            .skip(window.offset as usize)
            .take(window.limit.min(PAGE_ROWS_MAX) as usize)
            .map(row)
            .collect(),
    }
}
