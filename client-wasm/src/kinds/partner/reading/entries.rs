//! Who sent those who came to the cooperative.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::ledger::Ledger;
use besace_model::kinds::partner::PartnerFile;
use besace_model::kinds::partner_card::PartnerCard;
use besace_model::words;

use super::Found;
use crate::kinds::partner::PartnerEntryLine;
use crate::views::ViewReader;

impl ViewReader<'_> {
    /// Who came in a year, by who sent them, the most first; `None` for those who do not read where everybody stands.
    pub(super) fn entries_by_prescriber(&self, year: u16) -> Option<Vec<PartnerEntryLine>> {
        if !self.replica.grants.reads_far() {
            return None;
        }
        let prefix = format!("{year:04}-");
        let docs = self.replica.docs.iter();
        let ledgers = docs.filter(|(_, doc)| doc.row.head.kind == Kind::Ledger);
        let ledgers = ledgers.filter_map(|(_, doc)| Ledger::of(doc.record()?));
        let mut counts: BTreeMap<Option<Ulid>, u32> = BTreeMap::new();
        for entry in ledgers.filter_map(Ledger::entry) {
            if entry.on.starts_with(&prefix) {
                *counts.entry(entry.prescriber).or_default() += 1;
            }
        }
        let mut lines: Vec<PartnerEntryLine> = counts
            .into_iter()
            .map(|(partner, entries)| PartnerEntryLine {
                partner,
                name: partner.map(|id| self.partner_name(id)).unwrap_or_default(),
                entries,
            })
            .collect();
        lines.sort_by_cached_key(|line| {
            (Reverse(line.entries), words::order(&line.name), line.partner)
        });
        Some(lines)
    }

    /// What a partner is called, as far as the reader may know: the team all of them, everybody those that are shown.
    pub(crate) fn partner_name(&self, id: Ulid) -> String {
        let head = DocHead::partner(id);
        let file: Option<&PartnerFile> = self.doc(&head);
        if let Some(found) = file.and_then(|file| Found::of(&head, file)) {
            return found.partner.name.clone();
        }
        let card: Option<&PartnerCard> = self.doc(&DocHead::partner_card(id));
        card.map(|card| card.name.clone()).unwrap_or_default()
    }
}
