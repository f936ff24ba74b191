//! A snapshot comes in pieces.

use besace_model::ids::DocId;
use besace_model::wire::Piece;

use crate::replica::Replica;
use crate::store::{self, Batch, Download, PIECES};

impl Replica {
    /// Keeps a piece; the whole snapshot once it is there. A piece that does not follow waits for those before it.
    pub(in crate::replica) fn take_piece(
        &mut self,
        id: DocId,
        piece: Piece,
        batch: &mut Batch,
    ) -> Option<Vec<u8>> {
        let doc = self.docs.get_mut(id)?;
        let same = doc
            .row
            .download
            .is_some_and(|under_way| under_way.snapshot == piece.snapshot);
        if !same {
            for offset in std::mem::take(&mut doc.pieces).into_keys() {
                batch.delete(PIECES, store::part_key(id, offset));
            }
        }
        let have = if same { doc.row.download?.have } else { 0 };
        if piece.offset > have || piece.offset as usize + piece.bytes.len() > piece.total as usize {
            return None;
        }
        let end = piece.offset + piece.bytes.len() as u32;
        doc.pieces.split_off(&piece.offset);
        if piece.offset == 0 && end == piece.total {
            return Some(piece.bytes);
        }
        batch.put(
            PIECES,
            store::part_key(id, piece.offset),
            piece.bytes.clone(),
        );
        doc.pieces.insert(piece.offset, piece.bytes);
        doc.row.download = Some(Download {
            snapshot: piece.snapshot,
            total: piece.total,
            have: end,
        });
        if end < piece.total {
            doc.write_row(id, batch);
            return None;
        }
        Some(doc.pieces.values().flatten().copied().collect())
    }
}
