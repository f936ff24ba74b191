//! A change is accepted.

use besace_model::admission::session_of;
use besace_model::ids::{CommitHash, DocId};
use besace_model::wire::Receipt;

use crate::docs::Unreadable;
use crate::replica::Replica;
use crate::store::Batch;

impl Replica {
    /// An item becomes part of what the relay accepted.
    pub(super) fn accepted(&mut self, number: u32, receipt: Receipt, batch: &mut Batch) {
        let Some(item) = self.outbox.remove(number) else {
            return;
        };
        let (id, head) = (item.doc, item.row.head.clone());
        // Work of before, said again to a relay that started over, may be of a document that is no longer read here.
        if self.docs.get(id).is_none() && !self.grants.reads(head.audience()) {
            return self.outbox.accept(item, receipt, batch);
        }
        let life = self.meta.life;
        let doc = self.docs.get_or_make(id, &head);
        doc.meet(id, life, batch);
        doc.append(id, item.row.change.clone(), batch);
        doc.row.received.insert(item.entry.clone(), receipt.at.0);
        let session = session_of(&item.row.change).map(Into::into);
        // What another phone handed over is of a session of its own.
        if item.row.from.is_none() && session != doc.row.spare {
            doc.row.session = session;
        }
        doc.write_row(id, batch);
        let is_recorded = doc.is_recorded();
        self.touch(head.kind);
        self.outbox.accept(item, receipt, batch);
        if !is_recorded {
            // The relay does not send back what this phone pushed.
            self.record(id, batch);
        }
    }

    /// The relay accepted a change of which the command was made again meanwhile.
    pub(super) fn accepted_late(
        &mut self,
        id: DocId,
        hash: &CommitHash,
        receipt: Receipt,
        batch: &mut Batch,
    ) {
        let Some(row) = self.outbox.take_replaced(hash) else {
            return;
        };
        let change = row.change.clone();
        // Of the two it alone may be what a restored relay is given again.
        let number = self.next_number();
        self.outbox.keep_sent(number, row, receipt, batch);
        let life = self.meta.life;
        let Some(doc) = self.docs.get_mut(id) else {
            return;
        };
        doc.meet(id, life, batch);
        doc.append(id, change, batch);
        let kind = doc.row.head.kind;
        self.docs.unload(id);
        self.record(id, batch);
        self.touch(kind);
    }

    /// Makes a document's record from its content and what is pending.
    fn record(&mut self, id: DocId, batch: &mut Batch) {
        let read = self.reading(id, None, |it| {
            it.docs.shown(id, it.outbox.of(id))?;
            it.docs.write_record(id, batch);
            Ok::<_, Unreadable>(())
        });
        if read.is_err() {
            self.ask_again(id, batch);
        }
    }
}
