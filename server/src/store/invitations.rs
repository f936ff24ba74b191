//! Invitations: who may enrol a device, by whom, until when. Only the digest of a secret is kept.

use besace_model::ids::{DeviceId, MemberId};
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;

/// SHA-256 of an invitation's secret.
pub type SecretHash = [u8; 32];

/// An invitation's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invitation {
    /// Whom it invites.
    pub member: MemberId,
    /// Until when.
    pub expires_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
}

/// Who makes an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inviter {
    /// The member; the relay for the operator.
    pub member: MemberId,
    /// On which of their devices; the operator has none.
    pub device: Option<DeviceId>,
}

impl Inviter {
    /// Who runs the relay.
    pub const OPERATOR: Self = Self {
        member: MemberId::RELAY,
        device: None,
    };
}

/// Writes an invitation.
///
/// # Errors
/// Whatever SQLite says; a secret twice is an error.
pub fn insert(
    conn: &Connection,
    secret_hash: &SecretHash,
    member: MemberId,
    by: Inviter,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let device = by.device.map(|device| *device.as_bytes());
    conn.execute(
        "INSERT INTO invitation (secret_hash, member, inviter, device, created_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            secret_hash,
            member.as_bytes(),
            by.member.as_bytes(),
            device,
            now.0,
            expires_at.0
        ],
    )?;
    Ok(())
}

/// An invitation by its secret's digest.
///
/// # Errors
/// Whatever SQLite says.
pub fn find(conn: &Connection, secret_hash: &SecretHash) -> Result<Option<Invitation>, StoreError> {
    Ok(conn
        .query_row(
            "SELECT member, expires_at, used_at FROM invitation WHERE secret_hash = ?1",
            [secret_hash],
            |row| {
                Ok(Invitation {
                    member: MemberId::from_bytes(row.get(0)?),
                    expires_at: Timestamp(row.get(1)?),
                    used_at: row.get::<_, Option<i64>>(2)?.map(Timestamp),
                })
            },
        )
        .optional()?)
}

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

/// Consumes an invitation; the first time stands.
///
/// # Errors
/// Whatever SQLite says.
pub fn spend(
    conn: &Connection,
    secret_hash: &SecretHash,
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.execute(
        "UPDATE invitation SET used_at = ?2 WHERE secret_hash = ?1 AND used_at IS NULL",
        params![secret_hash, now.0],
    )?;
    Ok(())
}

/// Which open invitations end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Those that invite a member and those that they made: they take part no longer.
    Of(MemberId),
    /// Those that a member made for others: they direct no longer.
    ForOthersBy(MemberId),
    /// Those made on a device of a member. Where the device was not noted, it may have been this one.
    From(DeviceId, MemberId),
}

/// Cancels open invitations; which ones it were.
///
/// # Errors
/// Whatever SQLite says.
pub fn cancel(
    conn: &Connection,
    ending: Ending,
    now: Timestamp,
) -> Result<Vec<SecretHash>, StoreError> {
    let (which, one, other) = match ending {
        Ending::Of(member) => (
            "(member = ?2 OR inviter = ?3)",
            *member.as_bytes(),
            *member.as_bytes(),
        ),
        Ending::ForOthersBy(member) => (
            "inviter = ?2 AND member <> ?3",
            *member.as_bytes(),
            *member.as_bytes(),
        ),
        Ending::From(device, member) => (
            "(device = ?2 OR (device IS NULL AND inviter = ?3))",
            *device.as_bytes(),
            *member.as_bytes(),
        ),
    };
    let mut statement = conn.prepare(&format!(
        "UPDATE invitation SET used_at = ?1 WHERE used_at IS NULL AND {which} RETURNING secret_hash"
    ))?;
    let rows = statement.query_map(params![now.0, one, other], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
