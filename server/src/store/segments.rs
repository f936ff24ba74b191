//! Segments: commits that lie together in few bytes, in the place of what their rows of the log held.

mod unpacked;

use besace_model::ids::CommitHash;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub use unpacked::Unpacked;

use super::StoreError;
use super::docs::DocRow;

/// What must not be found where a segment is looked for.
pub(super) const DAMAGED: StoreError = StoreError::Damaged("a segment");

/// A segment that waits to be put in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The document.
    pub doc: DocRow,
    /// Up to where its commits were moved before.
    pub after: u64,
    /// The place of its first commit; all that the document has between it and the last one are in it.
    pub first: u64,
    /// The place of its last commit.
    pub last: u64,
    /// How many commits it holds.
    pub count: usize,
    /// What their changes are long.
    pub raw_bytes: u64,
    /// Up to where the document's commits are moved with it.
    pub upto: u64,
    /// The segment.
    pub bytes: Vec<u8>,
}

/// Documents of which a snapshot covers more than was moved: some of it may be too little to move.
///
/// # Errors
/// Whatever SQLite says.
pub fn due(conn: &Connection) -> Result<Vec<DocRow>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT doc.id FROM doc JOIN snapshot ON snapshot.doc = doc.id
         WHERE frozen = 0 AND superseded = 0 AND segmented_seq < upto_seq",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Up to where a document's commits were moved, and up to where they may be; `None` when none may.
///
/// # Errors
/// Whatever SQLite says.
pub fn span(conn: &Connection, doc: DocRow) -> Result<Option<(u64, u64)>, StoreError> {
    Ok(conn
        .prepare_cached(
            "SELECT segmented_seq, upto_seq FROM doc JOIN snapshot ON snapshot.doc = doc.id
             WHERE doc.id = ?1 AND frozen = 0 AND superseded = 0",
        )?
        .query_row([doc], |row| {
            Ok((row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64))
        })
        .optional()?)
}

/// Puts a segment in the place of what its rows hold. False, and nothing is done, when the document is not any more as it
/// was when the segment was made: it was frozen, superseded, or moved by somebody else.
///
/// # Errors
/// [`StoreError::Damaged`] when its rows are not there; whatever SQLite says.
pub fn put(conn: &Connection, packed: &Packed) -> Result<bool, StoreError> {
    let (first, last) = (packed.first as i64, packed.last as i64);
    let noted = conn
        .prepare_cached(
            "UPDATE doc SET segmented_seq = ?3
             WHERE id = ?1 AND segmented_seq = ?2 AND frozen = 0 AND superseded = 0
             AND EXISTS (SELECT 1 FROM snapshot WHERE snapshot.doc = ?1 AND upto_seq >= ?3)",
        )?
        .execute(params![packed.doc, packed.after as i64, packed.upto as i64])?;
    if noted == 0 {
        return Ok(false);
    }
    let mut statement = conn.prepare_cached(
        "SELECT seq, audience, device, hash, received_at FROM log WHERE doc = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq",
    )?;
    let rows = statement.query_map(params![packed.doc, first, last], Rest::read)?;
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    if rows.len() != packed.count {
        return Err(DAMAGED);
    }
    // Taken out and put back: a row that only gets shorter leaves its page as empty as it then is.
    conn.prepare_cached("DELETE FROM log WHERE doc = ?1 AND seq BETWEEN ?2 AND ?3")?
        .execute(params![packed.doc, first, last])?;
    for row in rows {
        row.write(conn, packed.doc)?;
    }
    conn.prepare_cached(
        "INSERT INTO segment (doc, first_seq, last_seq, raw_bytes, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![packed.doc, first, last, packed.raw_bytes as i64, packed.bytes])?;
    Ok(true)
}

/// Removes a document's segments that end at a place or before it.
///
/// # Errors
/// Whatever SQLite says.
pub(super) fn remove(conn: &Connection, doc: DocRow, upto: i64) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM segment WHERE doc = ?1 AND last_seq <= ?2")?
        .execute(params![doc, upto])?;
    Ok(())
}

/// What the changes of a document are long that were moved and stand at a place or before it.
///
/// # Errors
/// [`StoreError::Damaged`] when a segment that ends beyond it cannot be read; whatever SQLite says.
pub(super) fn raw_bytes(conn: &Connection, doc: DocRow, upto: i64) -> Result<u64, StoreError> {
    let whole: i64 = conn
        .prepare_cached(
            "SELECT coalesce(sum(raw_bytes), 0) FROM segment WHERE doc = ?1 AND last_seq <= ?2",
        )?
        .query_row(params![doc, upto], |row| row.get(0))?;
    let begun: Option<Vec<u8>> = conn
        .prepare_cached(
            "SELECT bytes FROM segment WHERE doc = ?1 AND last_seq > ?2 AND first_seq <= ?2",
        )?
        .query_row(params![doc, upto], |row| row.get(0))
        .optional()?;
    let begun = begun.map_or(Ok(Vec::new()), |bytes| unpacked::commits(&bytes))?;
    let before = begun.iter().take_while(|commit| commit.seq as i64 <= upto);
    let bytes: u64 = before.map(|commit| commit.change.len() as u64).sum();
    Ok(whole as u64 + bytes)
}

/// What a row of the log keeps.
struct Rest {
    seq: i64,
    audience: i64,
    device: i64,
    hash: CommitHash,
    at: i64,
}

impl Rest {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get(0)?,
            audience: row.get(1)?,
            device: row.get(2)?,
            hash: CommitHash(row.get(3)?),
            at: row.get(4)?,
        })
    }

    fn write(&self, conn: &Connection, doc: DocRow) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO log (seq, doc, audience, device, hash, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![self.seq, doc, self.audience, self.device, self.hash.0, self.at])?;
        Ok(())
    }
}
