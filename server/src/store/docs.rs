//! Documents and their audiences.

use besace_model::access::{Audience, Readers};
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DocId, MemberId, Ulid};
use besace_model::kind::Kind;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;

/// A document's row number: short, and only of this file.
pub type DocRow = i64;
/// An audience's row number.
pub type AudienceRow = u32;

/// What the file says of a document besides its changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocMeta {
    /// Its row.
    pub row: DocRow,
    /// Its name.
    pub id: DocId,
    /// What it is.
    pub head: DocHead,
    /// Who reads it.
    pub audience: AudienceRow,
    /// The log entry that made it.
    pub first_seq: u64,
    /// Whether nothing more is accepted until a person has looked.
    pub is_frozen: bool,
    /// Whether another one without its history took its place.
    pub is_superseded: bool,
    /// The last entry of what it was rebuilt from; 0: it began with nothing.
    pub base_seq: u64,
}

const COLUMNS: &str = "id, doc, kind, owner, key, generation, audience, first_seq, frozen, superseded, base_seq FROM doc";

fn read(row: &Row<'_>) -> rusqlite::Result<DocMeta> {
    Ok(DocMeta {
        row: row.get(0)?,
        id: DocId(row.get(1)?),
        head: DocHead {
            kind: Kind::numbered(row.get(2)?),
            owner: MemberId::from_bytes(row.get(3)?),
            key: row.get(4)?,
            generation: row.get(5)?,
        },
        audience: row.get(6)?,
        first_seq: row.get::<_, i64>(7)? as u64,
        is_frozen: row.get(8)?,
        is_superseded: row.get(9)?,
        base_seq: row.get::<_, i64>(10)? as u64,
    })
}

/// A document by name.
///
/// # Errors
/// Whatever SQLite says.
pub fn find(conn: &Connection, id: DocId) -> Result<Option<DocMeta>, StoreError> {
    Ok(conn
        .prepare_cached(&format!("SELECT {COLUMNS} WHERE doc = ?1"))?
        .query_row([id.0], read)
        .optional()?)
}

/// A document by row.
///
/// # Errors
/// Whatever SQLite says; a row that is not there is an error.
pub fn get(conn: &Connection, row: DocRow) -> Result<DocMeta, StoreError> {
    Ok(conn
        .prepare_cached(&format!("SELECT {COLUMNS} WHERE id = ?1"))?
        .query_row([row], read)?)
}

/// The last generation of a document.
///
/// # Errors
/// Whatever SQLite says.
pub fn last(
    conn: &Connection,
    coop: CoopId,
    head: &DocHead,
) -> Result<Option<DocMeta>, StoreError> {
    let rebuilt = conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE kind = ?1 AND owner = ?2 AND key = ?3 AND generation > 0
             ORDER BY generation DESC LIMIT 1"
        ))?
        .query_row(
            params![head.kind.number(), head.owner.as_bytes(), head.key],
            read,
        )
        .optional()?;
    match rebuilt {
        Some(doc) => Ok(Some(doc)),
        None => find(conn, head.id(coop)),
    }
}

/// Notes that a document took the place of another, and the last entry of what it began with.
///
/// # Errors
/// Whatever SQLite says.
pub fn supersede(
    conn: &Connection,
    old: DocRow,
    new: DocRow,
    base_seq: u64,
) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE doc SET superseded = 1 WHERE id = ?1")?
        .execute([old])?;
    conn.prepare_cached("UPDATE doc SET base_seq = ?2 WHERE id = ?1")?
        .execute(params![new, base_seq as i64])?;
    Ok(())
}

/// Superseded documents whose entries are in the log, with their kind.
///
/// # Errors
/// Whatever SQLite says.
pub fn superseded(conn: &Connection) -> Result<Vec<(DocRow, Kind)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT id, kind FROM doc WHERE superseded = 1 AND EXISTS (SELECT 1 FROM log WHERE log.doc = doc.id)",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, Kind::numbered(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The next document of an audience and kind from a row on (`first` included) that was rebuilt after an entry.
///
/// # Errors
/// Whatever SQLite says.
pub fn next_rebuilt(
    conn: &Connection,
    audience: AudienceRow,
    kind: Kind,
    first: DocRow,
    after: u64,
) -> Result<Option<DocMeta>, StoreError> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} INDEXED BY doc_rebuilt WHERE audience = ?1 AND kind = ?2 AND first_seq > ?4
             AND generation > 0 AND id >= ?3 AND superseded = 0 ORDER BY id LIMIT 1"
        ))?
        .query_row(params![audience, kind.number(), first, after as i64], read)
        .optional()?)
}

