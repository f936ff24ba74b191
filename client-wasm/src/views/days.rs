//! Days and instants, as people in the cooperative count them.

use std::borrow::Cow;

use besace_model::time::{DAY_MS, Timestamp, days_from_date};

use super::ViewReader;

impl ViewReader<'_> {
    /// Whether a date or instant is past; empty ones never are.
    pub(crate) fn is_past(&self, when: &str) -> bool {
        !when.is_empty()
            && if when.len() > 10 {
                when < self.now.rfc3339().as_str()
            } else {
                when < self.today.as_str()
            }
    }

    /// Whole days from today to a day or an instant; negative when it is past.
    pub(crate) fn days_until(&self, when: &str) -> Option<i64> {
        Some(days_from_date(&local_day(when))? - days_from_date(&self.today)?)
    }

    /// The day that comes so many days after today.
    pub(crate) fn day_after(&self, days: i64) -> String {
        self.now.plus_ms(days * DAY_MS).local_date()
    }

    /// This year, as the phone's clock says.
    pub(crate) fn year(&self) -> u16 {
        self.today
            .get(..4)
            .and_then(|year| year.parse().ok())
            .unwrap_or_default()
    }
}

/// The day of a date, or of an instant as people in the cooperative count it.
pub(crate) fn local_day(when: &str) -> Cow<'_, str> {
    match Timestamp::parse_rfc3339(when) {
        Some(instant) => Cow::Owned(instant.local_date()),
        None => Cow::Borrowed(when),
    }
}
