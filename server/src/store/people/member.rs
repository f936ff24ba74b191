//! The table of members.

use besace_model::ids::MemberId;
use besace_model::kinds::directory::Stage;
use besace_model::time::Timestamp;
use rusqlite::{Connection, Row, params};

use super::status::Status;
use crate::store::StoreError;

/// A member's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether they take part.
    pub status: Status,
    /// The branch they belong to; empty for none.
    pub branch: String,
    /// Where they stand on their path; `None` for staff who run no activity.
    pub stage: Option<Stage>,
    /// Whether they are associates.
    pub associate: bool,
    /// When they were added.
    pub created_at: Timestamp,
}

/// What is read of members.
pub(in crate::store) const MEMBERS: &str =
    "SELECT member, name, status, branch, stage, associate, created_at FROM member";

/// Every member, the relay included.
///
/// # Errors
/// Whatever SQLite says.
pub fn members(conn: &Connection) -> Result<Vec<MemberRow>, StoreError> {
    let mut statement = conn.prepare(&format!("{MEMBERS} ORDER BY member"))?;
    let rows = statement.query_map([], member_row)?;
    rows.map(|row| with_status(row?)).collect()
}

/// A row of [`MEMBERS`], with the word for its status.
pub(in crate::store) fn member_row(row: &Row<'_>) -> rusqlite::Result<(String, MemberRow)> {
    let member = MemberRow {
        member: MemberId::from_bytes(row.get(0)?),
        name: row.get(1)?,
        status: Status::Left,
        branch: row.get(3)?,
        stage: row
            .get::<_, Option<String>>(4)?
            .and_then(|word| Stage::parse(&word)),
        associate: row.get(5)?,
        created_at: Timestamp(row.get(6)?),
    };
    Ok((row.get(2)?, member))
}

pub(in crate::store) fn with_status(
    (status, member): (String, MemberRow),
) -> Result<MemberRow, StoreError> {
    let status = Status::parse(&status).ok_or(StoreError::Damaged("status"))?;
    Ok(MemberRow { status, ..member })
}

/// Writes a member.
///
/// # Errors
/// Whatever SQLite says; a member twice is an error.
pub fn insert_member(
    conn: &Connection,
    member: MemberId,
    name: &str,
    status: Status,
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO member (member, name, status, created_at) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![member.as_bytes(), name, status.as_str(), now.0])?;
    Ok(())
}

/// Changes what is said of a member.
///
/// # Errors
/// Whatever SQLite says.
pub fn describe_member(
    conn: &Connection,
    member: MemberId,
    name: &str,
    branch: &str,
    stage: Option<Stage>,
    associate: bool,
) -> Result<(), StoreError> {
    conn.execute(
        "UPDATE member SET name = ?2, branch = ?3, stage = ?4, associate = ?5 WHERE member = ?1",
        params![
            member.as_bytes(),
            name,
            branch,
            stage.map(Stage::as_str),
            associate
        ],
    )?;
    Ok(())
}

/// Changes whether a member takes part.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_status(conn: &Connection, member: MemberId, status: Status) -> Result<(), StoreError> {
    conn.execute(
        "UPDATE member SET status = ?2 WHERE member = ?1",
        params![member.as_bytes(), status.as_str()],
    )?;
    Ok(())
}
