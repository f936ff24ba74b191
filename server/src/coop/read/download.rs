//! Whole documents, shelf by shelf, from a spot on.

use super::Filler;
use crate::coop::cursor::{Spot, Stage};
use crate::coop::shelves::next_whole;
use crate::store::StoreError;

impl Filler<'_> {
    /// Whole documents, from a spot on.
    pub(super) fn download(
        &mut self,
        at: Spot,
        mut left: u32,
    ) -> Result<Option<Stage>, StoreError> {
        let mut resume = Some(at);
        for (rank, audience, kind) in self.shelves() {
            if (rank, audience, kind.number()) < (at.rank, at.audience, at.kind) {
                continue;
            }
            let here = (rank, audience, kind.number()) == (at.rank, at.audience, at.kind);
            let mut spot = match resume.take() {
                Some(spot) if here => spot,
                _ => Spot {
                    rank,
                    audience,
                    kind: kind.number(),
                    ..Spot::default()
                },
            };
            let held = self.has(audience, kind).then_some(self.from);
            let (conn, upto) = (self.conn, self.upto);
            let next = |first| next_whole(conn, (audience, kind), first, held, upto);
            while let Some(doc) = next(spot.doc)? {
                if doc.row != spot.doc {
                    spot = Spot {
                        rank,
                        audience,
                        kind: kind.number(),
                        doc: doc.row,
                        ..Spot::default()
                    };
                }
                if let Some(stop) = self.whole(&doc, spot)? {
                    self.page.remaining = left.max(1);
                    return Ok(Some(Stage::Download { at: stop, left }));
                }
                left = left.saturating_sub(1);
                spot = Spot {
                    rank,
                    audience,
                    kind: kind.number(),
                    doc: doc.row + 1,
                    ..Spot::default()
                };
            }
        }
        Ok(None)
    }
}
