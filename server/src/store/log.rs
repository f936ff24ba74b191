//! The log: every accepted commit and every change of readers, in one gapless order.

mod changes;
mod marks;
mod receipts;

use besace_model::ids::CommitHash;
use besace_model::time::Timestamp;
use rusqlite::{Connection, params};

pub use changes::{Change, change_at, changes_of, clear, commits_of, signed_changes_of, size_of};
pub use marks::{head, heads, mark, marks_after};
pub use receipts::{last_of, receipt, receipts};

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
