//! Where the phone stands.

use besace_model::certificate::Pass;
use besace_model::wire::Cursor;
use minicbor::{Decode, Encode};

/// The one row of [`META`](super::META).
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
pub struct MetaRow {
    /// Where the phone stands in the log.
    #[n(0)]
    pub cursor: Option<Cursor>,
    /// When the relay was last heard, by this phone's clock.
    #[n(1)]
    pub contact_ms: Option<i64>,
    /// Relay's clock minus this phone's.
    #[n(2)]
    pub skew_ms: i64,
    /// Documents still to come.
    #[n(3)]
    pub remaining: u32,
    /// Whether everything has come once.
    #[n(4)]
    pub complete: bool,
    /// When "while you were away" was last looked at.
    #[n(5)]
    pub away_seen_ms: Option<i64>,
    /// How often the relay started over.
    #[n(6)]
    pub restarts: u32,
    /// The next number of an item, whatever its store.
    #[n(7)]
    pub next_item: u32,
    /// The relay started over and has not said everything yet.
    #[cbor(n(8), default)]
    pub starting_over: bool,
    /// Which of the relay's lives this phone follows: another begins when the relay starts over.
    #[cbor(n(9), default)]
    pub life: u32,
    /// Whether the relay reads the short form, as it said last.
    #[cbor(n(10), default)]
    pub relay_reads_short: bool,
    /// What the relay gave this device with its last access token, to hand over and to be handed what others wrote.
    #[n(11)]
    pub pass: Option<Pass>,
}
