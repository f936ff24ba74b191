//! What others did is noted for "while you were away", and leaves with its document.

use besace_model::head::DocHead;
use besace_model::ids::{DocId, MemberId};
use besace_model::kind::Kind;
use besace_model::plain::{self, Object};
use besace_model::sorted::SortedSet;
use besace_model::time::Timestamp;

use crate::api::Topic;
use crate::digest::{self, AWAY_MAX};
use crate::replica::Replica;
use crate::store::{self, AWAY, Batch};
use crate::view::sync::AwayItem;

impl Replica {
    /// Notes what others did for "while you were away", and when entries were received.
    pub(super) fn tell_away(
        &mut self,
        id: DocId,
        head: &DocHead,
        before: &Object,
        by: Option<MemberId>,
        relay_now: Timestamp,
        batch: &mut Batch,
    ) {
        if !self.meta.complete {
            return;
        }
        let Some(after) = self.docs.get(id).and_then(|doc| doc.record()) else {
            return;
        };
        let mine = self.written_here(id);
        let told = digest::compare(head, before, after, by, &mine, relay_now);
        if let Some(doc) = self.docs.get_mut(id) {
            let at = doc.row.received.get("").copied().unwrap_or(relay_now.0);
            for (entry, _) in &told {
                doc.row.received.insert(entry.clone(), at);
            }
            doc.write_row(id, batch);
        }
        for (_, item) in told {
            let Some(item) = item.filter(|item| item.by != Some(self.member)) else {
                continue;
            };
            let item = AwayItem {
                doc: Some(id.to_string()),
                ..item
            };
            let number = self.next_number();
            let row = plain::to_json(&item).into_bytes();
            batch.put(AWAY, store::number_key(number), row);
            self.away.insert(number, item);
            self.topics.insert(Topic::Away);
        }
        while self.away.len() > AWAY_MAX {
            if let Some((number, _)) = self.away.pop_first() {
                batch.delete(AWAY, store::number_key(number));
            }
        }
    }

    /// What was told of a document leaves with it; of items that do not say their document, those of its kind.
    pub(super) fn forget_told(&mut self, id: DocId, kind: Kind, batch: &mut Batch) {
        let doc = id.to_string();
        let is_of_it = |item: &AwayItem| match &item.doc {
            Some(of) => *of == doc,
            None => item.kind == kind,
        };
        let told = self.away.iter().filter(|(_, item)| is_of_it(item));
        for number in told.map(|(number, _)| *number).collect::<Vec<_>>() {
            self.away.remove(&number);
            batch.delete(AWAY, store::number_key(number));
            self.topics.insert(Topic::Away);
        }
    }

    /// The entries of a document this phone wrote to: pending, or since "while you were away" was last looked at.
    fn written_here(&self, id: DocId) -> SortedSet<String> {
        let since = self.meta.away_seen_ms.unwrap_or_default();
        let head = self.docs.get(id).map(|doc| &doc.row.head);
        let sent = self
            .outbox
            .sent()
            .filter(|(_, row)| Some(&row.head) == head && row.created_ms >= since)
            .map(|(_, row)| crate::entry::entry_key(&row.command));
        self.outbox
            .of(id)
            .filter(|item| item.row.from.is_none())
            .map(|item| item.entry.clone())
            .chain(sent)
            .collect()
    }
}
