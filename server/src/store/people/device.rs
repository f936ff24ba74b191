//! The table of devices.

use besace_model::commit::{PUBLIC_KEY_BYTES, PublicKey};
use besace_model::ids::{DeviceId, MemberId};
use besace_model::time::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

use crate::store::StoreError;
use crate::store::log::DeviceRow;

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

/// What is read of devices.
pub(in crate::store) const DEVICES: &str = "SELECT id, device, member, public_key, created_at, revoked_at, last_seen, name, revoked_by FROM device";

/// Every device.
///
/// # Errors
/// Whatever SQLite says.
pub fn devices(conn: &Connection) -> Result<Vec<DeviceEntry>, StoreError> {
    let mut statement = conn.prepare(&format!("{DEVICES} ORDER BY id"))?;
    let rows = statement.query_map([], device_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The id and key of every device.
///
/// # Errors
/// Whatever SQLite says.
pub fn keys(conn: &Connection) -> Result<Vec<(DeviceId, [u8; PUBLIC_KEY_BYTES])>, StoreError> {
    let mut statement = conn.prepare("SELECT device, public_key FROM device")?;
    let read = |row: &Row<'_>| Ok((DeviceId::from_bytes(row.get(0)?), row.get(1)?));
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A row of [`DEVICES`].
pub(in crate::store) fn device_row(row: &Row<'_>) -> rusqlite::Result<DeviceEntry> {
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
