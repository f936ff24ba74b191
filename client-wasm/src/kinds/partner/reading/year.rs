//! A year with partners: what was done, and what was agreed.

use std::collections::BTreeMap;

use besace_model::kinds::partner::{PartnerAct, PartnerAgreement, PartnerKind};
use besace_model::words;

use super::Found;
use crate::kinds::partner::{
    PartnerActLine, PartnerFigures, PartnerKindLine, PartnerTerritoryLine, PartnerYear,
};
use crate::views::{ViewReader, live};

impl ViewReader<'_> {
    pub(in crate::kinds::partner) fn partner_year(&self, year: u16) -> PartnerYear {
        let mut said = PartnerYear {
            year,
            listed: 0,
            total: PartnerFigures::default(),
            territories: Vec::new(),
            kinds: Vec::new(),
            acts: Vec::new(),
            months: vec![0; 12],
            entries: self.entries_by_prescriber(year),
        };
        let mut territories: BTreeMap<&str, PartnerFigures> = BTreeMap::new();
        let mut kinds: BTreeMap<PartnerKind, PartnerFigures> = BTreeMap::new();
        let mut acts: BTreeMap<PartnerAct, (u32, i64)> = BTreeMap::new();
        for found in self.found_partners() {
            said.listed += 1;
            let figures = figures(&found, year, &mut acts, &mut said.months);
            if figures == PartnerFigures::default() {
                continue;
            }
            said.total.add(&figures);
            let territory = territories.entry(&found.partner.territory);
            territory.or_default().add(&figures);
            kinds.entry(found.partner.kind).or_default().add(&figures);
        }
        said.territories = territories
            .into_iter()
            .map(|(territory, figures)| PartnerTerritoryLine {
                territory: territory.to_owned(),
                figures,
            })
            .collect();
        said.territories
            .sort_by_cached_key(|line| words::order(&line.territory));
        let kinds = kinds.into_iter();
        said.kinds = kinds
            .map(|(kind, figures)| PartnerKindLine { kind, figures })
            .collect();
        let acts = acts.into_iter();
        said.acts = acts
            .map(|(act, (acts, minutes))| PartnerActLine { act, acts, minutes })
            .collect();
        said
    }
}

/// What was done and agreed with one partner in a year.
fn figures(
    found: &Found<'_>,
    year: u16,
    acts: &mut BTreeMap<PartnerAct, (u32, i64)>,
    months: &mut [u32],
) -> PartnerFigures {
    let mut figures = PartnerFigures::default();
    let prefix = format!("{year:04}-");
    for (_, it) in live(&found.file.interactions, |it| &it.entry) {
        let Some(rest) = it.date.strip_prefix(&prefix) else {
            continue;
        };
        figures.partners = 1;
        figures.acts += 1;
        figures.minutes += it.minutes;
        let (count, minutes) = acts.entry(it.act).or_default();
        *count += 1;
        *minutes += it.minutes;
        let month = rest.get(..2).and_then(|month| month.parse::<usize>().ok());
        if let Some(month) = month.and_then(|month| months.get_mut(month.wrapping_sub(1))) {
            *month += 1;
        }
    }
    for (_, it) in live(&found.file.agreements, |it| &it.entry) {
        if is_in_force(it, year) {
            figures.agreements += 1;
            figures.amount_cents += it.amount_cents;
        }
    }
    figures
}

/// Whether an agreement was in force on a day of a year.
fn is_in_force(agreement: &PartnerAgreement, year: u16) -> bool {
    let (first, last) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    agreement.start <= last && (agreement.end.is_empty() || agreement.end >= first)
}

impl PartnerFigures {
    fn add(&mut self, other: &Self) {
        self.partners += other.partners;
        self.acts += other.acts;
        self.minutes += other.minutes;
        self.agreements += other.agreements;
        self.amount_cents += other.amount_cents;
    }
}
