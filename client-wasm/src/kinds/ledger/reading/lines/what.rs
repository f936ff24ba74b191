//! What a line is: an expense or a trip, asked alike.

use besace_model::kinds::activity::{Expense, Trip};
use besace_model::record::Entry;

/// What a line is.
#[derive(Clone, Copy)]
pub(super) enum What<'a> {
    Expense(&'a Expense),
    Trip(&'a Trip),
}

impl<'a> What<'a> {
    pub(super) fn entry(self) -> &'a Entry {
        match self {
            Self::Expense(it) => &it.entry,
            Self::Trip(it) => &it.entry,
        }
    }

    pub(super) fn date(self) -> &'a str {
        match self {
            Self::Expense(it) => &it.date,
            Self::Trip(it) => &it.date,
        }
    }

    pub(super) fn digest(self) -> String {
        match self {
            Self::Expense(it) => it.digest(),
            Self::Trip(it) => it.digest(),
        }
    }

    pub(super) fn words(self) -> String {
        match self {
            Self::Expense(it) => it.label.clone(),
            Self::Trip(it) => format!("{} {} {}", it.from, it.to, it.purpose),
        }
    }
}
