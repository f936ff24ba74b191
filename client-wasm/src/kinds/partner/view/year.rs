//! A year with partners, in figures.

use besace_model::ids::Ulid;
use besace_model::kinds::partner::{PartnerAct, PartnerKind};
use besace_model::plain::ToPlain;
use ts_rs::TS;

/// What was done with some partners in a year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerFigures {
    /// Partners with whom something was done.
    pub partners: u32,
    /// How often something was done.
    pub acts: u32,
    /// Minutes that took.
    pub minutes: i64,
    /// Agreements in force in the year.
    pub agreements: u32,
    /// What they are worth, in cents.
    pub amount_cents: i64,
}

/// The figures of a territory.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerTerritoryLine {
    /// The territory; empty for none.
    pub territory: String,
    /// Its figures.
    pub figures: PartnerFigures,
}

/// The figures of a sort of partners.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerKindLine {
    /// What they are to the cooperative.
    pub kind: PartnerKind,
    /// Their figures.
    pub figures: PartnerFigures,
}

/// How often something of a sort was done.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerActLine {
    /// What it was.
    pub act: PartnerAct,
    /// How often.
    pub acts: u32,
    /// Minutes that took.
    pub minutes: i64,
}

/// How many came to the cooperative whom a partner sent.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerEntryLine {
    /// Who sent them; `null` where nobody is named.
    pub partner: Option<Ulid>,
    /// What it is called; empty where nobody is named.
    pub name: String,
    /// How many.
    pub entries: u32,
}

/// What was done with partners in a year.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerYear {
    /// The year.
    pub year: u16,
    /// Partners on the list, whatever was done with them.
    pub listed: u32,
    /// In all.
    pub total: PartnerFigures,
    /// By territory, in order.
    pub territories: Vec<PartnerTerritoryLine>,
    /// By sort of partners.
    pub kinds: Vec<PartnerKindLine>,
    /// By what was done.
    pub acts: Vec<PartnerActLine>,
    /// How often something was done, month by month.
    pub months: Vec<u32>,
    /// Who came in the year, by who sent them; `null` for those who do not read where everybody stands.
    pub entries: Option<Vec<PartnerEntryLine>>,
}
