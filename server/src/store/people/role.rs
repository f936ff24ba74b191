//! The tables of roles, and of who accompanies whom and what.

use besace_model::access::Role;
use besace_model::ids::{MemberId, Ulid};
use rusqlite::{Connection, params};

use crate::store::StoreError;

/// Every member's roles.
///
/// # Errors
/// Whatever SQLite says.
pub fn roles(conn: &Connection) -> Result<Vec<(MemberId, Role)>, StoreError> {
    let mut statement = conn.prepare("SELECT member, role FROM role")?;
    let rows = statement.query_map([], |row| {
        Ok((MemberId::from_bytes(row.get(0)?), row.get::<_, String>(1)?))
    })?;
    rows.map(|row| {
        let (member, role) = row?;
        let role = Role::parse(&role).ok_or(StoreError::Damaged("role"))?;
        Ok((member, role))
    })
    .collect()
}

/// Every (coach, member).
///
/// # Errors
/// Whatever SQLite says.
pub fn assignments(conn: &Connection) -> Result<Vec<(MemberId, MemberId)>, StoreError> {
    let mut statement = conn.prepare("SELECT coach, member FROM assignment")?;
    let rows = statement.query_map([], |row| {
        Ok((
            MemberId::from_bytes(row.get(0)?),
            MemberId::from_bytes(row.get(1)?),
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every (event, facilitator).
///
/// # Errors
/// Whatever SQLite says.
pub fn facilitators(conn: &Connection) -> Result<Vec<(Ulid, MemberId)>, StoreError> {
    let mut statement = conn.prepare("SELECT event, member FROM facilitator")?;
    let rows = statement.query_map([], |row| {
        Ok((Ulid(row.get(0)?), MemberId::from_bytes(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Replaces a member's roles.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_roles(
    conn: &Connection,
    member: MemberId,
    roles: impl IntoIterator<Item = Role>,
) -> Result<(), StoreError> {
    conn.execute("DELETE FROM role WHERE member = ?1", [member.as_bytes()])?;
    let mut statement = conn.prepare_cached("INSERT INTO role (member, role) VALUES (?1, ?2)")?;
    for role in roles {
        statement.execute(params![member.as_bytes(), role.as_str()])?;
    }
    Ok(())
}

/// Takes a role from a member.
///
/// # Errors
/// Whatever SQLite says.
pub fn take_role(conn: &Connection, member: MemberId, role: Role) -> Result<(), StoreError> {
    conn.execute(
        "DELETE FROM role WHERE member = ?1 AND role = ?2",
        params![member.as_bytes(), role.as_str()],
    )?;
    Ok(())
}

/// Assigns or unassigns a coach.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_assignment(
    conn: &Connection,
    coach: MemberId,
    member: MemberId,
    assigned: bool,
) -> Result<(), StoreError> {
    let sql = if assigned {
        "INSERT OR IGNORE INTO assignment (coach, member) VALUES (?1, ?2)"
    } else {
        "DELETE FROM assignment WHERE coach = ?1 AND member = ?2"
    };
    conn.execute(sql, params![coach.as_bytes(), member.as_bytes()])?;
    Ok(())
}

/// Makes a member a facilitator of an event, or no longer.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_facilitator(
    conn: &Connection,
    event: Ulid,
    member: MemberId,
    facilitates: bool,
) -> Result<(), StoreError> {
    let sql = if facilitates {
        "INSERT OR IGNORE INTO facilitator (event, member) VALUES (?1, ?2)"
    } else {
        "DELETE FROM facilitator WHERE event = ?1 AND member = ?2"
    };
    conn.execute(sql, params![event.0, member.as_bytes()])?;
    Ok(())
}
