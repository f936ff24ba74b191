//! Who changed what of an entry.

use besace_model::ids::MemberId;
use besace_model::plain::ToPlain;
use besace_model::record::FieldValue;
use ts_rs::TS;

/// What somebody did to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum HistoryHow {
    /// They made it.
    Made,
    /// They changed it.
    Changed,
    /// They removed it.
    Removed,
    /// They brought it back.
    BroughtBack,
}

/// Something that somebody did to an entry.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct HistoryStep {
    /// What.
    pub how: HistoryHow,
    /// Who.
    pub by: Option<MemberId>,
    /// Their name.
    pub by_name: String,
    /// Whether that is the reader.
    pub mine: bool,
    /// When, as that device's clock said; empty when it did not say.
    pub at: String,
    /// The fields that they wrote.
    pub fields: Vec<HistoryField>,
}

/// What somebody made of a field.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct HistoryField {
    /// The field, named as in the commands (`netCents`, `date`, `status` …).
    pub field: String,
    /// What stood there; `null` for nothing, and for what is no single value.
    pub was: Option<FieldValue>,
    /// What they wrote; `null` as before.
    pub now: Option<FieldValue>,
}
