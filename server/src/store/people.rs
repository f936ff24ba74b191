//! Members, roles, assignments, devices: decided online, here, in one order.

use besace_model::access::Role;
use besace_model::commit::PublicKey;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use besace_model::kinds::directory::Stage;
use besace_model::time::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};

use super::StoreError;
use super::log::DeviceRow;

/// Whether a member takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Reads and writes.
    Active,
    /// Neither, for now.
    Suspended,
    /// Neither, for good.
    Left,
    /// The relay itself.
    Relay,
}

impl Status {
    /// The word in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Left => "left",
            Self::Relay => "relay",
        }
    }

    /// Reads [`Status::as_str`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Active, Self::Suspended, Self::Left, Self::Relay]
            .into_iter()
            .find(|status| status.as_str() == text)
    }
}

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

/// A device's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceEntry {
    /// Its row number.
    pub row: DeviceRow,
    /// The device.
    pub device: DeviceId,
    /// Whose it is.
    pub member: MemberId,
    /// Its public key.
    pub public_key: PublicKey,
    /// When it was enrolled.
    pub created_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// Which member revoked it; nobody when the operator did, or an older version, which did not say.
    pub revoked_by: Option<MemberId>,
    /// When it was last seen, to the day.
    pub last_seen: Timestamp,
    /// What its owner calls it; empty when they said nothing.
    pub name: String,
}

/// What is read of members.
pub(super) const MEMBERS: &str =
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
pub(super) fn member_row(row: &Row<'_>) -> rusqlite::Result<(String, MemberRow)> {
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

pub(super) fn with_status((status, member): (String, MemberRow)) -> Result<MemberRow, StoreError> {
    let status = Status::parse(&status).ok_or(StoreError::Damaged("status"))?;
    Ok(MemberRow { status, ..member })
}

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

/// What is read of devices.
pub(super) const DEVICES: &str = "SELECT id, device, member, public_key, created_at, revoked_at, last_seen, name, revoked_by FROM device";

/// Every device.
///
/// # Errors
/// Whatever SQLite says.
pub fn devices(conn: &Connection) -> Result<Vec<DeviceEntry>, StoreError> {
    let mut statement = conn.prepare(&format!("{DEVICES} ORDER BY id"))?;
    let rows = statement.query_map([], device_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A row of [`DEVICES`].
pub(super) fn device_row(row: &Row<'_>) -> rusqlite::Result<DeviceEntry> {
    Ok(DeviceEntry {
        row: row.get(0)?,
        device: DeviceId::from_bytes(row.get(1)?),
        member: MemberId::from_bytes(row.get(2)?),
        public_key: public_key(&row.get(3)?)?,
        created_at: Timestamp(row.get(4)?),
        revoked_at: row.get::<_, Option<i64>>(5)?.map(Timestamp),
        last_seen: Timestamp(row.get(6)?),
        name: row.get(7)?,
        revoked_by: row.get::<_, Option<[u8; 16]>>(8)?.map(MemberId::from_bytes),
    })
}

fn public_key(bytes: &[u8; 32]) -> rusqlite::Result<PublicKey> {
    let none = "not a public key".into();
    PublicKey::from_bytes(bytes).ok_or(rusqlite::Error::FromSqlConversionFailure(
        3,
        Type::Blob,
        none,
    ))
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

/// Writes a device.
///
/// # Errors
/// Whatever SQLite says; a device or key twice is an error.
pub fn insert_device(
    conn: &Connection,
    device: DeviceId,
    member: MemberId,
    public_key: &[u8; 32],
    name: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO device (device, member, public_key, created_at, last_seen, name)
         VALUES (?1, ?2, ?3, ?4, ?4, ?5)",
        params![
            device.as_bytes(),
            member.as_bytes(),
            public_key,
            now.0,
            name
        ],
    )?;
    Ok(())
}

/// Revokes a device; the first time stands. `by` is the member who decided it.
///
/// # Errors
/// Whatever SQLite says.
pub fn revoke_device(
    conn: &Connection,
    device: DeviceId,
    by: Option<MemberId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.execute(
        "UPDATE device SET revoked_at = ?2, revoked_by = ?3 WHERE device = ?1 AND revoked_at IS NULL",
        params![device.as_bytes(), now.0, by.as_ref().map(MemberId::as_bytes)],
    )?;
    Ok(())
}

/// Notes that a device was seen.
///
/// # Errors
/// Whatever SQLite says.
pub fn touch_device(conn: &Connection, device: DeviceId, now: Timestamp) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE device SET last_seen = ?2 WHERE device = ?1")?
        .execute(params![device.as_bytes(), now.0])?;
    Ok(())
}

/// Writes an audit line.
///
/// # Errors
/// Whatever SQLite says.
pub fn audit(
    conn: &Connection,
    now: Timestamp,
    actor: MemberId,
    action: &str,
    subject: &[u8; 16],
    detail: &str,
) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO audit (at, actor, action, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![now.0, actor.as_bytes(), action, subject, detail],
    )?;
    Ok(())
}
