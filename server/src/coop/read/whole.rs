//! One whole document: its snapshot in pieces, then the changes after it.

use besace_model::limits::PIECE_BYTES_MAX;
use besace_model::wire::{DocName, DocUpdate, Piece};

use super::{ENVELOPE_BYTES, Filler};
use crate::coop::cursor::Spot;
use crate::coop::page::logged;
use crate::store::docs::{DocMeta, DocRow};
use crate::store::{StoreError, log, snapshots};

/// The least room worth starting a piece in.
const PIECE_BYTES_MIN: usize = 4 * 1024;

impl Filler<'_> {
    /// One whole document, or as much as there is room for: the spot to resume at.
    pub(super) fn whole(
        &mut self,
        doc: &DocMeta,
        mut spot: Spot,
    ) -> Result<Option<Spot>, StoreError> {
        if self.is_full() {
            return Ok(Some(spot));
        }
        let Some(upto) = self.served(doc.row)? else {
            return Ok(Some(spot));
        };
        let mut update = DocUpdate {
            doc: DocName::Head(doc.head.clone()),
            piece: None,
            changes: Vec::new(),
        };
        if let Some(snapshot) = snapshots::find(self.conn, doc.row)? {
            let sent_without = spot.snapshot == 0 && spot.seq > 0;
            if spot.snapshot != snapshot.id && !sent_without {
                spot.snapshot = snapshot.id;
                spot.offset = 0;
                spot.seq = snapshot.upto_seq;
            }
            if !sent_without && spot.offset < snapshot.total {
                let wanted = (snapshot.total - spot.offset) as usize;
                let room = self
                    .room
                    .saturating_sub(ENVELOPE_BYTES)
                    .min(PIECE_BYTES_MAX);
                if room < wanted && room < PIECE_BYTES_MIN && !self.is_empty() {
                    return Ok(Some(spot));
                }
                let length = wanted.min(room.max(1));
                let bytes = snapshots::piece(self.conn, snapshot.id, spot.offset, length)?;
                self.spend(bytes.len());
                update.piece = Some(Piece {
                    snapshot: snapshot.id,
                    offset: spot.offset,
                    total: snapshot.total,
                    bytes,
                });
                spot.offset += length as u32;
                if spot.offset < snapshot.total {
                    self.page.docs.push(update);
                    return Ok(Some(spot));
                }
                // From here on the log serves, whatever snapshot replaces this one.
                spot.snapshot = 0;
            }
        }
        let stopped = self.changes_after(doc.row, spot.seq, upto, &mut update)?;
        if update.piece.is_some() || !update.changes.is_empty() {
            self.page.docs.push(update);
        }
        Ok(stopped.map(|seq| Spot { seq, ..spot }))
    }

    /// Changes of a document after a place; the last one sent, when there was no room for all.
    fn changes_after(
        &mut self,
        doc: DocRow,
        after: u64,
        upto: u64,
        update: &mut DocUpdate,
    ) -> Result<Option<u64>, StoreError> {
        let mut last = after;
        let mut stopped = false;
        let (now, mut room, mut empty) = (self.ask.now, self.room, self.is_empty());
        empty &= update.piece.is_none();
        log::changes_of(self.conn, doc, after, upto, |change| {
            let cost = change.bytes.len() + ENVELOPE_BYTES / 4;
            if cost > room && !empty {
                stopped = true;
                return false;
            }
            room = room.saturating_sub(cost);
            empty = false;
            last = change.seq;
            update.changes.push(logged(change, now));
            true
        })?;
        self.room = room.saturating_sub(ENVELOPE_BYTES);
        Ok(stopped.then_some(last))
    }
}
