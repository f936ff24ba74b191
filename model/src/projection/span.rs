//! When something counts.

use crate::time::Timestamp;

/// When something counts: from its beginning, if it has one, and before its end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// The first moment at which it does.
    pub from: Option<Timestamp>,
    /// The first at which it does no more.
    pub until: Option<Timestamp>,
}

impl Span {
    /// Whether it counts at a moment.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= now) && self.until.is_none_or(|until| now < until)
    }

    /// When it begins or ends next.
    #[must_use]
    pub fn changes_after(&self, now: Timestamp) -> Option<Timestamp> {
        let edges = [self.from, self.until].into_iter().flatten();
        edges.filter(|edge| *edge > now).min()
    }
}
