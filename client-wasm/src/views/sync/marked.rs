//! Fields to check and texts to read again, in all documents.

use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::kind::Record;
use besace_model::plain::Value;
use besace_model::record::Conflict;

use crate::digest;
use crate::entry::{label, shorten};
use crate::replica::settle::field_name;
use crate::store::RereadRow;
use crate::view::sync::{ConflictItem, RereadItem};
use crate::view::{Page, Place, Window};
use crate::views::{ViewReader, page};

impl<'a> ViewReader<'a> {
    /// Every field to check, with its document.
    pub(crate) fn all_conflicts(&self) -> Vec<(DocId, &'a DocHead, &'a Record, &'a Conflict)> {
        self.replica
            .docs
            .iter()
            .filter(|(_, doc)| doc.row.conflicts > 0)
            .filter_map(|(id, doc)| Some((id, &doc.row.head, doc.record()?)))
            .flat_map(|(id, head, record)| {
                record
                    .said()
                    .conflicts()
                    .iter()
                    .map(move |conflict| (id, head, record, conflict))
            })
            .collect()
    }

    pub(crate) fn conflict_items(&self, window: Window) -> Page<ConflictItem> {
        page(
            &self.all_conflicts(),
            window,
            |(id, head, record, conflict)| self.conflict_item(*id, head, record, conflict),
        )
    }

    pub(crate) fn conflict_item(
        &self,
        id: DocId,
        head: &DocHead,
        record: &Record,
        conflict: &Conflict,
    ) -> ConflictItem {
        let parts: Vec<&str> = conflict.path.split('/').collect();
        let (collection, key) = entry_of(head, &conflict.path);
        ConflictItem {
            conflict: self.conflict(id, conflict),
            label: entry_label(record, collection, key),
            owner: head.owner,
            owner_name: self.name(head.owner),
            place: Place::new(head, collection, key),
            may_settle: self.may_write(head, &parts),
        }
    }

    /// Every text that the reader is to read again, with its document.
    pub(crate) fn all_rereads(&self) -> Vec<(DocId, &'a DocHead, &'a RereadRow)> {
        let docs = self.replica.docs.iter();
        let all = docs.flat_map(|(id, doc)| {
            let rows = doc.row.rereads.iter();
            rows.map(move |row| (id, &doc.row.head, row))
        });
        let may_write = |head: &DocHead, row: &RereadRow| {
            let path: Vec<&str> = row.path.split('/').collect();
            self.may_write(head, &path)
        };
        all.filter(|(_, head, row)| !row.is_read && may_write(head, row))
            .collect()
    }

    pub(crate) fn reread_items(&self, window: Window) -> Page<RereadItem> {
        page(&self.all_rereads(), window, |(id, head, row)| {
            self.reread_item(*id, head, row)
        })
    }

    pub(crate) fn reread_item(&self, id: DocId, head: &DocHead, row: &RereadRow) -> RereadItem {
        let (collection, key) = entry_of(head, &row.path);
        let record = self.replica.docs.get(id).and_then(|doc| doc.record());
        RereadItem {
            reread: self.reread(id, head, row),
            label: record
                .map(|record| entry_label(record, collection, key))
                .unwrap_or_default(),
            owner: head.owner,
            owner_name: self.name(head.owner),
            place: Place::new(head, collection, key),
        }
    }
}

/// The entry that a path leads to: its collection and its key, both empty for a document of one entry.
fn entry_of<'p>(head: &DocHead, path: &'p str) -> (&'p str, &'p str) {
    let mut parts = path.split('/');
    match head.kind {
        kind if kind.is_one_entry() => ("", ""),
        _ => (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        ),
    }
}

/// What an entry of a record is, in its own words.
fn entry_label(record: &Record, collection: &str, key: &str) -> String {
    let content = digest::content(record);
    if key.is_empty() {
        return label(&Value::Object(content));
    }
    match content.get(collection).and_then(|map| map.get(key)) {
        Some(entry) if entry.as_object().is_some() => label(entry),
        // A text of its own, or one of a document that has but few fields.
        entry => {
            let text = entry.or_else(|| content.get(&field_name(key)));
            text.and_then(Value::as_text)
                .map_or_else(|| key.to_owned(), shorten)
        }
    }
}
