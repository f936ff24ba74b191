//! What the relay derives: how far it has come, what documents gave, and what is to be written of it.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::projection::Given;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::docs::DocRow;

/// The entry of the log up to which every document was read.
///
/// # Errors
/// Whatever SQLite says.
pub fn upto(conn: &Connection) -> Result<u64, StoreError> {
    let upto: i64 = conn.query_row("SELECT derived_upto FROM coop", [], |row| row.get(0))?;
    Ok(upto as u64)
}

/// Notes that.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_upto(conn: &Connection, upto: u64) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE coop SET derived_upto = ?1")?
        .execute([upto as i64])?;
    Ok(())
}

/// The version that a kind was derived by throughout, if it ever was.
///
/// # Errors
/// Whatever SQLite says.
pub fn version(conn: &Connection, kind: Kind) -> Result<Option<u64>, StoreError> {
    let version: Option<i64> = conn
        .prepare_cached("SELECT version FROM projection WHERE kind = ?1")?
        .query_row([kind.number()], |row| row.get(0))
        .optional()?;
    Ok(version.map(|version| version as u64))
}

/// Notes the version that a kind is derived by, and that all its documents are to be written again.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_version(conn: &Connection, kind: Kind, version: u64) -> Result<(), StoreError> {
    conn.execute(
        "INSERT OR REPLACE INTO projection (kind, version) VALUES (?1, ?2)",
        params![kind.number(), version as i64],
    )?;
    conn.execute(
        "INSERT OR IGNORE INTO derived_due SELECT DISTINCT kind, owner, key FROM given WHERE kind = ?1",
        [kind.number()],
    )?;
    Ok(())
}

/// The documents of a kind that have entries of the log after one.
///
/// # Errors
/// Whatever SQLite says.
pub fn changed_after(conn: &Connection, kind: Kind, seq: u64) -> Result<Vec<DocRow>, StoreError> {
    let sql = if seq == 0 {
        "SELECT id FROM doc WHERE kind = ?1 AND superseded = 0 AND ?2 = 0"
    } else {
        "SELECT DISTINCT doc.id FROM log JOIN doc ON doc.id = log.doc WHERE doc.kind = ?1 AND log.seq > ?2"
    };
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params![kind.number(), seq as i64], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts what a document gives to those of a kind in the place of what it gave; those that it makes a difference to are to
/// be written.
///
/// # Errors
/// Whatever SQLite says.
pub fn give(
    conn: &Connection,
    source: DocRow,
    kind: Kind,
    given: &[Given],
) -> Result<(), StoreError> {
    let before = given_by(conn, source, kind)?;
    for old in &before {
        if !given.iter().any(|new| new.to == old.to) {
            let to = &old.to;
            conn.prepare_cached(
                "DELETE FROM given WHERE kind = ?1 AND owner = ?2 AND key = ?3 AND source = ?4",
            )?
            .execute(params![kind.number(), to.owner.as_bytes(), to.key, source])?;
            set_due(conn, to)?;
        }
    }
    for new in given.iter().filter(|new| !before.contains(new)) {
        let to = &new.to;
        conn.prepare_cached(
            "INSERT OR REPLACE INTO given (kind, owner, key, source, part) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![kind.number(), to.owner.as_bytes(), to.key, source, new.part])?;
        set_due(conn, to)?;
    }
    Ok(())
}

/// Takes back what a document gave that another one took the place of.
///
/// # Errors
/// Whatever SQLite says.
pub fn take_back(conn: &Connection, source: DocRow) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO derived_due SELECT kind, owner, key FROM given WHERE source = ?1",
    )?
    .execute([source])?;
    conn.prepare_cached("DELETE FROM given WHERE source = ?1")?
        .execute([source])?;
    Ok(())
}

fn given_by(conn: &Connection, source: DocRow, kind: Kind) -> Result<Vec<Given>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT kind, owner, key, part FROM given WHERE source = ?1 AND kind = ?2",
    )?;
    let rows = statement.query_map(params![source, kind.number()], |row| {
        Ok(Given {
            to: head(row)?,
            part: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// All that was given to a derived document.
///
/// # Errors
/// Whatever SQLite says.
pub fn parts_of(conn: &Connection, to: &DocHead) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT part FROM given WHERE kind = ?1 AND owner = ?2 AND key = ?3 ORDER BY source",
    )?;
    let key = params![to.kind.number(), to.owner.as_bytes(), to.key];
    let rows = statement.query_map(key, |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A derived document that is to be written, if there is one.
///
/// # Errors
/// Whatever SQLite says.
pub fn first_due(conn: &Connection) -> Result<Option<DocHead>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT kind, owner, key FROM derived_due LIMIT 1")?
        .query_row([], head)
        .optional()?)
}

fn set_due(conn: &Connection, to: &DocHead) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO derived_due (kind, owner, key) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![to.kind.number(), to.owner.as_bytes(), to.key])?;
    Ok(())
}

/// Notes that a derived document was written.
///
/// # Errors
/// Whatever SQLite says.
pub fn clear_due(conn: &Connection, to: &DocHead) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM derived_due WHERE kind = ?1 AND owner = ?2 AND key = ?3")?
        .execute(params![to.kind.number(), to.owner.as_bytes(), to.key])?;
    Ok(())
}

fn head(row: &Row<'_>) -> rusqlite::Result<DocHead> {
    Ok(DocHead {
        kind: Kind::numbered(row.get(0)?),
        owner: MemberId::from_bytes(row.get(1)?),
        key: row.get(2)?,
        generation: 0,
    })
}
