//! The state of sync, refused items, fields to check, "while you were away".

use besace_model::head::DocHead;
use besace_model::ids::{DocId, MemberId};
use besace_model::kind::Record;
use besace_model::plain::{self, Value};
use besace_model::record::Conflict;
use besace_model::session::phone::Standing;
use besace_model::time::Timestamp;

use super::{ViewReader, page};
use crate::digest;
use crate::entry::{entry_key, label, place_of_command, shorten};
use crate::outbox::Item;
use crate::replica::settle::field_name;
use crate::store::{RefusedRow, RereadRow};
use crate::view::sync::{
    AwayView, ConflictItem, LinkState, RefusedItem, RereadItem, SetAside, SyncView, UnsentItem,
};
use crate::view::{Page, Place, Window};

impl<'a> ViewReader<'a> {
    pub(crate) fn sync(&self) -> SyncView {
        let replica = self.replica;
        let instant = |ms: i64| Timestamp(ms).rfc3339();
        let contact = replica.heard.map(|at| at.0).or(replica.meta.contact_ms);
        let standing = replica.phone.standing();
        SyncView {
            link: match standing {
                Standing::Down => LinkState::Offline,
                Standing::Connecting => LinkState::Connecting,
                Standing::Live => LinkState::Online,
                Standing::OneShot => LinkState::OneShot,
                Standing::Stopped(_) => LinkState::Stopped,
            },
            unsent: replica.outbox.unsent() as u32,
            saving: replica.outbox.saving() as u32,
            refused: replica.refused.len() as u32,
            conflicts: replica.docs.iter().map(|(_, doc)| doc.row.conflicts).sum(),
            rereads: self.all_rereads().len() as u32,
            away: replica.away.len() as u32,
            last_contact_at: contact.map(instant).unwrap_or_default(),
            next_try_at: replica
                .phone
                .retry_at()
                .map(|at| replica.clock.wall_at(at).rfc3339())
                .unwrap_or_default(),
            docs: replica.docs.len() as u32,
            remaining: replica.meta.remaining,
            first_download: !replica.meta.complete,
            problem: match standing {
                Standing::Stopped(code) => Some(code),
                _ => replica.barred,
            },
            clock_skew_ms: replica.meta.skew_ms,
            unreadable_rows: replica.unreadable_rows,
            storage_failed: replica.saver.failed,
            restarts: replica.meta.restarts,
            set_aside: self.set_aside(),
        }
    }

    fn set_aside(&self) -> Vec<SetAside> {
        let replica = self.replica;
        let known = replica.docs.aside().keys();
        known
            .filter_map(|id| Some((*id, &replica.docs.get(*id)?.row.head)))
            .map(|(id, head)| {
                let waiting = || replica.outbox.of(id);
                let typed: Vec<_> = waiting().map(|it| typed_text(&it.row.command)).collect();
                SetAside {
                    doc: id.to_string(),
                    kind: head.kind,
                    owner: head.owner,
                    owner_name: self.name(head.owner),
                    key: head.key.clone(),
                    waiting: typed.len() as u32,
                    text: typed.join("\n\n"),
                }
            })
            .collect()
    }

    pub(crate) fn unsent_items(&self, window: Window) -> Page<UnsentItem> {
        let all: Vec<&Item> = self.replica.outbox.items().collect();
        page(&all, window, |item| UnsentItem {
            id: item.number,
            label: self.label_of(item.doc, &item.row.command),
            text: typed_text(&item.row.command),
            kind: item.row.head.kind,
            owner: item.row.head.owner,
            owner_name: self.name(item.row.head.owner),
            created_at: Timestamp(item.row.created_ms).rfc3339(),
            waits: self.replica.outbox.waits_for(item),
            place: place_of_command(&item.row.head, &item.row.command),
        })
    }

    /// What a command is about: the entry as it is shown, else the command's own words.
    fn label_of(&self, doc: DocId, command: &str) -> String {
        let key = entry_key(command);
        let record = self.replica.docs.get(doc).and_then(|doc| doc.record());
        let content = record.map(digest::content).unwrap_or_default();
        let entry = content.values().find_map(|part| part.get(&key));
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
            place: place_of_command(&row.head, &row.command),
        }
    }

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

    pub(crate) fn away(&self, window: Window) -> AwayView {
        let all: Vec<_> = self.replica.away.values().rev().collect();
        AwayView {
            since: self
                .replica
                .meta
                .away_seen_ms
                .map(|ms| Timestamp(ms).rfc3339())
                .unwrap_or_default(),
            items: page(&all, window, |item| {
                let mut item = (*item).clone();
                item.by_name = item
                    .by
                    .filter(|by| *by != MemberId::RELAY)
                    .map(|by| self.name(by))
                    .unwrap_or_default();
                item
            }),
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

/// Everything typed in a command, one field a line, identifiers left out.
fn typed_text(command: &str) -> String {
    fn collect(value: &Value, name: &str, lines: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                // `entry` only names what something is done to.
                for (key, value) in map.iter().filter(|(key, _)| *key != "entry") {
                    collect(value, key, lines);
                }
            }
            Value::List(all) => {
                for value in all {
                    collect(value, name, lines);
                }
            }
            Value::Text(text) if !text.is_empty() && !is_identifier(name, text) => {
                lines.push(text.clone());
            }
            Value::Number(number) => lines.push(number.to_string()),
            _ => {}
        }
    }
    let mut lines = Vec::new();
    if let Ok(value) = Value::parse(command.as_bytes()) {
        collect(&value, "", &mut lines);
    }
    lines.join("\n")
}

fn is_identifier(name: &str, text: &str) -> bool {
    matches!(name, "type" | "contentSha256" | "strokes")
        || text.parse::<besace_model::ids::Ulid>().is_ok()
}

#[cfg(test)]
mod tests {
    use besace_model::command::{Command, EntryRef};
    use besace_model::ids::{MemberId, Ulid};

    use super::*;
    use crate::entry::command_json;

    #[test]
    fn a_removal_says_nothing_that_somebody_typed() {
        let head = DocHead::coaching_log(MemberId(Ulid([7; 16])));
        let entry = EntryRef::new(head, "goals", Ulid([8; 16]));
        let command = Command::remove(entry, true);
        assert_eq!(typed_text(&command_json(&command)), "");
    }
}
