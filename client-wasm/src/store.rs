//! What stands on the phone's disk. Rows are bytes under (store, key); the replica alone knows what they mean.
//!
//! | store | key | value |
//! |---|---|---|
//! | `meta` | `state` | CBOR [`MetaRow`]: cursor, clocks, counters |
//! | `docs` | document id | CBOR [`DocRow`]: what the document is, when entries were received, a download under way |
//! | `records` | document id | packed `Record`: the document as shown, pending commands included; made again when unreadable |
//! | `snapshots` | document id | an Automerge document file: what the relay accepted |
//! | `changes` | document id `/` number | one raw change accepted after the snapshot, in the relay's order |
//! | `pieces` | document id `/` offset | a piece of a snapshot whose download goes on |
//! | `outbox` | number | CBOR [`ItemRow`]: a command the relay has not spoken on, with its signed change |
//! | `sent` | number | CBOR [`ItemRow`]: an accepted command, kept in case the relay is restored from a backup |
//! | `refused` | number | CBOR [`RefusedRow`]: a command that was not taken, until a person retries or discards it |
//! | `away` | number | JSON `AwayItem`: something others did, until looked at |
//! | `aside` | document id | CBOR [`AsideRow`]: the document ended the app when it was read |
//! | `applying` | `now` | what was being read when the app ended; written by whoever runs the replica |
//!
//! Numbers are twelve decimal digits, so that the order of keys is the order of things. A row that cannot be read is
//! left where it is, counted, and passed over: it never keeps the app from starting.

mod batch;
mod doc;
mod item;
mod key;
mod meta;

use minicbor::{Decode, Encode};

pub use batch::Batch;
pub use doc::{AsideRow, DocRow, Download, RereadRow, VersionRow};
pub use item::{FromRow, ItemRow, RefusedRow};
pub use key::{number_key, parse_part, part_key, row_key};
pub use meta::MetaRow;

/// Counters and clocks.
pub const META: &str = "meta";
/// The one key of [`META`].
pub const STATE: &str = "state";
/// What documents are.
pub const DOCS: &str = "docs";
/// Documents as plain data.
pub const RECORDS: &str = "records";
/// Documents as Automerge files.
pub const SNAPSHOTS: &str = "snapshots";
/// Changes after the snapshot.
pub const CHANGES: &str = "changes";
/// Pieces of snapshots under way.
pub const PIECES: &str = "pieces";
/// Commands without a verdict.
pub const OUTBOX: &str = "outbox";
/// Commands accepted.
pub const SENT: &str = "sent";
/// Commands not taken.
pub const REFUSED: &str = "refused";
/// While you were away.
pub const AWAY: &str = "away";

/// Documents that are not read.
pub const ASIDE: &str = "aside";
/// What was being read when the app ended.
pub const APPLYING: &str = "applying";
/// The one key of [`APPLYING`].
pub const NOW: &str = "now";

/// What the relay gave and gives again: may be dropped when the app cannot start on it. The cursor goes with the
/// documents it stands for.
pub const DISPOSABLE: [&str; 9] = [
    META, DOCS, RECORDS, SNAPSHOTS, CHANGES, PIECES, AWAY, ASIDE, APPLYING,
];
/// What a person did: dropped for nobody.
pub const KEPT: [&str; 3] = [OUTBOX, SENT, REFUSED];

/// Writes a CBOR row.
#[must_use]
pub fn to_cbor<T: Encode<()>>(row: &T) -> Vec<u8> {
    minicbor::to_vec(row).unwrap_or_default()
}

/// Reads a CBOR row.
#[must_use]
pub fn from_cbor<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Option<T> {
    minicbor::decode(bytes).ok()
}
