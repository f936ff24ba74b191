//! Work that waits for the relay, and work that it refused.

use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::plain::{self, Value};
use besace_model::time::Timestamp;

use super::typed::typed_text;
use crate::digest;
use crate::entry::{label, place_of_command};
use crate::outbox::Item;
use crate::store::{FromRow, RefusedRow};
use crate::view::sync::{RefusedItem, UnsentItem};
use crate::view::{Page, Place, Window};
use crate::views::{ViewReader, page};

impl ViewReader<'_> {
    pub(crate) fn unsent_items(&self, window: Window) -> Page<UnsentItem> {
        let all: Vec<&Item> = self.replica.outbox.items().collect();
        page(&all, window, |item| self.unsent_item(item))
    }

    pub(crate) fn unsent_item(&self, item: &Item) -> UnsentItem {
        let from = item.row.from.as_ref();
        UnsentItem {
            id: item.number,
            label: self.label_of(item.doc, &item.row.command, &item.entry),
            text: typed_text(&item.row.command),
            kind: item.row.head.kind,
            owner: item.row.head.owner,
            owner_name: self.name(item.row.head.owner),
            created_at: Timestamp(item.row.created_ms).rfc3339(),
            waits: self.replica.outbox.waits_for(item),
            place: place(&item.row.head, &item.row.command, from),
            from_name: from.map(|from| self.name(from.member)),
        }
    }

    /// What a command is about: the entry as it is shown, else the command's own words.
    fn label_of(&self, doc: DocId, command: &str, key: &str) -> String {
        let record = self.replica.docs.get(doc).and_then(|doc| doc.record());
        let content = record.map(digest::content).unwrap_or_default();
        let entry = content.values().find_map(|part| part.get(key));
        let shown = entry.map(label).filter(|label| !label.is_empty());
        let typed = || {
            let command = Value::parse(command.as_bytes()).ok()?;
            let parts = command.as_object()?.values().map(label);
            Some(label(&command))
                .into_iter()
                .chain(parts)
                .find(|label| !label.is_empty())
        };
        shown
            .or_else(typed)
            .unwrap_or_else(|| label(&Value::Object(content)))
    }

    pub(crate) fn refused_items(&self, window: Window) -> Page<RefusedItem> {
        let mut all: Vec<(u32, &RefusedRow)> = self
            .replica
            .refused
            .iter()
            .map(|(number, row)| (*number, row))
            .collect();
        all.sort_by_key(|(number, row)| std::cmp::Reverse((row.refused_ms, *number)));
        page(&all, window, |(number, row)| {
            self.refused_item(*number, row)
        })
    }

    fn refused_item(&self, number: u32, row: &RefusedRow) -> RefusedItem {
        RefusedItem {
            id: number,
            command: plain::from_json(row.command.as_bytes()).ok(),
            text: typed_text(&row.command),
            kind: row.head.kind,
            owner: row.head.owner,
            owner_name: self.name(row.head.owner),
            created_at: Timestamp(row.created_ms).rfc3339(),
            refused_at: Timestamp(row.refused_ms).rfc3339(),
            code: row.code,
            path: row.path.clone(),
            barred: row.barred,
            place: place(&row.head, &row.command, row.from.as_ref()),
            from_name: row.from.as_ref().map(|from| self.name(from.member)),
        }
    }
}

/// Where something is shown: what was done here, or what another phone handed over.
fn place(head: &DocHead, command: &str, from: Option<&FromRow>) -> Option<Place> {
    match from {
        Some(from) => Some(Place::new(head, &from.collection, &from.entry)),
        None => place_of_command(head, command),
    }
}
