//! Partners, as the team's screens show them.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::partner::{
    PartnerAgreementFields, PartnerContactFields, PartnerFields, PartnerInteractionFields,
    PartnerKind,
};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{Info, Person};

mod year;

pub use year::*;

/// A partner in the list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerRow {
    /// The entry.
    pub info: Info,
    /// What it is called.
    pub name: String,
    /// What it is to the cooperative.
    pub kind: PartnerKind,
    /// Where it acts.
    pub territory: String,
    /// Whom to ask in the cooperative.
    pub ask: Option<MemberId>,
    /// Their name.
    pub ask_name: String,
    /// Whether everyone is shown its card.
    pub presented: bool,
    /// The day of what was done last with it; empty for nothing.
    pub last: String,
    /// The first day by which a next step is due; empty for none.
    pub due: String,
    /// Whether that day is past.
    pub late: bool,
}

/// A partner with all that the team knows of it.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerSheet {
    /// The partner.
    pub row: PartnerRow,
    /// Its fields.
    pub fields: PartnerFields,
    /// People to speak to, by name.
    pub contacts: Vec<PartnerContactRow>,
    /// What was done together, the latest first.
    pub interactions: Vec<PartnerInteractionRow>,
    /// What was agreed, the latest first.
    pub agreements: Vec<PartnerAgreementRow>,
    /// Members who have a mandate for it, by name.
    pub mandated: Vec<Person>,
    /// Whom a director may give one, by name: the team needs none. Nobody, for those who may not.
    pub may_be_mandated: Vec<Person>,
}

/// Somebody to speak to.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerContactRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: PartnerContactFields,
}

/// Something done with a partner.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerInteractionRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: PartnerInteractionFields,
    /// Whether a next step is to be done.
    pub open: bool,
    /// Whether the day for that is past.
    pub late: bool,
}

/// Something agreed with a partner.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerAgreementRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: PartnerAgreementFields,
    /// Days until it ends, where that is soon.
    pub ends_in: Option<u32>,
    /// Whether it has ended.
    pub over: bool,
}

/// An agreement that ends soon.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerEnding {
    /// The partner.
    pub partner: Ulid,
    /// What it is called.
    pub name: String,
    /// The agreement.
    pub id: Ulid,
    /// What that is called.
    pub title: String,
    /// Its last day.
    pub end: String,
    /// Days until then.
    pub days: u32,
    /// What it is worth, in cents.
    pub amount_cents: i64,
    /// Who is to be asked about the partner, by name.
    pub ask_name: String,
}
