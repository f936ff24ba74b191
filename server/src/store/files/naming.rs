//! Which documents still name the files that they have.

use std::collections::BTreeSet;

use besace_model::head::DocHead;
use besace_model::ids::{CoopId, FileHash};
use besace_model::time::Timestamp;
use rusqlite::{Connection, params};

use crate::store::StoreError;
use crate::store::docs::{self, DocMeta, DocRow};

/// A document that has files.
#[derive(Debug, Clone)]
pub struct Watched {
    /// Its first generation.
    pub first: DocRow,
    /// The one that stands now, if one does. What somebody had recorded stays once they left, and its files prove it.
    pub last: Option<DocMeta>,
    /// The last entry of that one.
    pub seq: u64,
    /// Whether it was not looked at since that entry.
    pub is_changed: bool,
}

/// The first generation of a document.
///
/// # Errors
/// Whatever SQLite says.
pub fn first_of(conn: &Connection, meta: &DocMeta, coop: CoopId) -> Result<DocRow, StoreError> {
    if meta.head.generation == 0 {
        return Ok(meta.row);
    }
    let head = DocHead {
        generation: 0,
        ..meta.head.clone()
    };
    Ok(docs::find(conn, head.id(coop))?.map_or(meta.row, |first| first.row))
}

/// Documents that have files, in order, after one.
///
/// # Errors
/// Whatever SQLite says.
pub fn watched(
    conn: &Connection,
    coop: CoopId,
    after: DocRow,
    max: usize,
) -> Result<Vec<Watched>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT doc, min(checked_seq) FROM file_of WHERE doc > ?1 GROUP BY doc ORDER BY doc LIMIT ?2",
    )?;
    let rows = statement.query_map(params![after, max as i64], |row| {
        Ok((row.get(0)?, row.get::<_, i64>(1)? as u64))
    })?;
    let mut all = Vec::new();
    for row in rows {
        let (first, checked): (DocRow, u64) = row?;
        let last = docs::last(conn, coop, &docs::get(conn, first)?.head)?;
        let last = last.filter(|it| !it.is_superseded);
        let seq = last.as_ref().map_or(Ok(0), |it| last_seq(conn, it.row))?;
        all.push(Watched {
            first,
            seq,
            is_changed: last.is_none() || seq != checked,
            last,
        });
    }
    Ok(all)
}

/// The last entry of a document.
///
/// # Errors
/// Whatever SQLite says.
pub fn last_seq(conn: &Connection, doc: DocRow) -> Result<u64, StoreError> {
    let sql = "SELECT coalesce(max(seq), 0) FROM log WHERE doc = ?1";
    let seq: i64 = conn
        .prepare_cached(sql)?
        .query_row([doc], |row| row.get(0))?;
    Ok(seq as u64)
}

/// Whether a document stands as it was looked at.
///
/// # Errors
/// Whatever SQLite says.
pub fn is_unchanged(conn: &Connection, watched: &Watched) -> Result<bool, StoreError> {
    let last = watched.last.as_ref();
    let seq = last.map_or(Ok(watched.seq), |last| last_seq(conn, last.row))?;
    Ok(seq == watched.seq)
}

/// Notes which of its files a document names, unless it changed since it was looked at.
///
/// # Errors
/// Whatever SQLite says.
pub fn check(
    conn: &Connection,
    watched: &Watched,
    named: &BTreeSet<FileHash>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if !is_unchanged(conn, watched)? {
        return Ok(false);
    }
    let mut statement = conn
        .prepare_cached("SELECT file, hash FROM file_of JOIN file ON file = id WHERE doc = ?1")?;
    let files = statement.query_map([watched.first], |row| {
        Ok((row.get(0)?, FileHash(row.get(1)?)))
    })?;
    let files: Vec<(i64, FileHash)> = files.collect::<Result<_, _>>()?;
    for (file, hash) in files {
        let sql = if named.contains(&hash) {
            "UPDATE file_of SET checked_seq = ?3, unnamed_at = NULL WHERE doc = ?1 AND file = ?2 AND ?4 = ?4"
        } else {
            "UPDATE file_of SET checked_seq = ?3, unnamed_at = coalesce(unnamed_at, ?4) WHERE doc = ?1 AND file = ?2"
        };
        conn.prepare_cached(sql)?.execute(params![
            watched.first,
            file,
            watched.seq as i64,
            now.0
        ])?;
    }
    Ok(true)
}

/// Takes from a document the files that it has not named since a time, and marks those that no document has any more.
///
/// # Errors
/// Whatever SQLite says.
pub fn drop_unnamed(conn: &Connection, doc: DocRow, since: Timestamp) -> Result<(), StoreError> {
    let dropped = conn
        .prepare_cached("DELETE FROM file_of WHERE doc = ?1 AND unnamed_at <= ?2")?
        .execute(params![doc, since.0])?;
    if dropped == 0 {
        return Ok(());
    }
    conn.prepare_cached(
        "UPDATE file SET is_gone = 1 WHERE is_gone = 0 AND id NOT IN (SELECT file FROM file_of)",
    )?
    .execute([])?;
    Ok(())
}
