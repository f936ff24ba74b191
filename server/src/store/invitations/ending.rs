//! How invitations end: used, or taken back.

use besace_model::ids::{DeviceId, MemberId};
use besace_model::time::Timestamp;
use rusqlite::{Connection, params};

use super::SecretHash;
use crate::store::StoreError;

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
