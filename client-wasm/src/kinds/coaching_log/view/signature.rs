//! A signature.

use besace_model::ids::MemberId;
use besace_model::plain::ToPlain;
use ts_rs::TS;

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SignatureView {
    /// Who signed.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// When.
    pub at: String,
    /// On whose phone.
    pub captured_by: MemberId,
    /// Their name.
    pub captured_by_name: String,
    /// Captured on somebody else's phone.
    pub captured_elsewhere: bool,
    /// As it was drawn; empty when it was not.
    pub strokes: String,
    /// The name as it was typed in place of drawing; empty when it was not.
    pub typed: String,
    /// The report changed since.
    pub changed_since: bool,
    /// When it was contested; empty when not.
    pub contested_at: String,
    /// When the person said that it is theirs; empty when not.
    pub confirmed_at: String,
    /// Whether the reader may say that it is theirs.
    pub may_confirm: bool,
    /// Whether the reader may contest it.
    pub may_contest: bool,
}
