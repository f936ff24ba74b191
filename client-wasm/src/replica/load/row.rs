//! One row of the disk becomes what the replica knows.

use besace_model::ids::DocId;
use besace_model::plain;

use crate::api::Row;
use crate::aside::Mark;
use crate::outbox::Item;
use crate::replica::Replica;
use crate::store::{
    self, APPLYING, ASIDE, AWAY, Batch, CHANGES, DOCS, META, OUTBOX, PIECES, RECORDS, REFUSED,
    SENT, SNAPSHOTS,
};

impl Replica {
    pub(super) fn load_row(&mut self, row: Row, batch: &mut Batch) -> Option<()> {
        let Row { store, key, value } = row;
        let number = || key.parse::<u32>().ok();
        match store.as_str() {
            META => self.meta = store::from_cbor(&value)?,
            DOCS => {
                let id: DocId = key.parse().ok()?;
                let row: store::DocRow = store::from_cbor(&value)?;
                if row.head.id(self.coop) != id {
                    return None;
                }
                self.docs.put_row(id, row);
            }
            RECORDS => self
                .docs
                .get_mut(key.parse().ok()?)?
                .set_stored_record(value),
            SNAPSHOTS => self.docs.get_mut(key.parse().ok()?)?.snapshot = value,
            CHANGES => {
                let (id, number) = store::parse_part(&key)?;
                let doc = self.docs.get_mut(id)?;
                doc.changes.insert(number, value);
                doc.row.next_change = doc.row.next_change.max(number + 1);
            }
            PIECES => {
                let (id, offset) = store::parse_part(&key)?;
                self.docs.get_mut(id)?.pieces.insert(offset, value);
            }
            OUTBOX => {
                let row: store::ItemRow = store::from_cbor(&value)?;
                let id = row.head.id(self.coop);
                self.docs.get_or_make(id, &row.head);
                self.outbox.add(Item {
                    number: number()?,
                    doc: id,
                    entry: row.entry(),
                    row,
                    saved: true,
                    in_flight: false,
                    needs: 0,
                });
            }
            SENT => self.outbox.add_sent(number()?, store::from_cbor(&value)?),
            REFUSED => {
                let row: store::RefusedRow = store::from_cbor(&value)?;
                if let Some((last, earlier)) = row.was.split_last() {
                    self.note_gone(earlier, *last, &row.base);
                }
                self.refused.insert(number()?, row);
            }
            AWAY => {
                self.away.insert(number()?, plain::from_json(&value).ok()?);
            }
            ASIDE => self.keep_aside(key.parse().ok()?, store::from_cbor(&value)?),
            APPLYING => self.set_aside(Mark::read(&value)?, batch),
            _ => return None,
        }
        Some(())
    }
}

/// The number of an item in the row of one.
pub(super) fn numbered(row: &Row) -> Option<u32> {
    let is_item = [OUTBOX, SENT, REFUSED, AWAY].contains(&row.store.as_str());
    row.key.parse().ok().filter(|_| is_item)
}
