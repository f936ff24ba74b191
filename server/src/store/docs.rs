//! Documents and their audiences.

mod audiences;
mod generations;
mod shelves;
mod trials;

use besace_model::head::DocHead;
use besace_model::ids::{DocId, MemberId};
use besace_model::kind::Kind;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(super) use audiences::audience_of;
pub use audiences::{audiences, insert_audience};
pub use generations::{count_rebuilt, last, next_rebuilt, supersede, superseded};
pub use shelves::{count_after, count_between, names_of, next_of};
pub use trials::{freeze, frozen, set_tried, tried_ops, untried};

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
