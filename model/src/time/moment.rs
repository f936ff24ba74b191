//! A clock that nobody can set, and both clocks together.

use super::Timestamp;

/// An instant of a clock that nobody can set, in milliseconds since some beginning of its own. Whatever waits compares
/// these; what is shown or written down is a [`Timestamp`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// This instant, so many milliseconds later (earlier when negative).
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Milliseconds from an earlier instant to this one.
    #[must_use]
    pub fn since_ms(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// What both clocks say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Now {
    /// The one on the wall, which may be set to anything at any time.
    pub wall: Timestamp,
    /// The one that only goes forward.
    pub moment: Moment,
}

/// Both clocks where nobody ever sets the one on the wall.
impl From<Timestamp> for Now {
    fn from(wall: Timestamp) -> Self {
        Self {
            wall,
            moment: Moment(wall.0),
        }
    }
}
