//! Instants as text.

use std::fmt;

use super::days::last_sunday;
use super::{DAY_MS, HOUR_MS, Timestamp, civil_from_days, days_from_date};

impl Timestamp {
    /// The UTC calendar day as `YYYY-MM-DD`.
    #[must_use]
    pub fn date(self) -> String {
        let (year, month, day) = civil_from_days(self.split().0);
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The calendar day in mainland France, where the cooperatives live: what their people call today.
    #[must_use]
    pub fn local_date(self) -> String {
        self.plus_ms(self.offset_ms()).date()
    }

    /// The day in mainland France, counted since 1970-01-01, and the minutes since it began, by the clocks there.
    #[must_use]
    pub fn local_day_and_minute(self) -> (i64, i64) {
        let (day, ms) = self.plus_ms(self.offset_ms()).split();
        (day, ms / 60_000)
    }

    /// The beginning of a calendar day in mainland France, counted in days since 1970-01-01.
    #[must_use]
    pub fn of_local_day(days: i64) -> Self {
        let midnight = Self(days.saturating_mul(DAY_MS));
        // Clocks change after one o'clock at night: the offset of the evening before still holds.
        midnight.plus_ms(-midnight.plus_ms(-HOUR_MS).offset_ms())
    }

    /// How far clocks in mainland France are ahead of UTC: an hour, two in summer (directive 2000/84/EC: from the last
    /// Sunday of March to that of October, at one o'clock UTC).
    fn offset_ms(self) -> i64 {
        let (year, _, _) = civil_from_days(self.split().0);
        let change = |month| last_sunday(year, month) * DAY_MS + HOUR_MS;
        let is_summer = (change(3)..change(10)).contains(&self.0);
        if is_summer { 2 * HOUR_MS } else { HOUR_MS }
    }

    /// RFC 3339 in UTC to the second, the form every document uses.
    #[must_use]
    pub fn rfc3339(self) -> String {
        let (_, ms) = self.split();
        let seconds = ms / 1000;
        format!(
            "{}T{:02}:{:02}:{:02}Z",
            self.date(),
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    }

    /// Reads what [`Timestamp::rfc3339`] writes, and nothing else.
    #[must_use]
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        let (date, rest) = text.split_once('T')?;
        let days = days_from_date(date)?;
        let time = rest.strip_suffix('Z')?;
        let bytes = time.as_bytes();
        if bytes.len() != 8 || bytes[2] != b':' || bytes[5] != b':' {
            return None;
        }
        let field = |from: usize, max: i64| -> Option<i64> {
            let text = time.get(from..from + 2)?;
            text.bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| text.parse().ok())
                .flatten()
                .filter(|n| *n <= max)
        };
        let seconds = field(0, 23)? * 3600 + field(3, 59)? * 60 + field(6, 59)?;
        Some(Self(days * DAY_MS + seconds * 1000))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rfc3339())
    }
}
