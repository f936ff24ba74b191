//! What somebody wishes to be told, in which language, and when not.

use besace_model::kind::Concern;
use besace_model::time::Timestamp;

/// Minutes in a day.
pub const DAY_MINUTES: u16 = 24 * 60;

/// A set of concerns: a bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Concerns(pub u8);

impl Concerns {
    /// These ones.
    #[must_use]
    pub fn of(concerns: impl IntoIterator<Item = Concern>) -> Self {
        Self(concerns.into_iter().fold(0, |set, it| set | 1 << it as u8))
    }

    /// Those in it.
    pub fn iter(self) -> impl Iterator<Item = Concern> {
        Concern::ALL
            .into_iter()
            .filter(move |it| self.0 >> *it as u8 & 1 == 1)
    }
}

/// The concern of a number that is kept in files.
pub(super) fn concern(number: u8) -> Concern {
    let found = Concern::ALL.into_iter().find(|it| *it as u8 == number);
    found.unwrap_or(Concern::Coaching)
}

/// When a device is silent: minutes of the day in mainland France, from the first up to the second, over midnight where that
/// comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// The first minute.
    pub from: u16,
    /// The first minute that is not quiet any more.
    pub until: u16,
}

impl Quiet {
    /// Whether it is quiet at an instant.
    #[must_use]
    pub fn holds(self, at: Timestamp) -> bool {
        let (_, minute) = at.local_day_and_minute();
        let (from, until) = (i64::from(self.from), i64::from(self.until));
        if from <= until {
            (from..until).contains(&minute)
        } else {
            minute >= from || minute < until
        }
    }
}

/// A language of notices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The word used in SQL and in messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// Reads [`Lang::as_str`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Fr, Self::En]
            .into_iter()
            .find(|it| it.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_go_over_midnight_and_follow_clocks_in_france() {
        let at = |text| Timestamp::parse_rfc3339(text).unwrap();
        let night = Quiet {
            from: 21 * 60,
            until: 7 * 60,
        };
        for (instant, is_quiet) in [
            ("2026-01-15T19:59:00Z", false),
            ("2026-01-15T20:00:00Z", true),
            ("2026-01-16T05:59:00Z", true),
            ("2026-01-16T06:00:00Z", false),
            ("2026-07-15T19:00:00Z", true),
            ("2026-07-16T05:00:00Z", false),
        ] {
            assert_eq!(night.holds(at(instant)), is_quiet, "{instant}");
        }
        let noon = Quiet {
            from: 12 * 60,
            until: 14 * 60,
        };
        assert!(noon.holds(at("2026-01-15T11:00:00Z")));
        assert!(!noon.holds(at("2026-01-15T13:00:00Z")));
        let never = Quiet {
            from: 60,
            until: 60,
        };
        assert!(!never.holds(at("2026-01-15T00:00:00Z")));
    }

    #[test]
    fn a_set_of_concerns_gives_back_what_was_put_in() {
        let set = Concerns::of([Concern::Votes, Concern::Coaching]);
        assert_eq!(
            set.iter().collect::<Vec<_>>(),
            [Concern::Coaching, Concern::Votes]
        );
    }
}
