//! Documents that the relay rebuilt without their history: several generations may be here for a moment, one of them stands.

use besace_model::head::DocHead;
use besace_model::ids::DocId;

use super::Docs;

impl Docs {
    /// Notes that a document took the place of another.
    pub(super) fn note_generation(&mut self, id: DocId, head: &DocHead) {
        if head.generation > 0 && !self.rebuilt.contains(&id) {
            self.rebuilt.push(id);
        }
    }

    /// The head of the document that now stands for one: the last generation of which there is any content.
    #[must_use]
    pub fn last<'a>(&'a self, head: &'a DocHead) -> &'a DocHead {
        let rebuilt = self.rebuilt.iter().filter_map(|id| self.all.get(id));
        let standing = rebuilt.filter(|doc| doc.has_content());
        let same = standing.map(|doc| &doc.row.head);
        same.filter(|known| is_same(known, head))
            .fold(head, |last, known| {
                if known.generation > last.generation {
                    known
                } else {
                    last
                }
            })
    }

    /// The earlier generations of a document that are here yet.
    #[must_use]
    pub fn earlier(&self, head: &DocHead) -> Vec<DocId> {
        let is_earlier =
            |known: &DocHead| known.generation < head.generation && is_same(known, head);
        let earlier = self.all.iter().filter(|(_, doc)| is_earlier(&doc.row.head));
        earlier.map(|(id, _)| *id).collect()
    }
}

/// Whether two heads name generations of one document.
fn is_same(one: &DocHead, other: &DocHead) -> bool {
    one.kind == other.kind && one.owner == other.owner && one.key == other.key
}
