//! The wire format.
//!
//! # Protocol 1
//! Frames are CBOR (RFC 8949, definite lengths), one per WebSocket message or, over HTTPS, each behind its length as
//! four big-endian bytes. A frame is at most [`FRAME_BYTES_MAX`] bytes. Structures are arrays whose later fields may
//! be missing: a newer end adds fields at the end, an older end skips them. An unknown variant is
//! [`ErrorCode::BadMessage`]; an unknown protocol number is [`ErrorCode::Upgrade`].
//!
//! | from | frame | says |
//! |---|---|---|
//! | phone | [`ToRelay::Hello`] | who I am (access token), where I stand (cursor), what I have to say (commits), what I know was accepted |
//! | phone | [`ToRelay::Push`] | more commits, on a live link |
//! | phone | [`ToRelay::Token`] | a fresh access token for this link |
//! | phone | [`ToRelay::Ping`] | are you there |
//! | relay | [`ToPhone::Update`] | verdicts on your commits, what changed after your cursor, your new cursor |
//! | relay | [`ToPhone::Pong`] | yes |
//! | relay | [`ToPhone::Bye`] | the link ends, and why |
//!
//! One exchange whatever the number of documents: a hello is answered by one update, or by several when there is
//! more than fits; `remaining` tells how many documents are still to come. Nothing changed: one small frame each way.
//! The cursor of an update is valid once everything in the update is stored, so a cut link resumes where it stopped.
//! Over HTTPS the same hello gets the same updates, bounded in number, with `live: false`; the phone asks again while
//! `remaining` is not zero.
//!
//! An end that knows the short form says so in its first frame ([`Hello::reads_short`], [`Update::reads_short`]); the
//! other then leaves out what the frame says already ([`short`], [`told`]), and squeezes the frames that gain by it
//! ([`squeeze`]). Of an end that does not say, everything stays as it was.
//!
//! [`FRAME_BYTES_MAX`]: crate::limits::FRAME_BYTES_MAX
//! [`ErrorCode::BadMessage`]: crate::error::ErrorCode::BadMessage
//! [`ErrorCode::Upgrade`]: crate::error::ErrorCode::Upgrade

mod doc;
mod frame;
mod phone;
mod relay;
pub mod short;
mod squeeze;
#[cfg(test)]
mod tests;
pub mod told;
mod verdict;

pub use doc::{Cursor, DocName, Reads};
pub use frame::{WireError, decode, encode};
pub use phone::{DocPush, Hello, ToRelay, Witness};
pub use relay::{Bye, DocUpdate, Logged, Piece, ToPhone, Update};
pub(crate) use squeeze::{deflated, inflated};
pub use squeeze::{expand, squeeze};
pub use verdict::{CommitVerdict, Receipt, Verdict};

/// The protocol this code speaks.
pub const PROTOCOL: u16 = 1;
