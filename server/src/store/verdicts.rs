//! Refusals, kept so that the same question gets the same answer, and commits held for a person to decide.

use besace_model::error::ErrorCode;
use besace_model::ids::{CommitHash, DocId};
use besace_model::time::Timestamp;
use besace_model::wire::Verdict;
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::log::DeviceRow;
use crate::limits::VERDICTS_PER_DEVICE_MAX;

/// A commit that was not accepted.
#[derive(Debug, Clone, Copy)]
pub struct Rejected<'a> {
    /// The document it names.
    pub doc: DocId,
    /// The change's name.
    pub hash: CommitHash,
    /// The device that signed.
    pub device: DeviceRow,
    /// Why.
    pub code: ErrorCode,
    /// Where.
    pub path: &'a str,
    /// The relay's clock.
    pub at: Timestamp,
    /// The change's length.
    pub bytes: usize,
    /// Whether it is held for a decision.
    pub is_held: bool,
    /// The signature and the change, when they are kept for that.
    pub kept: Option<(&'a [u8], &'a [u8])>,
}

/// What was answered before, if anything.
///
/// # Errors
/// Whatever SQLite says.
pub fn find(
    conn: &Connection,
    doc: DocId,
    hash: CommitHash,
    device: DeviceRow,
) -> Result<Option<Verdict>, StoreError> {
    let row = conn
        .prepare_cached(
            "SELECT held, code, path FROM verdict WHERE doc = ?1 AND hash = ?2 AND device = ?3",
        )?
        .query_row(params![doc.0, hash.0, device], |row| {
            Ok((
                row.get::<_, bool>(0)?,
                row.get::<_, u8>(1)?,
                row.get::<_, String>(2)?,
            ))
        })
        .optional()?;
    let Some((held, code, path)) = row else {
        return Ok(None);
    };
    let code = code_of(code)?;
    Ok(Some(if held {
        Verdict::Held(code)
    } else {
        Verdict::Refused(code, path)
    }))
}

/// Records an answer. Who records several calls [`trim`] once after them.
///
/// # Errors
/// Whatever SQLite says.
pub fn record(conn: &Connection, rejected: &Rejected<'_>) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO verdict (doc, hash, device, held, code, path, at, bytes, signature, change)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        rejected.doc.0,
        rejected.hash.0,
        rejected.device,
        rejected.is_held,
        number_of(rejected.code),
        rejected.path,
        rejected.at.0,
        rejected.bytes as i64,
        rejected.kept.map(|(signature, _)| signature),
        rejected.kept.map(|(_, change)| change),
    ])?;
    Ok(())
}

/// Bytes of a device's held commits that are kept. Goes through all its answers.
///
/// # Errors
/// Whatever SQLite says.
pub fn held_bytes(conn: &Connection, device: DeviceRow) -> Result<i64, StoreError> {
    Ok(conn
        .prepare_cached(
            "SELECT coalesce(sum(bytes), 0) FROM verdict WHERE device = ?1 AND change IS NOT NULL",
        )?
        .query_row([device], |row| row.get(0))?)
}

/// Forgets a device's oldest answers past the limit.
///
/// # Errors
/// Whatever SQLite says.
pub fn trim(conn: &Connection, device: DeviceRow) -> Result<(), StoreError> {
    conn.prepare_cached(
        "DELETE FROM verdict WHERE device = ?1 AND id <= (
             SELECT id FROM verdict WHERE device = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
    )?
    .execute(params![device, VERDICTS_PER_DEVICE_MAX])?;
    Ok(())
}

/// Forgets held commits nobody decided about.
///
/// # Errors
/// Whatever SQLite says.
pub fn forget_held(conn: &Connection, before: Timestamp) -> Result<usize, StoreError> {
    Ok(conn
        .prepare_cached("UPDATE verdict SET signature = NULL, change = NULL WHERE change IS NOT NULL AND at < ?1")?
        .execute([before.0])?)
}

/// The code's number on the wire, which is also its number here.
fn number_of(code: ErrorCode) -> u8 {
    match minicbor::to_vec(code).as_deref() {
        Ok([small]) => *small,
        Ok([_, number]) => *number,
        _ => 0,
    }
}

fn code_of(number: u8) -> Result<ErrorCode, StoreError> {
    let bytes = minicbor::to_vec(number).map_err(|_| StoreError::Damaged("error code"))?;
    minicbor::decode(&bytes).map_err(|_| StoreError::Damaged("error code"))
}
