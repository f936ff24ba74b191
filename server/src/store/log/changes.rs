//! The changes of documents, as they were accepted: from the rows of the log, or from the segments that they were moved to.

use besace_model::ids::{CommitHash, DeviceId};
use besace_model::segment::Kept;
use besace_model::time::Timestamp;
use rusqlite::{Connection, Row, params};

use crate::store::StoreError;
use crate::store::docs::DocRow;
use crate::store::segments::{self, Unpacked};

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

/// The commit at a place. `unpacked` keeps what was unpacked for it, for the next one.
///
/// # Errors
/// [`StoreError::Damaged`] when the segment with it cannot be read; whatever SQLite says; a place without a commit is an
/// error.
pub fn change_at(
    conn: &Connection,
    seq: u64,
    unpacked: &mut Unpacked,
) -> Result<Change, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT change, hash, doc, received_at FROM log WHERE seq = ?1")?;
    // The row is held on to while its segment is read, so that both are of one moment.
    let mut rows = statement.query([seq as i64])?;
    let row = rows.next()?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    let doc = row.get(2)?;
    Ok(Change {
        seq,
        doc,
        at: Timestamp(row.get(3)?),
        bytes: change_of(conn, doc, seq, row, unpacked)?,
    })
}

/// A document's changes in a span of the log, in order, until `take` says no.
///
/// # Errors
/// [`StoreError::Damaged`] when a segment with some of them cannot be read; whatever SQLite says.
pub fn changes_of(
    conn: &Connection,
    doc: DocRow,
    after: u64,
    upto: u64,
    mut take: impl FnMut(Change) -> bool,
) -> Result<(), StoreError> {
    let mut unpacked = Unpacked::default();
    let mut statement = conn.prepare_cached(
        "SELECT change, hash, seq, received_at FROM log WHERE doc = ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq",
    )?;
    let mut rows = statement.query(params![doc, after as i64, upto as i64])?;
    while let Some(row) = rows.next()? {
        let seq = row.get::<_, i64>(2)? as u64;
        let change = Change {
            seq,
            doc,
            at: Timestamp(row.get(3)?),
            bytes: change_of(conn, doc, seq, row, &mut unpacked)?,
        };
        if !take(change) {
            break;
        }
    }
    Ok(())
}

/// A document's commits in a span of the log, in order and with all that proves them, until `take` says no.
///
/// # Errors
/// [`StoreError::Damaged`] when a segment with some of them cannot be read; whatever SQLite says.
pub fn commits_of(
    conn: &Connection,
    doc: DocRow,
    after: u64,
    upto: u64,
    mut take: impl FnMut(Kept) -> bool,
) -> Result<(), StoreError> {
    let mut unpacked = Unpacked::default();
    let mut statement = conn.prepare_cached(
        "SELECT change, hash, seq, signature FROM log WHERE doc = ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq",
    )?;
    let mut rows = statement.query(params![doc, after as i64, upto as i64])?;
    while let Some(row) = rows.next()? {
        let (seq, hash) = (row.get::<_, i64>(2)? as u64, CommitHash(row.get(1)?));
        let commit = match row.get(0)? {
            Some(change) => Kept {
                seq,
                hash,
                signature: row.get(3)?,
                change,
            },
            None => unpacked.commit(conn, doc, seq, hash)?.clone(),
        };
        if !take(commit) {
            break;
        }
    }
    Ok(())
}

/// How many changes a document has up to an entry, and their bytes.
///
/// # Errors
/// [`StoreError::Damaged`] when the entry lies in a segment that cannot be read; whatever SQLite says.
pub fn size_of(conn: &Connection, doc: DocRow, upto: u64) -> Result<(u64, u64), StoreError> {
    let upto = upto.min(i64::MAX as u64) as i64;
    let (count, bytes) = conn
        .prepare_cached(
            "SELECT count(*), coalesce(sum(length(change)), 0) FROM log WHERE doc = ?1 AND seq <= ?2",
        )?
        .query_row(params![doc, upto], |row| {
            Ok((row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64))
        })?;
    Ok((count, bytes + segments::raw_bytes(conn, doc, upto)?))
}

/// Takes the content from some entries of a superseded document: their places, hashes and times stay. How many there
/// were.
///
/// # Errors
/// Whatever SQLite says.
pub fn clear(conn: &Connection, doc: DocRow, limit: usize) -> Result<usize, StoreError> {
    let last: Option<i64> = conn
        .prepare_cached(
            "SELECT max(seq) FROM (SELECT seq FROM log WHERE doc = ?1 ORDER BY seq LIMIT ?2)",
        )?
        .query_row(params![doc, limit as i64], |row| row.get(0))?;
    let Some(last) = last else {
        return Ok(0);
    };
    segments::remove(conn, doc, last)?;
    Ok(conn
        .prepare_cached(
            "UPDATE log SET doc = NULL, audience = NULL, device = NULL, signature = NULL, change = NULL
             WHERE seq IN (SELECT seq FROM log WHERE doc = ?1 AND seq <= ?2)",
        )?
        .execute(params![doc, last])?)
}

/// A document's changes after a place, each with its own and the device that signed it, for the admission's index.
///
/// # Errors
/// [`StoreError::Damaged`] when a segment with some of them cannot be read; whatever SQLite says.
pub fn signed_changes_of(
    conn: &Connection,
    doc: DocRow,
    after: u64,
    mut take: impl FnMut(u64, DeviceId, CommitHash, Vec<u8>),
) -> Result<(), StoreError> {
    let mut unpacked = Unpacked::default();
    let mut statement = conn.prepare_cached(
        "SELECT change, hash, seq, device.device FROM log JOIN device ON device.id = log.device WHERE doc = ?1 AND seq > ?2 ORDER BY seq",
    )?;
    let mut rows = statement.query(params![doc, after as i64])?;
    while let Some(row) = rows.next()? {
        let seq = row.get::<_, i64>(2)? as u64;
        take(
            seq,
            DeviceId::from_bytes(row.get(3)?),
            CommitHash(row.get(1)?),
            change_of(conn, doc, seq, row, &mut unpacked)?,
        );
    }
    Ok(())
}

/// The change of a row that begins with change and hash, wherever it lies.
fn change_of(
    conn: &Connection,
    doc: DocRow,
    seq: u64,
    row: &Row<'_>,
    unpacked: &mut Unpacked,
) -> Result<Vec<u8>, StoreError> {
    match row.get(0)? {
        Some(change) => Ok(change),
        None => {
            let hash = CommitHash(row.get(1)?);
            Ok(unpacked.commit(conn, doc, seq, hash)?.change.clone())
        }
    }
}
