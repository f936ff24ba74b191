//! The state of sync, refused work, conflicts, and what happened while one was away.

mod away;
mod carried;
mod marked;
mod unsent;

use besace_model::error::ErrorCode;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::plain::ToPlain;
use ts_rs::TS;

pub use away::{AwayHow, AwayItem, AwayView};
pub use carried::Carried;
pub use marked::{ConflictItem, RereadItem};
pub use unsent::{RefusedItem, UnsentItem, Waits};

/// Whether the phone talks with the relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum LinkState {
    /// No network, or waiting before another try.
    Offline,
    /// Trying.
    Connecting,
    /// Live.
    Online,
    /// Exchanging now and then over plain requests: sockets do not get through here.
    OneShot,
    /// Given up until something changes: see `problem`.
    Stopped,
}

/// The state of sync.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SyncView {
    /// The link.
    pub link: LinkState,
    /// Commands saved on this phone that the cooperative has not received.
    pub unsent: u32,
    /// Commands being saved right now.
    pub saving: u32,
    /// Refused items to look at.
    pub refused: u32,
    /// Fields to check.
    pub conflicts: u32,
    /// Texts to read again.
    pub rereads: u32,
    /// Items of "while you were away" not looked at.
    pub away: u32,
    /// When the relay was last heard (this phone's clock); empty when never.
    pub last_contact_at: String,
    /// When the next try is due (this phone's clock); empty when none is planned.
    pub next_try_at: String,
    /// Documents on this phone.
    pub docs: u32,
    /// Documents still to come.
    pub remaining: u32,
    /// Whether the first download on this phone goes on: until all of it stands on the disk.
    pub first_download: bool,
    /// Why sync cannot go on without somebody's help.
    pub problem: Option<ErrorCode>,
    /// Relay's clock minus this phone's, in milliseconds; 0 before the first contact.
    pub clock_skew_ms: i64,
    /// Rows of this phone that could not be read and were left aside.
    pub unreadable_rows: u32,
    /// The last save failed: nothing more can be written on this phone.
    pub storage_failed: bool,
    /// How often the relay started over since this phone joined.
    pub restarts: u32,
    /// Documents that could not be read on this phone.
    pub set_aside: Vec<SetAside>,
}

/// A document that could not be read on this phone: it is not loaded and not written to. What is shown of it, if
/// anything, is what was shown last.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SetAside {
    /// Names the document for [`crate::api::Intent::ReadAgain`].
    pub doc: String,
    /// Its kind.
    pub kind: Kind,
    /// Whose document; the relay for shared ones.
    pub owner: MemberId,
    /// Their name.
    pub owner_name: String,
    /// Which of theirs: a year, an event, a member.
    pub key: String,
    /// Commands that wait until it can be read.
    pub waiting: u32,
    /// Everything typed in them, as text to copy.
    pub text: String,
}
