//! What a phone may read no longer.

use std::collections::BTreeSet;

use super::{ENVELOPE_BYTES, Filler};
use crate::coop::cursor::Stage;
use crate::limits::LOST_PER_FRAME;
use crate::store::StoreError;
use crate::store::docs::{self, AudienceRow, DocRow};

impl Filler<'_> {
    /// Documents of audiences held at `from` and not at `upto`.
    pub(super) fn lost(&mut self, audience: u32, doc: DocRow) -> Result<Option<Stage>, StoreError> {
        if self.from == 0 {
            return Ok(None);
        }
        let rows: BTreeSet<AudienceRow> = self
            .spans
            .iter()
            .filter(|span| span.audience >= audience && span.holds_at(self.from))
            .map(|span| span.audience)
            .collect();
        for row in rows {
            if self.holds_at(row, self.upto) {
                continue;
            }
            let after = if row == audience { doc } else { 0 };
            let limit = LOST_PER_FRAME - self.page.lost.len();
            let names = docs::names_of(self.conn, row, after, self.upto, limit + 1)?;
            let more = names.len() > limit;
            let mut last = after;
            for (doc, id) in names.into_iter().take(limit) {
                self.page.lost.push(id);
                last = doc;
            }
            if more {
                self.page.remaining = 1;
                return Ok(Some(Stage::Lost {
                    audience: row,
                    doc: last,
                }));
            }
        }
        let told = self.page.lost.len() * ENVELOPE_BYTES / 2;
        self.room = self.room.saturating_sub(told);
        Ok(None)
    }
}
