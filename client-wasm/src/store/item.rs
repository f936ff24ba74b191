//! Commands: those without a verdict, those accepted, those not taken.

use besace_model::certificate::Certificate;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, DeviceId, MemberId};
use minicbor::{Decode, Encode};

use crate::entry::entry_key;

/// A command and its change.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ItemRow {
    /// The document.
    #[n(0)]
    pub head: DocHead,
    /// The command, as JSON; empty of what another phone handed over.
    #[n(1)]
    pub command: String,
    /// The raw change.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub change: Vec<u8>,
    /// Its hash.
    #[n(3)]
    pub hash: CommitHash,
    /// When it was done, by this phone's clock.
    #[n(4)]
    pub created_ms: i64,
    /// The device's signature; empty while there is none.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub signature: Vec<u8>,
    /// How often it was made again on top of something else.
    #[n(6)]
    pub replays: u8,
    /// When the relay accepted it, by the relay's clock.
    #[n(7)]
    pub accepted_ms: Option<i64>,
    /// Its place in the relay's log then.
    #[n(8)]
    pub accepted_seq: Option<u64>,
    /// The heads of the document that the person saw: it is made there, however often it is made again. None in rows
    /// of before, which are made again on top of what stands.
    #[n(9)]
    pub base: Option<Vec<CommitHash>>,
    /// The hashes of its changes of before it was made again: what people saw may still be named by them.
    #[cbor(n(10), default)]
    pub was: Vec<CommitHash>,
    /// Who handed it over without network; none of what was done on this phone. It is pushed as it is, and never made
    /// again.
    #[n(11)]
    pub from: Option<FromRow>,
}

impl ItemRow {
    /// Whether it may stay as it is when what is around it is made again: its bytes are signed, and nobody refused them.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.replays == 0 && !self.signature.is_empty()
    }

    /// The entry it writes (see [`entry_key`]).
    #[must_use]
    pub fn entry(&self) -> String {
        match &self.from {
            Some(from) => from.entry.clone(),
            None => entry_key(&self.command),
        }
    }
}

/// Whose device signed what another phone handed over, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct FromRow {
    /// Who.
    #[n(0)]
    pub member: MemberId,
    /// Their device.
    #[n(1)]
    pub device: DeviceId,
    /// What proves that, to whom it is handed next.
    #[n(2)]
    pub certificate: Certificate,
    /// The map of the entry that it writes; empty for the document itself.
    #[n(3)]
    pub collection: String,
    /// The entry.
    #[n(4)]
    pub entry: String,
}

/// A command that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct RefusedRow {
    /// The document.
    #[n(0)]
    pub head: DocHead,
    /// The command, as JSON.
    #[n(1)]
    pub command: String,
    /// When it was done, by this phone's clock.
    #[n(2)]
    pub created_ms: i64,
    /// When it was refused, by this phone's clock.
    #[n(3)]
    pub refused_ms: i64,
    /// Why.
    #[n(4)]
    pub code: ErrorCode,
    /// Where in the document.
    #[n(5)]
    pub path: String,
    /// Its author could no longer write to the document at all.
    #[n(6)]
    pub barred: bool,
    /// The hashes that its change had.
    #[cbor(n(7), default)]
    pub was: Vec<CommitHash>,
    /// What it stood on.
    #[cbor(n(8), default)]
    pub base: Vec<CommitHash>,
    /// Who had handed it over without network; none of what was done on this phone.
    #[n(9)]
    pub from: Option<FromRow>,
}

impl RefusedRow {
    /// The entry it would have written.
    #[must_use]
    pub fn entry(&self) -> String {
        match &self.from {
            Some(from) => from.entry.clone(),
            None => entry_key(&self.command),
        }
    }
}
