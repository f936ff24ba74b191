//! Fields to check, and texts to read again.

use besace_model::ids::MemberId;
use besace_model::plain::ToPlain;
use besace_model::record::FieldValue;
use ts_rs::TS;

/// A field with more than one value.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConflictView {
    /// Names the conflict for [`crate::api::Intent::Settle`].
    pub id: String,
    /// The field, named as in the commands (`netCents`, `date`, `status` …).
    pub field: String,
    /// The values, the one now shown first.
    pub values: Vec<ConflictChoice>,
}

/// One of the values.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConflictChoice {
    /// The value.
    pub value: FieldValue,
    /// Who wrote it.
    pub by: Option<MemberId>,
    /// Their name.
    pub by_name: String,
    /// Whether that is the reader.
    pub mine: bool,
    /// When, as that device's clock said; empty when it did not say.
    pub at: String,
}

/// A text of which one paragraph was changed in two places at once, by two people or by one on two devices: both changes
/// stand in it, merged.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct RereadView {
    /// Names the mark for [`crate::api::Intent::Reread`].
    pub id: String,
    /// The field, named as in the commands (`points`, `text` …); one of the eight points as `eightPoints.0` to
    /// `eightPoints.7`.
    pub field: String,
    /// What stood there before either.
    pub was: String,
    /// What each made of it, in order of time.
    pub versions: Vec<RereadVersion>,
    /// Whether the reader may say that it was read.
    pub may_settle: bool,
}

/// What somebody made of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct RereadVersion {
    /// The paragraph as they left it; empty when they took it out.
    pub text: String,
    /// Who.
    pub by: Option<MemberId>,
    /// Their name.
    pub by_name: String,
    /// Whether that is the reader.
    pub mine: bool,
    /// When, as that device's clock said; empty when it did not say.
    pub at: String,
}
