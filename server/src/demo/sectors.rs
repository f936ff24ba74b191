//! What the entrepreneurs of the demonstration do: seven sectors, with the words of each.

mod advice;
mod arts;
mod building;
mod care;
mod digital;
mod farming;
mod training;

use besace_model::kinds::activity::ExpenseCategory::{
    self, Fees, Meal, Promotion, Supplies, Telecom, Travel,
};

use besace_model::kinds::profile::Sector as Word;

/// An expense as receipts show it: category, label, smallest and largest net amount in euros, tax in basis points.
pub(super) type Purchase = (ExpenseCategory, &'static str, i64, i64, i64);

/// One sector.
pub(super) struct Sector {
    /// Its word in profiles and in the guide.
    pub(super) word: Word,
    /// Entrepreneurs of the 84 in it.
    pub(super) members: usize,
    /// Trades, with what comes before the name of an enseigne.
    pub(super) trades: &'static [&'static str],
    /// Names of enseignes.
    pub(super) signs: &'static [&'static str],
    /// What they offer, in their words.
    pub(super) offers: &'static [&'static str],
    /// Skills others look for.
    pub(super) skills: &'static [&'static str],
    /// Clients, as people write them.
    pub(super) clients: &'static [&'static str],
    /// What they buy.
    pub(super) purchases: &'static [Purchase],
    /// Why they travel.
    pub(super) trips: &'static [&'static str],
    /// Jobs in their pipeline.
    pub(super) jobs: &'static [&'static str],
    /// Sentences of their sessions that only their trade explains.
    pub(super) remarks: &'static [&'static str],
}

/// Bought in every trade.
pub(super) const COMMON: &[Purchase] = &[
    (Meal, "Déjeuner en rendez-vous client", 12, 24, 1000),
    (Meal, "Déjeuner avec le groupe local", 11, 18, 1000),
    (Telecom, "Forfait mobile professionnel", 15, 25, 2000),
    (
        Telecom,
        "Abonnement internet, part professionnelle",
        18,
        22,
        2000,
    ),
    (Travel, "Parking gare", 4, 12, 2000),
    (Travel, "Billet TER aller-retour", 9, 31, 1000),
    (Supplies, "Papier, enveloppes et timbres", 8, 35, 2000),
    (Promotion, "Cartes de visite (250 ex.)", 32, 58, 2000),
    (
        Fees,
        "Cotisation assurance responsabilité civile",
        18,
        42,
        0,
    ),
];

/// Every sector, in the proportions of the cooperative.
pub(super) const SECTORS: [Sector; 7] = [
    advice::SECTOR,
    training::SECTOR,
    building::SECTOR,
    care::SECTOR,
    digital::SECTOR,
    arts::SECTOR,
    farming::SECTOR,
];
