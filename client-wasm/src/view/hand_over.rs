//! What another phone may be handed without network.

use besace_model::error::ErrorCode;
use besace_model::plain::ToPlain;
use ts_rs::TS;

/// What waits for the relay of a document, as another phone takes it.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct HandOverView {
    /// A parcel, in hexadecimal digits, for [`crate::api::Intent::Receive`]; empty when there is a problem.
    pub parcel: String,
    /// How many changes it holds.
    pub commits: u32,
    /// Why there is none: `not_found` where nothing waits, `retry` while something is being written, `no_pass` before the
    /// relay was met (or long after), `too_big`.
    pub problem: Option<ErrorCode>,
}
