//! Invitations: who may enrol a device, by whom, until when. Only the digest of a secret is kept.

mod ending;
mod standing;

use besace_model::ids::{DeviceId, MemberId};
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

pub use ending::{Ending, cancel, spend};
pub use standing::{count_open, count_open_by, open_until};

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

/// The digest of every invitation's secret, whatever became of it.
///
/// # Errors
/// Whatever SQLite says.
pub fn all(conn: &Connection) -> Result<Vec<SecretHash>, StoreError> {
    let mut statement = conn.prepare("SELECT secret_hash FROM invitation")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
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