/// How many [`next_rebuilt`] finds.
///
/// # Errors
/// Whatever SQLite says.
pub fn count_rebuilt(
    conn: &Connection,
    audience: AudienceRow,
    kind: Kind,
    after: u64,
) -> Result<u32, StoreError> {
    Ok(conn
        .prepare_cached(
            "SELECT count(*) FROM doc INDEXED BY doc_rebuilt WHERE audience = ?1 AND kind = ?2
             AND first_seq > ?3 AND generation > 0 AND superseded = 0",
        )?
        .query_row(params![audience, kind.number(), after as i64], |row| {
            row.get(0)
        })?)
}

/// Every document that stands, by row: for exports.
///
/// # Errors
/// Whatever SQLite says.
pub fn all(conn: &Connection) -> Result<Vec<DocMeta>, StoreError> {
    let mut statement = conn.prepare(&format!(
        "SELECT {COLUMNS} WHERE superseded = 0 ORDER BY id"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a new document's row.
///
/// # Errors
/// Whatever SQLite says.
pub fn insert(
    conn: &Connection,
    id: DocId,
    head: &DocHead,
    audience: AudienceRow,
    first_seq: u64,
) -> Result<DocMeta, StoreError> {
    conn.prepare_cached(
        "INSERT INTO doc (doc, kind, owner, key, generation, audience, first_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        id.0,
        head.kind.number(),
        head.owner.as_bytes(),
        head.key,
        head.generation,
        audience,
        first_seq as i64,
    ])?;
    Ok(DocMeta {
        row: conn.last_insert_rowid(),
        id,
        head: head.clone(),
        audience,
        first_seq,
        is_frozen: false,
        is_superseded: false,
        base_seq: 0,
    })
}

/// Lets nothing more into a document.
///
/// # Errors
/// Whatever SQLite says.
pub fn freeze(conn: &Connection, row: DocRow) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE doc SET frozen = 1 WHERE id = ?1")?
        .execute([row])?;
    Ok(())
}

/// How many operations a document had when it was tried last.
///
/// # Errors
/// Whatever SQLite says.
pub fn tried_ops(conn: &Connection, row: DocRow) -> Result<usize, StoreError> {
    let ops: i64 = conn
        .prepare_cached("SELECT tried_ops FROM doc WHERE id = ?1")?
        .query_row([row], |row| row.get(0))?;
    Ok(usize::try_from(ops).unwrap_or(0))
}

/// Notes how far a document was tried, and the operations it has then.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_tried(conn: &Connection, row: DocRow, upto: u64, ops: usize) -> Result<(), StoreError> {
    conn.prepare_cached(
        "UPDATE doc SET tried_seq = ?2, tried_ops = ?3 WHERE id = ?1 AND tried_seq <= ?2",
    )?
    .execute(params![row, upto as i64, ops as i64])?;
    Ok(())
}

/// Documents that are not frozen and have entries that were not tried: the first place where one may stand, and the
/// last.
///
/// # Errors
/// Whatever SQLite says.
pub fn untried(conn: &Connection) -> Result<Vec<(DocRow, u64, u64)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT id, tried + 1, last FROM (
             SELECT doc.id, max(tried_seq, coalesce(snapshot.upto_seq, 0)) AS tried,
                 (SELECT max(seq) FROM log WHERE log.doc = doc.id) AS last
             FROM doc LEFT JOIN snapshot ON snapshot.doc = doc.id WHERE frozen = 0 AND superseded = 0
         ) WHERE last > tried",
    )?;
    let rows = statement.query_map([], |row| {
        let (first, last): (i64, i64) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, first as u64, last as u64))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Frozen documents, each with the last entry of its snapshot, 0 without one.
