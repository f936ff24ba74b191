//! What an absence gives to who stands in, and for how long: what of the board the relay decides by.

use super::Cover;
use crate::admission::watch::{Entry, Watch};
use crate::admission::{Accepted, DocIndex};
use crate::error::{ErrorCode, Refusal};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Watched};
use crate::limits::COVER_DAYS_MAX;
use crate::record::FieldValue;
use crate::sorted::SortedMap;
use crate::time::{Timestamp, days_from_date};

/// What of the board the relay decides by.
pub(super) const WATCHED: Watched = Watched {
    depths: &[2],
    map: Some("cover"),
    fields: &["away", "from", "until", "backup", "removed_at"],
};

/// Who stands in for whom, and from when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoverTerms {
    /// Who is away.
    pub away: MemberId,
    /// Who stands in for them.
    pub backup: MemberId,
    /// The beginning of the first day, in France.
    pub from: Timestamp,
    /// The end of the last.
    pub until: Timestamp,
}

impl CoverTerms {
    /// Of an absence as its accepted changes say it; `None` when it was taken back, or says no such thing.
    #[must_use]
    pub fn of(cover: &Entry) -> Option<Self> {
        let word = |field| text(cover.shown(field));
        let terms = Self::new(
            word("away").parse().ok()?,
            word("backup").parse().ok()?,
            (word("from"), word("until")),
        )?;
        word("removed_at").is_empty().then_some(terms)
    }

    fn new(away: MemberId, backup: MemberId, (from, until): (&str, &str)) -> Option<Self> {
        let may_be = is_stretch(from, until) && away != backup;
        let (first, last) = (days_from_date(from)?, days_from_date(until)?);
        may_be.then_some(Self {
            away,
            backup,
            from: Timestamp::of_local_day(first),
            until: Timestamp::of_local_day(last + 1),
        })
    }

    /// Whether it is so at a moment.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        (self.from..self.until).contains(&now)
    }

    /// Whether it gives all that another gave.
    #[must_use]
    pub fn gives_all_of(&self, other: &Self) -> bool {
        let same = (self.away, self.backup) == (other.away, other.backup);
        same && self.from <= other.from && other.until <= self.until
    }
}

impl Cover {
    /// What it gives; `None` when it says no such thing.
    #[must_use]
    pub fn terms(&self) -> Option<CoverTerms> {
        CoverTerms::new(self.away?, self.backup?, (&self.from, &self.until))
    }
}

/// Whether the days from one to another are as many as somebody may be away: the first comes first, and they are not
/// too many.
#[must_use]
pub fn is_stretch(from: &str, until: &str) -> bool {
    let days = days_from_date(from).zip(days_from_date(until));
    days.is_some_and(|(from, until)| (0..COVER_DAYS_MAX).contains(&(until - from)))
}

/// Why the relay refuses a change for what it makes of absences: days that go backwards or are too many, somebody who
/// stands in for themselves. `watch` says what stands, where anything does.
#[must_use]
pub fn cover_refusal(
    change: &Accepted,
    index: &DocIndex,
    watch: Option<&Watch>,
) -> Option<Refusal> {
    if index.head().kind != Kind::TeamBoard {
        return None;
    }
    let mut said: SortedMap<(Ulid, &str), FieldValue> = SortedMap::new();
    for (id, field, value) in change.values_given(index, &WATCHED) {
        said.insert((id, field), value);
    }
    let touched: Vec<Ulid> = said.keys().map(|(id, _)| *id).collect();
    touched.into_iter().find_map(|id| {
        let cover = watch.and_then(|watch| watch.entry(&id.to_string()));
        let at = |field: &'static str| {
            let standing = || cover.and_then(|cover| cover.shown(field));
            text(said.get(&(id, field)).or_else(standing))
        };
        let (from, until) = (at("from"), at("until"));
        let wrong = if !from.is_empty() && !until.is_empty() && !is_stretch(from, until) {
            "until"
        } else if !at("backup").is_empty() && at("backup") == at("away") {
            "backup"
        } else {
            return None;
        };
        let path = format!("cover/{id}/{wrong}");
        Some(Refusal::at(ErrorCode::BadValue, path))
    })
}

fn text(value: Option<&FieldValue>) -> &str {
    match value {
        Some(FieldValue::Text(word)) => word,
        _ => "",
    }
}
