//! What goes wrong with a file, on purpose.

use besace_model::admission::commit_hash;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::time::Timestamp;

use crate::coop::writing::NewCommit;
use crate::coop::{Coop, Published};
use crate::store::docs;

impl Coop {
    /// Makes the changes of a document unreadable, as a failing disk would.
    pub(crate) fn spoil_log(&self, doc: DocId) {
        let spoil = "UPDATE log SET change = x'00' WHERE doc = (SELECT id FROM doc WHERE doc = ?1)";
        let spoiled = self.store.conn().execute(spoil, [doc.0]);
        assert!(
            spoiled.is_ok_and(|rows| rows > 0),
            "there is nothing to spoil"
        );
    }

    /// Lets the file grow no further, as on a full disk, or again as far as it likes.
    pub(crate) fn limit_pages(&self, full: bool) {
        let conn = self.store.conn();
        let pages = if full { 1 } else { u32::MAX - 1 };
        // SQLite never goes below what the file has.
        let limited = conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()));
        assert!(limited.is_ok());
    }

    /// Makes a document's snapshot unreadable.
    pub(crate) fn spoil_snapshot(&self, doc: DocId) {
        let spoil =
            "UPDATE snapshot SET bytes = x'00' WHERE doc = (SELECT id FROM doc WHERE doc = ?1)";
        assert!(
            self.store
                .conn()
                .execute(spoil, [doc.0])
                .is_ok_and(|rows| rows > 0)
        );
    }

    /// Takes in a change unseen, as a hole in the gate would.
    pub(crate) fn let_through(
        &mut self,
        now: Timestamp,
        head: &DocHead,
        change: Vec<u8>,
    ) -> Published {
        let id = head.id(self.id());
        let people = self.people();
        let device = people.device(self.row.relay_device).map_or(0, |it| it.row);
        let written = self.write(now, |inside| {
            let doc = match docs::find(inside.writing.conn, id)? {
                Some(doc) => doc,
                None => inside.writing.create(id, head)?,
            };
            inside.indexes.forget(doc.row);
            Ok(inside.writing.append(NewCommit {
                doc: &doc,
                device,
                hash: commit_hash(&change),
                signature: Some(&[0; 64]),
                change,
                follows: u64::MAX,
                submission: Some(0),
            })?)
        });
        assert!(written.is_ok(), "a file in order takes it");
        written.map(|(_, published)| published).unwrap_or_default()
    }
}
