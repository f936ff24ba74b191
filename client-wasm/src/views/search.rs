//! Search over everything on the phone, what is not sent yet included.

use std::collections::BTreeMap;

use besace_model::ids::{DocId, MemberId};
use besace_model::kind::Kind;
use besace_model::plain::Object;
use besace_model::words::{self, Folded};

use super::{ViewReader, page};
use crate::digest::content;
use crate::docs::Doc;
use crate::kinds;
use crate::search::{Searched, line_with};
use crate::view::search::{FoundKind, FoundRow};
use crate::view::{Place, Window};

/// An entry that was found.
#[derive(Clone, Copy)]
struct Found<'a> {
    /// Whether it is called so.
    is_called: bool,
    at: &'a str,
    id: DocId,
    doc: &'a Doc,
    entry: &'a Searched,
}

impl<'a> ViewReader<'a> {
    /// Entries in which all of some words stand, in one kind or in each; of each kind the rows of a window. No words find
    /// nothing: the phone only prepares to be searched.
    pub(crate) fn search(
        &self,
        wanted: &str,
        kind: Option<Kind>,
        window: Window,
    ) -> Vec<FoundKind> {
        let wanted = words::fold(wanted);
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let mut owners: BTreeMap<MemberId, Folded> = BTreeMap::new();
        let mut found: BTreeMap<Kind, Vec<Found<'a>>> = BTreeMap::new();
        for (id, doc) in self.replica.docs.iter() {
            let (head, entries) = (&doc.row.head, doc.searched());
            if wanted.is_empty() || kind.is_some_and(|kind| kind != head.kind) {
                continue;
            }
            let owner = owners
                .entry(head.owner)
                .or_insert_with(|| Folded::of(&self.owner_name(head.owner)));
            for entry in entries {
                let is_in = |word: &&str| entry.has(word) || owner.has(word);
                if wanted.iter().all(is_in) && self.is_found(doc, entry) {
                    found.entry(head.kind).or_default().push(Found {
                        is_called: wanted.iter().all(|word| entry.is_called(word)),
                        at: &entry.at,
                        id,
                        doc,
                        entry,
                    });
                }
            }
        }
        let found = found.into_iter().map(|(kind, mut found)| {
            found.sort_by(|a, b| {
                let key = |it: &Found<'a>| (it.is_called, it.at, it.id);
                key(b).cmp(&key(a))
            });
            let mut contents = BTreeMap::new();
            let rows = page(&found, window, |it| *it);
            let rows = rows.map(|it| self.found_row(it, &wanted, &mut contents));
            FoundKind { kind, rows }
        });
        found.collect()
    }

    fn found_row(
        &self,
        found: Found<'_>,
        wanted: &[&str],
        contents: &mut BTreeMap<DocId, Object>,
    ) -> FoundRow {
        let Found { id, doc, entry, .. } = found;
        let head = &doc.row.head;
        let line = match doc.record() {
            Some(record) if !found.is_called => {
                let content = contents.entry(id).or_insert_with(|| content(record));
                line_with(head.kind, content, entry, wanted)
            }
            _ => String::new(),
        };
        FoundRow {
            label: entry.label.clone(),
            line,
            owner_name: self.owner_name(head.owner),
            at: entry.at.clone(),
            state: self.state(id, &entry.key),
            place: Place::new(head, &entry.collection, &entry.key),
        }
    }

    fn is_found(&self, doc: &Doc, entry: &Searched) -> bool {
        let record = doc.record();
        record.is_some_and(|record| kinds::is_found(record, self, &doc.row.head, &entry.key))
    }

    /// Whose a document is, unless it is one's own: of what is the cooperative's, the relay has no name.
    fn owner_name(&self, owner: MemberId) -> String {
        if owner == self.me_id() {
            return String::new();
        }
        self.name(owner)
    }
}
