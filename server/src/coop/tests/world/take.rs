//! What a phone stores of a page, through the wire's own bytes.

use automerge::{Automerge, ReadDoc};
use besace_model::doc::genesis::Genesis;
use besace_model::ids::{CoopId, DocId};
use besace_model::wire::{DocName, DocUpdate, decode, encode};

use super::{Phone, START};
use crate::coop::Page;

impl Phone {
    /// Stores a page, through the wire's own bytes.
    pub(in crate::coop::tests) fn take(&mut self, coop: CoopId, page: Page) {
        self.pages += 1;
        let update = page.into_update(START);
        let update: besace_model::wire::Update = decode(&encode(&update)).unwrap();
        if update.restart {
            self.cursor = None;
        }
        for id in update.lost {
            self.docs.remove(&id);
        }
        for doc in update.docs {
            self.take_doc(coop, doc);
        }
        if update.cursor.is_some() {
            self.cursor = update.cursor;
        }
    }

    fn take_doc(&mut self, coop: CoopId, update: DocUpdate) {
        let id = match update.doc {
            DocName::Known(id) => id,
            DocName::Head(head) => {
                let id = head.id(coop);
                self.heads.insert(id, head);
                id
            }
        };
        let kind = self.heads.get(&id).expect("a head comes first").kind;
        if let Some(piece) = update.piece {
            let (snapshot, bytes) = self.pieces.entry(id).or_default();
            if *snapshot != piece.snapshot {
                (*snapshot, *bytes) = (piece.snapshot, Vec::new());
            }
            assert!(piece.offset as usize <= bytes.len(), "a gap in {id}");
            bytes.truncate(piece.offset as usize);
            bytes.extend(piece.bytes);
            if bytes.len() == piece.total as usize {
                let loaded = Automerge::load(bytes).unwrap();
                let doc = self
                    .docs
                    .entry(id)
                    .or_insert_with(|| Genesis::document(kind));
                doc.merge(&mut loaded.clone()).unwrap();
                self.pieces.remove(&id);
                self.leave_earlier(id);
            } else {
                assert!(update.changes.is_empty(), "changes before the last piece");
            }
        }
        let doc = self
            .docs
            .entry(id)
            .or_insert_with(|| Genesis::document(kind));
        for logged in update.changes {
            doc.load_incremental(&logged.change).unwrap();
            let change = automerge::Change::from_bytes(logged.change).unwrap();
            assert!(
                doc.get_change_by_hash(&change.hash()).is_some(),
                "dependencies first"
            );
        }
    }

    /// A document that is here whole takes the place of those it was rebuilt from.
    fn leave_earlier(&mut self, id: DocId) {
        let head = &self.heads[&id];
        let earlier = self.heads.iter().filter(|(_, known)| {
            (known.kind, known.owner, &known.key) == (head.kind, head.owner, &head.key)
                && known.generation < head.generation
        });
        for (id, _) in earlier {
            self.docs.remove(id);
        }
    }
}
