//! What an entry carries beside its fields: how far it has travelled, and who may write it.

use besace_model::access::Belongs;
use besace_model::doc::rules::Rules;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, Ulid};
use besace_model::kind::{Record, Said};
use besace_model::record::{Conflict, Entry};
use besace_model::sorted::SortedMap;
use besace_model::time::Timestamp;

use super::ViewReader;
use crate::base::Base;
use crate::kinds;
use crate::view::{Info, RecordState};

impl ViewReader<'_> {
    pub(crate) fn may_write(&self, head: &DocHead, path: &[&str]) -> bool {
        let record = self.record(head);
        if record.is_some_and(|record| kinds::is_closed(record, head, path)) {
            return false;
        }
        let said = record.map(Record::said);
        let belongs = Belongs {
            creator: said.and_then(Said::creator),
            holder: said.and_then(|said| said.holder(path)),
        };
        Rules::of(head.kind).may_write(head, &self.replica.grants, belongs, path)
    }

    /// How far an entry has travelled.
    pub(crate) fn state(&self, doc: DocId, entry: &str) -> RecordState {
        if let Some(by) = self.handed_by(doc, entry) {
            return RecordState::Handed {
                by_name: self.name(by),
            };
        }
        if self.pending.contains(&(doc, entry)) {
            return RecordState::OnPhone;
        }
        if let Some(item) = self.refused.get(&(doc, entry.to_owned()))
            && let Some(row) = self.replica.refused.get(item)
        {
            return RecordState::Refused {
                code: row.code,
                item: *item,
            };
        }
        let received = self
            .replica
            .docs
            .get(doc)
            .and_then(|doc| doc.row.received.get(entry));
        RecordState::Received {
            at: received.map(|ms| Timestamp(*ms).rfc3339()),
        }
    }

    /// What an entry carries beside its fields. `path` is its collection and a field that says who may write it.
    pub(crate) fn info(
        &self,
        head: &DocHead,
        (collection, field): (&str, &str),
        id: Ulid,
        entry: &Entry,
        conflicts: &[Conflict],
    ) -> Info {
        let key = id.to_string();
        let doc = self.doc_id(head);
        let conflicts = conflicts
            .iter()
            .filter(|conflict| {
                let mut parts = conflict.path.split('/');
                parts.next() == Some(collection) && parts.next() == Some(key.as_str())
            })
            .map(|conflict| self.conflict(doc, conflict))
            .collect();
        Info {
            id,
            path: format!("{doc}:{collection}/{key}"),
            state: self.state(doc, &key),
            may_edit: self.may_write(head, &[collection, &key, field]),
            conflicts,
            rereads: self.rereads(head, &format!("{collection}/{key}/")),
            base: self.base(head),
            created_by: entry.created_by,
            created_by_name: entry.created_by.map(|by| self.name(by)).unwrap_or_default(),
            created_at: entry.created_at.clone(),
            updated_at: entry.updated_at.clone(),
            removed_at: entry.removed_at.clone(),
        }
    }

    /// The state of a document that its record was read from.
    pub(crate) fn base(&self, head: &DocHead) -> String {
        let doc = self.replica.docs.get(self.doc_id(head));
        doc.map(|doc| Base::new(&doc.row.heads).to_string())
            .unwrap_or_default()
    }
}

/// Whether an entry stands.
pub(crate) fn stands(entry: &Entry) -> bool {
    entry.removed_at.is_empty()
}

/// The entries that stand, in order of making.
pub(crate) fn live<T>(all: &SortedMap<Ulid, T>, entry: impl Fn(&T) -> &Entry) -> Vec<(Ulid, &T)> {
    all.iter()
        .filter(|(_, one)| stands(entry(one)))
        .map(|(id, one)| (*id, one))
        .collect()
}
