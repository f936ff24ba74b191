//! The table of covers: who stands in for whom, from when to when, and whether that is open now.

use std::collections::BTreeMap;

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::team_board::CoverTerms;
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;

/// A cover, and whether it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    /// The entry of the team's board.
    pub id: Ulid,
    /// Who stands in for whom.
    pub terms: CoverTerms,
    /// Whether what the one accompanies is open to the other.
    pub is_open: bool,
}

/// Who stands in, and the end of their last day.
pub type StandIns = BTreeMap<MemberId, Timestamp>;

const COVERS: &str = "SELECT cover, away, backup, from_at, until_at, is_open FROM cover";

/// A cover.
///
/// # Errors
/// Whatever SQLite says.
pub fn find(conn: &Connection, id: Ulid) -> Result<Option<Cover>, StoreError> {
    let sql = format!("{COVERS} WHERE cover = ?1");
    let mut statement = conn.prepare_cached(&sql)?;
    Ok(statement.query_row([id.0], cover).optional()?)
}

/// The covers that are to open or to end by a moment.
///
/// # Errors
/// Whatever SQLite says.
pub fn due(conn: &Connection, now: Timestamp) -> Result<Vec<Cover>, StoreError> {
    let sql = format!("{COVERS} WHERE iif(is_open, until_at, from_at) <= ?1");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([now.0], cover)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// When a cover is to open or to end next.
///
/// # Errors
/// Whatever SQLite says.
pub fn next_due(conn: &Connection) -> Result<Option<Timestamp>, StoreError> {
    let next: Option<i64> = conn
        .prepare_cached("SELECT min(iif(is_open, until_at, from_at)) FROM cover")?
        .query_row([], |row| row.get(0))?;
    Ok(next.map(Timestamp))
}

/// Writes a cover.
///
/// # Errors
/// Whatever SQLite says.
pub fn set(conn: &Connection, cover: &Cover) -> Result<(), StoreError> {
    let CoverTerms {
        away,
        backup,
        from,
        until,
    } = cover.terms;
    conn.prepare_cached(
        "INSERT OR REPLACE INTO cover (cover, away, backup, from_at, until_at, is_open)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        cover.id.0,
        away.as_bytes(),
        backup.as_bytes(),
        from.0,
        until.0,
        cover.is_open
    ])?;
    Ok(())
}

/// Forgets a cover.
///
/// # Errors
/// Whatever SQLite says.
pub fn forget(conn: &Connection, id: Ulid) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM cover WHERE cover = ?1")?
        .execute([id.0])?;
    Ok(())
}

/// Every (away, who stands in, the end of their last day) now.
///
/// # Errors
/// Whatever SQLite says.
pub fn all_stand_ins(
    conn: &Connection,
) -> Result<Vec<(MemberId, MemberId, Timestamp)>, StoreError> {
    let mut statement = conn.prepare("SELECT away, backup, until_at FROM stand_in")?;
    let rows = statement.query_map([], |row| Ok((id(row, 0)?, id(row, 1)?, until(row, 2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who stands in for a member now.
///
/// # Errors
/// Whatever SQLite says.
pub fn stand_ins(conn: &Connection, away: MemberId) -> Result<StandIns, StoreError> {
    let sql = "SELECT backup, until_at FROM stand_in WHERE away = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([away.as_bytes()], |row| Ok((id(row, 0)?, until(row, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The members whom a coach accompanies now in the place of others.
///
/// # Errors
/// Whatever SQLite says.
pub fn covered(conn: &Connection, backup: MemberId) -> Result<Vec<MemberId>, StoreError> {
    let sql = "SELECT assignment.member FROM stand_in JOIN assignment ON coach = away
               WHERE backup = ?1 AND assignment.member <> ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([backup.as_bytes()], |row| id(row, 0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who is on the other side of the open covers of a member.
///
/// # Errors
/// Whatever SQLite says.
pub fn partners(conn: &Connection, member: MemberId) -> Result<Vec<MemberId>, StoreError> {
    let sql = "SELECT backup FROM cover WHERE is_open AND away = ?1
               UNION SELECT away FROM cover WHERE is_open AND backup = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([member.as_bytes()], |row| id(row, 0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn cover(row: &Row<'_>) -> rusqlite::Result<Cover> {
    Ok(Cover {
        id: Ulid(row.get(0)?),
        terms: CoverTerms {
            away: id(row, 1)?,
            backup: id(row, 2)?,
            from: until(row, 3)?,
            until: until(row, 4)?,
        },
        is_open: row.get(5)?,
    })
}

fn id(row: &Row<'_>, at: usize) -> rusqlite::Result<MemberId> {
    Ok(MemberId::from_bytes(row.get(at)?))
}

fn until(row: &Row<'_>, at: usize) -> rusqlite::Result<Timestamp> {
    Ok(Timestamp(row.get(at)?))
}
