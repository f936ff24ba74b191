//! What each document gave to those that are derived.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::projection::{EACH, Given};
use rusqlite::{Connection, params};

use super::due::{head, set_due};
use crate::store::StoreError;
use crate::store::docs::DocRow;

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
    let mut statement =
        conn.prepare_cached("SELECT kind, owner, key FROM given WHERE source = ?1")?;
    let heads: Vec<DocHead> = statement
        .query_map([source], head)?
        .collect::<Result<_, _>>()?;
    for to in &heads {
        set_due(conn, to)?;
    }
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

/// All that was given to a derived document; nothing where nothing was given but to all of its kind.
///
/// # Errors
/// Whatever SQLite says.
pub fn parts_of(conn: &Connection, to: &DocHead) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT part FROM given WHERE kind = ?1 AND owner = ?2 AND key = ?3 ORDER BY source",
    )?;
    let mut given_to = |owner: MemberId, key: &str| -> Result<Vec<Vec<u8>>, StoreError> {
        let to = params![to.kind.number(), owner.as_bytes(), key];
        let rows = statement.query_map(to, |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    let mut parts = given_to(to.owner, &to.key)?;
    if !parts.is_empty() {
        parts.extend(given_to(MemberId::RELAY, EACH)?);
    }
    Ok(parts)
}
