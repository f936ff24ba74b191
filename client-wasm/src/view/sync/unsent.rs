//! What this phone wrote that the cooperative does not have.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::Place;

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
    /// Who handed it over without network, by name; `null` for what was done on this phone.
    pub from_name: Option<String>,
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
    /// Who had handed it over without network, by name; `null` for what was done on this phone.
    pub from_name: Option<String>,
}
