//! Where a member stands with the interviews of a year.

use crate::doc::word::words;

words! {
    /// How a member's interviews of a year stand.
    Standing {
        /// Both are held and signed.
        Complete = "complete",
        /// There is time yet.
        InTime = "in_time",
        /// Some is missing, and the year ends soon.
        Soon = "soon",
        /// Some is missing, and it is late.
        Late = "late",
    }
}

/// Interviews that each member is owed in a year, with a signed report (domain.md section 1).
pub const INTERVIEWS_A_YEAR: u32 = 2;

/// From this day of the year on a missing interview is soon late (`MM-DD`; life.md section 4).
const SOON_FROM: &str = "10-01";

/// From this day on it is late.
const LATE_FROM: &str = "11-01";

/// How a member stands who has so many interviews in `year`, on a day (`YYYY-MM-DD`).
#[must_use]
pub fn standing(interviews: u32, year: u16, today: &str) -> Standing {
    let is_from = |day: &str| *today >= *format!("{year:04}-{day}");
    match interviews {
        INTERVIEWS_A_YEAR.. => Standing::Complete,
        _ if is_from(LATE_FROM) => Standing::Late,
        _ if is_from(SOON_FROM) => Standing::Soon,
        _ => Standing::InTime,
    }
}
