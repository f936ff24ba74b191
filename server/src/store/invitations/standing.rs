//! Invitations that still stand, and how many each member gave.

use besace_model::ids::MemberId;
use besace_model::time::Timestamp;
use rusqlite::{Connection, params};

use crate::store::StoreError;

/// Until when each member's last unused invitation is open, those that ended included.
///
/// # Errors
/// Whatever SQLite says.
pub fn open_until(conn: &Connection) -> Result<Vec<(MemberId, Timestamp)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT member, max(expires_at) FROM invitation WHERE used_at IS NULL GROUP BY member",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((MemberId::from_bytes(row.get(0)?), Timestamp(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Invitations that could still be used.
///
/// # Errors
/// Whatever SQLite says.
pub fn count_open(conn: &Connection, now: Timestamp) -> Result<u64, StoreError> {
    let count: i64 = conn.query_row(
        "SELECT count(*) FROM invitation WHERE used_at IS NULL AND expires_at > ?1",
        [now.0],
        |row| row.get(0),
    )?;
    Ok(count as u64)
}

/// Invitations that a member made and that could still be used: for themselves, for others.
///
/// # Errors
/// Whatever SQLite says.
pub fn count_open_by(
    conn: &Connection,
    inviter: MemberId,
    now: Timestamp,
) -> Result<(u64, u64), StoreError> {
    let (own, all): (i64, i64) = conn.query_row(
        "SELECT count(*) FILTER (WHERE member = ?1), count(*) FROM invitation
         WHERE inviter = ?1 AND used_at IS NULL AND expires_at > ?2",
        params![inviter.as_bytes(), now.0],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok((own as u64, (all - own) as u64))
}
