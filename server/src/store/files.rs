//! Files that documents name: what is here of them, and for which documents it was brought.

mod kind;
mod naming;

use besace_model::ids::{FileHash, MemberId};
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

pub use kind::FileKind;
pub use naming::{Watched, check, drop_unnamed, first_of, is_unchanged, last_seq, watched};

use super::StoreError;
use super::docs::DocRow;

/// A file whose bytes are here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileRow {
    /// The SHA-256 of its bytes.
    pub hash: FileHash,
    /// How many there are.
    pub bytes: u32,
    /// What was found in them.
    pub kind: FileKind,
}

const COLUMNS: &str = "SELECT hash, bytes, kind FROM file";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<FileRow> {
    Ok(FileRow {
        hash: FileHash(row.get(0)?),
        bytes: row.get(1)?,
        kind: FileKind::numbered(row.get(2)?),
    })
}

/// A file whose bytes are here, whichever document has it.
///
/// # Errors
/// Whatever SQLite says.
pub fn find(conn: &Connection, hash: FileHash) -> Result<Option<FileRow>, StoreError> {
    Ok(conn
        .prepare_cached(&format!("{COLUMNS} WHERE hash = ?1 AND is_gone = 0"))?
        .query_row([hash.0], read)
        .optional()?)
}

/// Whether a document, named by its first generation, has a file.
///
/// # Errors
/// Whatever SQLite says.
pub fn has(conn: &Connection, doc: DocRow, hash: FileHash) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM file JOIN file_of ON file = id WHERE doc = ?1 AND hash = ?2";
    Ok(conn.prepare_cached(sql)?.exists(params![doc, hash.0])?)
}

/// Every file that is here.
///
/// # Errors
/// Whatever SQLite says.
pub fn all(conn: &Connection) -> Result<Vec<FileRow>, StoreError> {
    let mut statement = conn.prepare(&format!("{COLUMNS} WHERE is_gone = 0 ORDER BY hash"))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Bytes of the files that a member brought, each counted once, and of all that are here.
///
/// # Errors
/// Whatever SQLite says.
pub fn taken(conn: &Connection, member: MemberId) -> Result<(u64, u64), StoreError> {
    let sum = |sql: &str, of: &[&dyn rusqlite::ToSql]| -> Result<u64, StoreError> {
        let sum: i64 = conn.prepare_cached(sql)?.query_row(of, |row| row.get(0))?;
        Ok(sum.unsigned_abs())
    };
    let own = "SELECT coalesce(sum(bytes), 0) FROM file
               WHERE id IN (SELECT file FROM file_of WHERE member = ?1)";
    let all = "SELECT coalesce(sum(bytes), 0) FROM file";
    Ok((sum(own, &[member.as_bytes()])?, sum(all, &[])?))
}

/// Notes a file whose bytes are here, and the document it was brought for.
///
/// # Errors
/// Whatever SQLite says.
pub fn note(
    conn: &Connection,
    file: &FileRow,
    doc: DocRow,
    member: MemberId,
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO file (hash, bytes, kind) VALUES (?1, ?2, ?3)
         ON CONFLICT (hash) DO UPDATE SET is_gone = 0",
    )?
    .execute(params![file.hash.0, file.bytes, file.kind.number()])?;
    conn.prepare_cached(
        "INSERT OR IGNORE INTO file_of (doc, file, member, at, checked_seq)
         SELECT ?1, id, ?3, ?4, 0 FROM file WHERE hash = ?2",
    )?
    .execute(params![doc, file.hash.0, member.as_bytes(), now.0])?;
    Ok(())
}

/// Files that no document has any more, and whose bytes may go.
///
/// # Errors
/// Whatever SQLite says.
pub fn gone(conn: &Connection, max: usize) -> Result<Vec<FileHash>, StoreError> {
    let sql = "SELECT hash FROM file WHERE is_gone = 1 LIMIT ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([max as i64], |row| Ok(FileHash(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a file is one of them.
///
/// # Errors
/// Whatever SQLite says.
pub fn is_gone(conn: &Connection, hash: FileHash) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM file WHERE hash = ?1 AND is_gone = 1";
    Ok(conn.prepare_cached(sql)?.exists([hash.0])?)
}

/// Forgets a file whose bytes are gone; with `lost`, also where documents have it: whoever still has the bytes brings them
/// again.
///
/// # Errors
/// Whatever SQLite says.
pub fn forget(conn: &Connection, hash: FileHash, lost: bool) -> Result<(), StoreError> {
    if lost {
        conn.prepare_cached(
            "DELETE FROM file_of WHERE file = (SELECT id FROM file WHERE hash = ?1)",
        )?
        .execute([hash.0])?;
    }
    conn.prepare_cached(
        "DELETE FROM file WHERE hash = ?1 AND id NOT IN (SELECT file FROM file_of)",
    )?
    .execute([hash.0])?;
    Ok(())
}
