//! What of a kind's documents stands in another kind's now.

use crate::admission::DocIndex;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::plain;

/// What of a kind's documents stands in another kind's now.
#[derive(Debug, Clone, Copy)]
pub struct Moved {
    /// The top-level map it stood in.
    pub from: &'static str,
    /// The fields of that map, with their names now; all entries where there are none.
    pub fields: &'static [(&'static str, &'static str)],
    /// The kind whose documents, of the same owner and key, it stands in.
    pub to: Kind,
    /// Their top-level map.
    pub into: &'static str,
}

impl Moved {
    /// The kinds of which something moved, with a number that is another one once something else did.
    pub fn all() -> impl Iterator<Item = (Kind, u64)> {
        let kinds = Kind::ALL.iter();
        let moved = kinds.map(|kind| (*kind, kind.spec().map_or(&[][..], |spec| spec.moved)));
        let some = moved.filter(|(_, moved)| !moved.is_empty());
        some.map(|(kind, moved)| (kind, moved.iter().fold(0, |all, it| it.number() ^ all)))
    }

    /// Whether a document may hold something of what moved, by its index: whole fields are not told apart there.
    #[must_use]
    pub fn may_be_in(index: &DocIndex) -> bool {
        let moved = index.head().kind.spec().map_or(&[][..], |spec| spec.moved);
        let mut moved = moved.iter();
        moved.any(|moved| !moved.fields.is_empty() || index.has_entries(moved.from))
    }

    fn number(self) -> u64 {
        let names = [(self.from, u64::from(self.to.number())), (self.into, 0)];
        let fields = self.fields.iter();
        let fields = fields.fold(0, |all, (before, now)| {
            all ^ plain::shape(&[(before, 0), (now, 0)])
        });
        plain::shape(&names) ^ fields
    }

    /// Where something stands now that stood at a path; `None` for what did not move.
    pub(super) fn of(self, path: &[String]) -> Option<Vec<String>> {
        let (map, below) = path.split_first()?;
        let (key, deeper) = below.split_first()?;
        if map != self.from {
            return None;
        }
        let name = if self.fields.is_empty() {
            key
        } else {
            self.fields.iter().find(|(before, _)| before == key)?.1
        };
        let now = [self.into.to_owned(), name.to_owned()];
        Some(now.into_iter().chain(deeper.iter().cloned()).collect())
    }
}

/// The documents in which the entries of one stood before they moved.
pub fn before(head: &DocHead) -> impl Iterator<Item = (DocHead, &'static Moved)> + '_ {
    let kinds = Kind::ALL.iter();
    let moved = kinds.flat_map(|kind| {
        let moved = kind.spec().map_or(&[][..], |spec| spec.moved);
        moved.iter().map(|moved| (*kind, moved))
    });
    let here = moved.filter(|(_, moved)| moved.to == head.kind && moved.fields.is_empty());
    here.map(|(kind, moved)| {
        let before = DocHead {
            kind,
            generation: 0,
            ..head.clone()
        };
        (before, moved)
    })
}
