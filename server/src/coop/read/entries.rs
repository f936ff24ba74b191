//! What happened meanwhile to documents that the phone had all along.

use std::collections::{BTreeMap, BTreeSet};

use super::{ENVELOPE_BYTES, Filler};
use crate::coop::cursor::Stage;
use crate::coop::page::logged;
use crate::coop::shelves::named;
use crate::limits::ENTRIES_PER_AUDIENCE;
use crate::store::docs::DocRow;
use crate::store::{StoreError, log};

impl Filler<'_> {
    /// Entries after a place, of audiences held all along.
    pub(super) fn log(&mut self, after: u64) -> Result<Option<Stage>, StoreError> {
        let mut places: BTreeSet<u64> = BTreeSet::new();
        let mut known_upto = self.upto;
        for (row, (_, head)) in self.heads {
            if *head <= after || !self.held_from_the_start(*row) {
                continue;
            }
            let found = log::places_of(self.conn, *row, after, self.upto, ENTRIES_PER_AUDIENCE)?;
            if let (ENTRIES_PER_AUDIENCE, Some(last)) = (found.len(), found.last()) {
                known_upto = known_upto.min(*last);
            }
            places.extend(found);
        }
        let mut metas: BTreeMap<DocRow, usize> = BTreeMap::new();
        let mut said_whole = BTreeSet::new();
        let mut reached = after;
        for seq in places.range(..=known_upto) {
            if self.ask.skip.contains(seq) {
                reached = *seq;
                continue;
            }
            let change = log::change_at(self.conn, *seq, &mut self.unpacked)?;
            if said_whole.contains(&change.doc) {
                reached = *seq;
                continue;
            }
            match self.served(change.doc)? {
                Some(upto) if *seq <= upto => {}
                Some(_) => {
                    reached = *seq;
                    continue;
                }
                None => {
                    self.page.remaining = 1;
                    return Ok(Some(Stage::Log(reached)));
                }
            }
            let known = metas.get(&change.doc).copied();
            let new = match known {
                Some(_) => None,
                None => named(self.conn, change.doc, self.from, self.had.and(self.kinds))?,
            };
            if known.is_none() && new.is_none() {
                said_whole.insert(change.doc);
                reached = *seq;
                continue;
            }
            let cost = change.bytes.len() + ENVELOPE_BYTES / 2;
            if cost > self.room && !self.is_empty() {
                let left = places.range(*seq..).count();
                self.page.remaining = u32::try_from(left).unwrap_or(u32::MAX);
                return Ok(Some(Stage::Log(reached)));
            }
            self.room = self.room.saturating_sub(cost);
            let index = known.unwrap_or(self.page.docs.len());
            if let Some(update) = new {
                self.page.docs.push(update);
                metas.insert(change.doc, index);
            }
            reached = *seq;
            self.page.docs[index]
                .changes
                .push(logged(change, self.ask.now));
        }
        if known_upto < self.upto {
            self.page.remaining = 1;
            return Ok(Some(Stage::Log(known_upto)));
        }
        Ok(None)
    }
}
