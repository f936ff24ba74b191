//! Refusals, kept so that the same question gets the same answer. Nothing of what was refused is.

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
            "SELECT code, path FROM verdict WHERE doc = ?1 AND hash = ?2 AND device = ?3",
        )?
        .query_row(params![doc.0, hash.0, device], |row| {
            Ok((row.get::<_, u8>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    row.map(|(code, path)| Ok(Verdict::Refused(code_of(code)?, path)))
        .transpose()
}

/// Records an answer. Who records several calls [`trim`] once after them.
///
/// # Errors
/// Whatever SQLite says.
pub fn record(conn: &Connection, rejected: &Rejected<'_>) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO verdict (doc, hash, device, code, path, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        rejected.doc.0,
        rejected.hash.0,
        rejected.device,
        number_of(rejected.code),
        rejected.path,
        rejected.at.0,
    ])?;
    Ok(())
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
