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

use std::collections::BTreeMap;

use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, DocId, MemberId};
use besace_model::limits::ACTOR_BYTES;
use besace_model::sorted::{SortedMap, SortedSet};
use besace_model::wire::Cursor;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

use crate::api::{Row, RowKey};

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

/// The one row of [`META`].
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
}

/// What a document is and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DocRow {
    /// What it is.
    #[n(0)]
    pub head: DocHead,
    /// When entries were last received, by entry.
    #[n(1)]
    pub received: SortedMap<String, i64>,
    /// The snapshot being downloaded, and its length.
    #[n(2)]
    pub download: Option<Download>,
    /// The number of the next change.
    #[n(3)]
    pub next_change: u32,
    /// Whether the relay has anything of it.
    #[n(4)]
    pub confirmed: bool,
    /// How many fields are to check: without any, nobody has to read the record to know.
    #[cbor(n(5), default)]
    pub conflicts: u32,
    /// The relay's life in which it was last spoken of (see [`MetaRow::life`]).
    #[cbor(n(6), default)]
    pub life: u32,
    /// While the relay starts over: the number of the first change of its new life. What is older, the snapshot
    /// included, is shown until the relay has said everything, and then dropped.
    #[n(7)]
    pub fresh_from: Option<u32>,
    /// The writing session of this device in it: that of what the relay last accepted from it.
    #[n(8)]
    pub session: Option<ByteArray<ACTOR_BYTES>>,
    /// The heads of the document as its record says it.
    #[cbor(n(9), default)]
    pub heads: Vec<CommitHash>,
    /// Prose that people changed at once and nobody has read since.
    #[cbor(n(10), default)]
    pub rereads: Vec<RereadRow>,
    /// Another writing session of this device in it, for what is made at a state that the first has left behind.
    #[n(11)]
    pub spare: Option<ByteArray<ACTOR_BYTES>>,
}

/// A text of which people changed one paragraph at once.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct RereadRow {
    /// The text's path, `/` between keys.
    #[n(0)]
    pub path: String,
    /// What stood there before.
    #[n(1)]
    pub was: String,
    /// What each made of it.
    #[n(2)]
    pub versions: Vec<VersionRow>,
    /// The heads whose histories were merged.
    #[n(3)]
    pub sides: Vec<CommitHash>,
    /// Somebody said on this phone that they read it, and the document cannot say it.
    #[cbor(n(4), default)]
    pub is_read: bool,
}

/// What somebody made of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct VersionRow {
    /// The text.
    #[n(0)]
    pub text: String,
    /// Who.
    #[n(1)]
    pub by: Option<MemberId>,
    /// When, as their device's clock said, in seconds; 0 when it did not say.
    #[n(2)]
    pub at: i64,
}

/// A download under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Download {
    /// Which snapshot.
    #[n(0)]
    pub snapshot: u64,
    /// Its whole length.
    #[n(1)]
    pub total: u32,
    /// How much has come.
    #[n(2)]
    pub have: u32,
}

/// A document that is not read.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct AsideRow {
    /// The snapshot that ended the app as it came; none: what the phone held.
    #[n(0)]
    pub snapshot: Option<u64>,
    /// The build of the app that it ended.
    #[n(1)]
    pub version: String,
}

/// A command and its change.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ItemRow {
    /// The document.
    #[n(0)]
    pub head: DocHead,
    /// The command, as JSON.
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
}

/// The key of a numbered row.
#[must_use]
pub fn number_key(number: u32) -> String {
    format!("{number:012}")
}

/// The key of a numbered row of a document.
#[must_use]
pub fn part_key(doc: DocId, number: u32) -> String {
    format!("{doc}/{number:012}")
}

/// Reads [`part_key`].
#[must_use]
pub fn parse_part(key: &str) -> Option<(DocId, u32)> {
    let (doc, number) = key.split_once('/')?;
    Some((doc.parse().ok()?, number.parse().ok()?))
}

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

/// Rows to write together. The last word on a key stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// What to put; nothing: to delete.
    rows: BTreeMap<RowKey, Option<Vec<u8>>>,
}

impl Batch {
    /// Puts a row.
    pub fn put(&mut self, store: &str, key: impl Into<String>, value: Vec<u8>) {
        self.rows.insert(row_key(store, key), Some(value));
    }

    /// Deletes a row.
    pub fn delete(&mut self, store: &str, key: impl Into<String>) {
        self.rows.insert(row_key(store, key), None);
    }

    /// Adds what `later` says, which stands over what is here.
    pub fn merge(&mut self, later: Self) {
        self.rows.extend(later.rows);
    }

    /// The rows it speaks of.
    pub fn keys(&self) -> impl Iterator<Item = &RowKey> {
        self.rows.keys()
    }

    /// What it says of some rows.
    #[must_use]
    pub fn only(&self, keys: &SortedSet<&RowKey>) -> Self {
        let rows = self.rows.iter().filter(|(key, _)| keys.contains(key));
        Self {
            rows: rows.map(|(key, row)| (key.clone(), row.clone())).collect(),
        }
    }

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows to put and the keys to delete.
    #[must_use]
    pub fn rows(self) -> (Vec<Row>, Vec<RowKey>) {
        let (mut puts, mut deletes) = (Vec::new(), Vec::new());
        for (row, value) in self.rows {
            match value {
                Some(value) => puts.push(Row {
                    store: row.store,
                    key: row.key,
                    value,
                }),
                None => deletes.push(row),
            }
        }
        (puts, deletes)
    }
}

/// The name of a row.
#[must_use]
pub fn row_key(store: &str, key: impl Into<String>) -> RowKey {
    RowKey {
        store: store.to_owned(),
        key: key.into(),
    }
}
