//! What stands of one person and one slot, of all that was marked on several phones.

use super::{Attendance, Mark, Presence, TakesPart};
use crate::ids::{MemberId, Ulid};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

/// Whom a mark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attendee {
    /// A member.
    Member(MemberId),
    /// Somebody else.
    Visitor(Ulid),
}

impl Attendee {
    pub(super) fn one(member: Option<MemberId>, visitor: Option<Ulid>) -> Option<Self> {
        match (member, visitor) {
            (Some(member), None) => Some(Self::Member(member)),
            (None, Some(visitor)) => Some(Self::Visitor(visitor)),
            _ => None,
        }
    }
}

/// The marks of one person and one slot that were not taken back, of which the first stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing<'a> {
    /// The name of the mark that stands.
    pub id: Ulid,
    /// What it says.
    pub mark: &'a Mark,
    /// The others.
    pub beside: Vec<(Ulid, &'a Mark)>,
}

impl Mark {
    /// Whom it is about; `None` where it says nobody, or two.
    #[must_use]
    pub fn attendee(&self) -> Option<Attendee> {
        Attendee::one(self.person, self.visitor)
    }

    /// Whether they signed that they were there.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        let signed = !self.strokes.is_empty() || !self.typed.is_empty();
        self.presence == Presence::Present && signed
    }

    /// How long it says that they were there, in minutes; 0 where they were not.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        let at = |moment: &str| Timestamp::parse_rfc3339(moment).map(|it| it.0);
        match (self.presence, at(&self.start), at(&self.end)) {
            (Presence::Present, Some(start), Some(end)) => ((end - start) / 60_000).max(0),
            _ => 0,
        }
    }

    /// Signed before present before excused before absent.
    fn rank(&self) -> (bool, Presence) {
        (self.is_signed(), self.presence)
    }
}

impl Standing<'_> {
    /// As what they take part: who holds it, holds it, whatever else was marked.
    #[must_use]
    pub fn part(&self) -> TakesPart {
        let beside = self.beside.iter().map(|(_, mark)| mark.part);
        beside.fold(self.mark.part, TakesPart::max)
    }
}

impl Attendance {
    /// What stands, by person and slot: the highest mark, and of two alike the one that was made first.
    #[must_use]
    pub fn standing(&self) -> SortedMap<(Attendee, Ulid), Standing<'_>> {
        let mut found: SortedMap<(Attendee, Ulid), Vec<(Ulid, &Mark)>> = SortedMap::new();
        for (id, mark) in &self.marks {
            let is_of = mark.attendee().zip(mark.slot);
            let Some(of) = is_of.filter(|_| mark.entry.removed_at.is_empty()) else {
                continue;
            };
            found.get_or_insert_with(of, Vec::new).push((*id, mark));
        }
        let standing = found.into_iter().filter_map(|(of, mut marks)| {
            marks.sort_by(|(a, x), (b, y)| {
                let made = |mark: &Mark| mark.entry.created_at.clone();
                (y.rank().cmp(&x.rank())).then_with(|| (made(x), a).cmp(&(made(y), b)))
            });
            let mut marks = marks.into_iter();
            let (id, mark) = marks.next()?;
            let beside = marks.collect();
            Some((of, Standing { id, mark, beside }))
        });
        standing.collect()
    }
}
