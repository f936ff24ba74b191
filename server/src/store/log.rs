//! The log: every accepted commit and every change of readers, in one gapless order.

use std::collections::{BTreeMap, BTreeSet};

use besace_model::ids::{CommitHash, DeviceId};
use besace_model::time::Timestamp;
use besace_model::wire::Receipt;
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::docs::{AudienceRow, DocRow};

/// A device's row number.
pub type DeviceRow = i64;

/// One accepted commit to be written.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Its place.
    pub seq: u64,
    /// The document.
    pub doc: DocRow,
    /// Who reads it.
    pub audience: AudienceRow,
    /// The device that signed.
    pub device: DeviceRow,
    /// The change's name.
    pub hash: CommitHash,
    /// The relay's clock.
    pub at: Timestamp,
    /// The signature (see [`set_proof`]).
    pub signature: &'a [u8],
    /// The raw change.
    pub change: &'a [u8],
}

/// Writes a commit.
///
/// # Errors
/// Whatever SQLite says.
pub fn append(conn: &Connection, entry: &Entry<'_>) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO log (seq, doc, audience, device, hash, received_at, signature, change)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        entry.seq as i64,
        entry.doc,
        entry.audience,
        entry.device,
        entry.hash.0,
        entry.at.0,
        entry.signature,
        entry.change,
    ])?;
    Ok(())
}

/// Puts a proof in the place of a signature that proves nothing: a signature over a later change of the same session,
/// then that change and those between, each behind its length (4 bytes, little-endian). By their hashes, what is signed
/// names the commit. Of a session whose commits follow each other, the last one's signature proves those before.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_proof(conn: &Connection, seq: u64, proof: &[u8]) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE log SET signature = ?2 WHERE seq = ?1")?
        .execute(params![seq as i64, proof])?;
    Ok(())
}

/// Writes a change of readers. `token` is what a cursor at this place remembers of it.
///
/// # Errors
/// Whatever SQLite says.
pub fn append_readers(
    conn: &Connection,
    seq: u64,
    token: [u8; 32],
    at: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO log (seq, hash, received_at) VALUES (?1, ?2, ?3)")?
        .execute(params![seq as i64, token, at.0])?;
    Ok(())
}

/// The last place written, 0 in an empty log.
///
/// # Errors
/// Whatever SQLite says.
pub fn head(conn: &Connection) -> Result<u64, StoreError> {
    let head: Option<i64> = conn
        .prepare_cached("SELECT max(seq) FROM log")?
        .query_row([], |row| row.get(0))?;
    Ok(head.unwrap_or(0) as u64)
}

/// The last place of each audience.
///
/// # Errors
/// Whatever SQLite says.
pub fn heads(conn: &Connection) -> Result<Vec<(AudienceRow, u64)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT id, (SELECT max(seq) FROM log WHERE audience = a.id AND doc IS NOT NULL) FROM audience a",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get(0)?,
            row.get::<_, Option<i64>>(1)?.unwrap_or(0) as u64,
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a cursor at a place remembers of it: the mark of the entry's hash.
///
/// # Errors
/// Whatever SQLite says.
pub fn mark(conn: &Connection, seq: u64) -> Result<Option<u32>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT hash FROM log WHERE seq = ?1")?
        .query_row([seq as i64], |row| row.get(0).map(CommitHash))
        .optional()?
        .map(|hash| hash.mark()))
}

