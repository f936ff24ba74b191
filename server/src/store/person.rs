//! One member or device, as the file says now: what a decision changed is read again, and nothing else.

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use besace_model::time::Timestamp;
use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension};

use super::StoreError;
use super::people::{self, DeviceEntry, MemberRow};

/// A member's row.
///
/// # Errors
/// Whatever SQLite says.
pub fn member(conn: &Connection, member: MemberId) -> Result<Option<MemberRow>, StoreError> {
    let sql = format!("{} WHERE member = ?1", people::MEMBERS);
    let mut statement = conn.prepare_cached(&sql)?;
    let row = statement.query_row([member.as_bytes()], people::member_row);
    row.optional()?.map(people::with_status).transpose()
}

/// A device's row.
///
/// # Errors
/// Whatever SQLite says.
pub fn device(conn: &Connection, device: DeviceId) -> Result<Option<DeviceEntry>, StoreError> {
    let sql = format!("{} WHERE device = ?1", people::DEVICES);
    let mut statement = conn.prepare_cached(&sql)?;
    let row = statement.query_row([device.as_bytes()], people::device_row);
    Ok(row.optional()?)
}

/// A member's roles.
///
/// # Errors
/// Whatever SQLite says.
pub fn roles(conn: &Connection, member: MemberId) -> Result<Vec<Role>, StoreError> {
    let sql = "SELECT role FROM role WHERE member = ?1";
    let words: Vec<String> = column(conn, sql, member)?;
    let roles = words.iter().map(|word| Role::parse(word));
    roles
        .collect::<Option<_>>()
        .ok_or(StoreError::Damaged("role"))
}

/// The members that a coach accompanies.
///
/// # Errors
/// Whatever SQLite says.
pub fn coached(conn: &Connection, coach: MemberId) -> Result<Vec<MemberId>, StoreError> {
    let sql = "SELECT member FROM assignment WHERE coach = ?1";
    let members = column(conn, sql, coach)?;
    Ok(members.into_iter().map(MemberId::from_bytes).collect())
}

/// Who accompanies a member.
///
/// # Errors
/// Whatever SQLite says.
pub fn coaches(conn: &Connection, member: MemberId) -> Result<Vec<MemberId>, StoreError> {
    let sql = "SELECT coach FROM assignment WHERE member = ?1";
    let coaches = column(conn, sql, member)?;
    Ok(coaches.into_iter().map(MemberId::from_bytes).collect())
}

/// The events that a member facilitates.
///
/// # Errors
/// Whatever SQLite says.
pub fn facilitates(conn: &Connection, member: MemberId) -> Result<Vec<Ulid>, StoreError> {
    let sql = "SELECT event FROM facilitator WHERE member = ?1";
    let events = column(conn, sql, member)?;
    Ok(events.into_iter().map(Ulid).collect())
}

/// Until when a member's last unused invitation is open, one that ended included.
///
/// # Errors
/// Whatever SQLite says.
pub fn invited_until(conn: &Connection, member: MemberId) -> Result<Option<Timestamp>, StoreError> {
    let sql = "SELECT max(expires_at) FROM invitation WHERE member = ?1 AND used_at IS NULL";
    let until: Vec<Option<i64>> = column(conn, sql, member)?;
    Ok(until.into_iter().flatten().next().map(Timestamp))
}

fn column<T: FromSql>(
    conn: &Connection,
    sql: &'static str,
    member: MemberId,
) -> Result<Vec<T>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([member.as_bytes()], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
