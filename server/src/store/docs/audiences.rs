//! The audiences that documents stand in.

use besace_model::access::{Audience, Readers};
use besace_model::ids::Ulid;
use rusqlite::{Connection, params};

use super::AudienceRow;
use crate::store::StoreError;

/// Every audience of the file, by row.
///
/// # Errors
/// Whatever SQLite says.
pub fn audiences(conn: &Connection) -> Result<Vec<(AudienceRow, Audience)>, StoreError> {
    let mut statement = conn.prepare("SELECT id, tag, owner FROM audience ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok((row.get(0)?, audience_of(row.get(1)?, row.get(2)?)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The audience of a stored tag and of what it is about, which the file calls its owner.
pub(in crate::store) fn audience_of(tag: u8, about: [u8; 16]) -> rusqlite::Result<Audience> {
    let readers =
        Readers::numbered(tag).ok_or(rusqlite::Error::IntegralValueOutOfRange(1, tag.into()))?;
    Ok(readers.about(Ulid(about)))
}

/// Writes a new audience's row.
///
/// # Errors
/// Whatever SQLite says.
pub fn insert_audience(conn: &Connection, audience: Audience) -> Result<AudienceRow, StoreError> {
    let tag = audience.readers as u8;
    conn.prepare_cached("INSERT INTO audience (tag, owner) VALUES (?1, ?2)")?
        .execute(params![tag, audience.about.0])?;
    u32::try_from(conn.last_insert_rowid()).map_err(|_| StoreError::Damaged("audience row"))
}