///
/// # Errors
/// Whatever SQLite says.
pub fn frozen(conn: &Connection) -> Result<Vec<(DocRow, u64)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT doc.id, coalesce(snapshot.upto_seq, 0)
         FROM doc LEFT JOIN snapshot ON snapshot.doc = doc.id WHERE frozen = 1",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many documents an owner has after a row, and the last of their rows.
///
/// # Errors
/// Whatever SQLite says.
pub fn count_after(
    conn: &Connection,
    owner: MemberId,
    after: DocRow,
) -> Result<(u64, Option<DocRow>), StoreError> {
    Ok(conn
        .prepare_cached("SELECT count(*), max(id) FROM doc WHERE owner = ?1 AND id > ?2")?
        .query_row(params![owner.as_bytes(), after], |row| {
            Ok((row.get::<_, i64>(0)? as u64, row.get(1)?))
        })?)
}

/// Documents of an audience and kind made in a span of the log.
///
/// # Errors
/// Whatever SQLite says.
pub fn count_between(
    conn: &Connection,
    audience: AudienceRow,
    kind: Kind,
    upto: u64,
) -> Result<u32, StoreError> {
    Ok(conn
        .prepare_cached(
            "SELECT count(*) FROM doc WHERE audience = ?1 AND kind = ?2 AND superseded = 0
             AND (first_seq <= ?3 OR generation > 0)",
        )?
        .query_row(params![audience, kind.number(), upto as i64], |row| {
            row.get(0)
        })?)
}

/// The next document of an audience and kind from a row on (`first` included), made no later than `upto`. One that was
/// rebuilt later counts for what it took the place of.
///
/// # Errors
/// Whatever SQLite says.
pub fn next_of(
    conn: &Connection,
    audience: AudienceRow,
    kind: Kind,
    first: DocRow,
    upto: u64,
) -> Result<Option<DocMeta>, StoreError> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE audience = ?1 AND kind = ?2 AND id >= ?3 AND superseded = 0
             AND (first_seq <= ?4 OR generation > 0) ORDER BY id LIMIT 1"
        ))?
        .query_row(params![audience, kind.number(), first, upto as i64], read)
        .optional()?)
}

/// Names of an audience's documents after a row, with their rows.
///
/// # Errors
/// Whatever SQLite says.
pub fn names_of(
    conn: &Connection,
    audience: AudienceRow,
    after: DocRow,
    upto: u64,
    limit: usize,
) -> Result<Vec<(DocRow, DocId)>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT id, doc FROM doc INDEXED BY doc_audience
         WHERE audience = ?1 AND id > ?2 AND first_seq <= ?3 ORDER BY id LIMIT ?4",
    )?;
    let rows = statement.query_map(params![audience, after, upto as i64, limit as i64], |row| {
        Ok((row.get(0)?, DocId(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every audience of the file, by row.
///
/// # Errors
/// Whatever SQLite says.
pub fn audiences(conn: &Connection) -> Result<Vec<(AudienceRow, Audience)>, StoreError> {
    let mut statement = conn.prepare("SELECT id, tag, owner FROM audience ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok((row.get(0)?, audience_of(row.get(1)?, row.get(2)?)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The audience of a stored tag and of what it is about, which the file calls its owner.
pub(super) fn audience_of(tag: u8, about: [u8; 16]) -> rusqlite::Result<Audience> {
    let readers =
        Readers::numbered(tag).ok_or(rusqlite::Error::IntegralValueOutOfRange(1, tag.into()))?;
    Ok(readers.about(Ulid(about)))
}

/// Writes a new audience's row.
///
/// # Errors
/// Whatever SQLite says.
pub fn insert_audience(conn: &Connection, audience: Audience) -> Result<AudienceRow, StoreError> {
    let tag = audience.readers as u8;
    conn.prepare_cached("INSERT INTO audience (tag, owner) VALUES (?1, ?2)")?
        .execute(params![tag, audience.about.0])?;
    u32::try_from(conn.last_insert_rowid()).map_err(|_| StoreError::Damaged("audience row"))
}