/// The marks of the last entries, oldest first.
///
/// # Errors
/// Whatever SQLite says.
pub fn marks_after(conn: &Connection, after: u64) -> Result<Vec<u32>, StoreError> {
    let mut statement = conn.prepare("SELECT hash FROM log WHERE seq > ?1 ORDER BY seq")?;
    let rows = statement.query_map([after as i64], |row| {
        row.get(0).map(|hash| CommitHash(hash).mark())
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// When the entry at a place was accepted.
///
/// # Errors
/// Whatever SQLite says; an empty place is an error.
pub fn receipt(conn: &Connection, seq: u64) -> Result<Receipt, StoreError> {
    Ok(conn
        .prepare_cached("SELECT received_at FROM log WHERE seq = ?1")?
        .query_row([seq as i64], |row| {
            Ok(Receipt {
                seq,
                at: Timestamp(row.get(0)?),
            })
        })?)
}

/// Places of an audience's commits in a span of the log, bounded.
///
/// # Errors
/// Whatever SQLite says.
pub fn places_of(
    conn: &Connection,
    audience: AudienceRow,
    after: u64,
    upto: u64,
    limit: usize,
) -> Result<Vec<u64>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq FROM log WHERE audience = ?1 AND doc IS NOT NULL AND seq > ?2 AND seq <= ?3 ORDER BY seq LIMIT ?4",
    )?;
    let rows = statement.query_map(
        params![audience, after as i64, upto as i64, limit as i64],
        |row| Ok(row.get::<_, i64>(0)? as u64),
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An accepted change as readers get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its place.
    pub seq: u64,
    /// The document.
    pub doc: DocRow,
    /// When the relay accepted it.
    pub at: Timestamp,
    /// The raw change.
    pub bytes: Vec<u8>,
}

/// The commit at a place.
///
/// # Errors
/// Whatever SQLite says; a place without a commit is an error.
pub fn change_at(conn: &Connection, seq: u64) -> Result<Change, StoreError> {
    Ok(conn
        .prepare_cached("SELECT doc, received_at, change FROM log WHERE seq = ?1")?
        .query_row([seq as i64], |row| {
            Ok(Change {
                seq,
                doc: row.get(0)?,
                at: Timestamp(row.get(1)?),
                bytes: row.get(2)?,
            })
        })?)
}

/// A document's changes in a span of the log, in order, until `take` says no.
///
/// # Errors
/// Whatever SQLite says.
pub fn changes_of(
    conn: &Connection,
    doc: DocRow,
    after: u64,
    upto: u64,
    mut take: impl FnMut(Change) -> bool,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, received_at, change FROM log WHERE doc = ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq",
    )?;
    let mut rows = statement.query(params![doc, after as i64, upto as i64])?;
    while let Some(row) = rows.next()? {
        let change = Change {
            seq: row.get::<_, i64>(0)? as u64,
            doc,
            at: Timestamp(row.get(1)?),
            bytes: row.get(2)?,
        };
        if !take(change) {
            break;
        }
    }
    Ok(())
}

/// How many changes a document has up to an entry, and their bytes.
///
/// # Errors
/// Whatever SQLite says.
pub fn size_of(conn: &Connection, doc: DocRow, upto: u64) -> Result<(u64, u64), StoreError> {
    let upto = upto.min(i64::MAX as u64) as i64;
    Ok(conn
        .prepare_cached(
            "SELECT count(*), coalesce(sum(length(change)), 0) FROM log WHERE doc = ?1 AND seq <= ?2",
        )?
        .query_row(params![doc, upto], |row| {
            Ok((row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64))
        })?)
}

/// Takes the content from some entries of a superseded document: their places, hashes and times stay. How many there
/// were.
///
/// # Errors
/// Whatever SQLite says.
pub fn clear(conn: &Connection, doc: DocRow, limit: usize) -> Result<usize, StoreError> {
    Ok(conn
        .prepare_cached(
            "UPDATE log SET doc = NULL, audience = NULL, device = NULL, signature = NULL, change = NULL
             WHERE seq IN (SELECT seq FROM log WHERE doc = ?1 ORDER BY seq LIMIT ?2)",
        )?
        .execute(params![doc, limit as i64])?)
}

/// The receipts of those of these changes that a document has, and how many changes were looked at. Goes through all its changes: nothing for the writer.
///
/// # Errors
/// Whatever SQLite says.
pub fn receipts(
    conn: &Connection,
    doc: DocRow,
    wanted: &BTreeSet<CommitHash>,
) -> Result<(BTreeMap<CommitHash, Receipt>, usize), StoreError> {
    let mut found = BTreeMap::new();
    let mut looked = 0;
    let mut statement =
        conn.prepare_cached("SELECT seq, hash, received_at FROM log WHERE doc = ?1 ORDER BY seq")?;
    let mut rows = statement.query([doc])?;
    while let Some(row) = rows.next()? {
        let hash = CommitHash(row.get(1)?);
        looked += 1;
        if wanted.contains(&hash) {
            let seq = row.get::<_, i64>(0)? as u64;
            let at = Timestamp(row.get(2)?);
            found.insert(hash, Receipt { seq, at });
        }
    }
    Ok((found, looked))
}

/// A document's changes after a place, each with its own and the device that signed it, for the admission's index.
///
/// # Errors
/// Whatever SQLite says.
pub fn signed_changes_of(
    conn: &Connection,
    doc: DocRow,
    after: u64,
    mut take: impl FnMut(u64, DeviceId, CommitHash, Vec<u8>),
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, device.device, hash, change FROM log JOIN device ON device.id = log.device WHERE doc = ?1 AND seq > ?2 ORDER BY seq",
    )?;
    let mut rows = statement.query(params![doc, after as i64])?;
    while let Some(row) = rows.next()? {
        take(
            row.get::<_, i64>(0)? as u64,
            DeviceId::from_bytes(row.get(1)?),
            CommitHash(row.get(2)?),
            row.get(3)?,
        );
    }
    Ok(())
}
