//! The state of sync, refused work, conflicts, and what happened while one was away.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{ConflictView, Page, Place, RereadView};

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
    /// Whether this is the first download on this phone.
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

/// Something this phone wrote that the cooperative does not have yet.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct UnsentItem {
    /// Its place in the order of doing.
    pub id: u32,
    /// What the entry is, in its own words; empty when it has none.
    pub label: String,
    /// Everything typed, as text to copy.
    pub text: String,
    /// Kind of document.
    pub kind: Kind,
    /// Whose document; the relay for shared ones.
    pub owner: MemberId,
    /// Their name.
    pub owner_name: String,
    /// When it was done, by this phone's clock.
    pub created_at: String,
    /// What it waits for.
    pub waits: Waits,
    /// Where it is shown.
    pub place: Option<Place>,
}

/// What unsent work waits for, besides a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum Waits {
    /// Nothing: it goes with the next exchange.
    Turn,
    /// The phone's disk.
    Saving,
    /// What was done before it in the same document.
    Before,
    /// The relay asked to come back later.
    Pace,
    /// Its document was set aside until it can be read.
    Aside,
    /// A relay that knows documents of its kind: this app is newer.
    Newer,
}

/// Something this phone wrote that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct RefusedItem {
    /// Names the item for [`crate::api::Intent::Retry`] and [`crate::api::Intent::Discard`].
    pub id: u32,
    /// What was done, with everything typed; `null` when this version cannot read it (see `text`).
    pub command: Option<Command>,
    /// Everything typed, as text to copy.
    pub text: String,
    /// Kind of document.
    pub kind: Kind,
    /// Whose document; the relay for shared ones.
    pub owner: MemberId,
    /// Their name.
    pub owner_name: String,
    /// When it was done, by this phone's clock.
    pub created_at: String,
    /// When it was refused.
    pub refused_at: String,
    /// Why.
    pub code: ErrorCode,
    /// Where in the document, `/` between keys; empty when the whole is concerned.
    pub path: String,
    /// The member could no longer write there at all when it arrived.
    pub barred: bool,
    /// Where it would be shown.
    pub place: Option<Place>,
}

/// A field to check.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConflictItem {
    /// The field and its values.
    pub conflict: ConflictView,
    /// What the entry is, in its own words (a label, a title, a date).
    pub label: String,
    /// Whose document.
    pub owner: MemberId,
    /// Their name.
    pub owner_name: String,
    /// Where it is shown.
    pub place: Place,
    /// Whether the reader may choose.
    pub may_settle: bool,
}

/// A text to read again.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct RereadItem {
    /// The text and what each made of it.
    pub reread: RereadView,
    /// What the entry is, in its own words (a label, a title, a date).
    pub label: String,
    /// Whose document.
    pub owner: MemberId,
    /// Their name.
    pub owner_name: String,
    /// Where it is shown.
    pub place: Place,
}

/// What happened to an entry while one was away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum AwayHow {
    /// Somebody made it.
    Arrived,
    /// Somebody changed it.
    Changed,
    /// Somebody removed it.
    Removed,
    /// Somebody changed it, and so did this phone; both stand.
    Merged,
    /// A value written on this phone no longer shows.
    Overwritten,
    /// Two values stand on one field: to check.
    ToCheck,
}

/// While you were away.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AwayView {
    /// Since when; empty when never looked at.
    pub since: String,
    /// The items, the latest first.
    pub items: Page<AwayItem>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AwayItem {
    /// Kind of document.
    pub kind: Kind,
    /// The document, with which this leaves the phone; `null` in items that an earlier version noted.
    pub doc: Option<String>,
    /// What happened.
    pub how: AwayHow,
    /// What the entry is, in its own words.
    pub label: String,
    /// Who did it; `null` when the document came whole.
    pub by: Option<MemberId>,
    /// Their name.
    pub by_name: String,
    /// When the cooperative received it.
    pub at: String,
    /// Where it is shown.
    pub place: Option<Place>,
}
