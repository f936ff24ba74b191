//! Who reads which audience, since and until which place of the log.

use besace_model::access::Audience;
use besace_model::ids::MemberId;
use rusqlite::{Connection, params};

use super::StoreError;
use super::docs::{AudienceRow, audience_of};

/// A span of the log during which a member read an audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The audience.
    pub audience: AudienceRow,
    /// What it is.
    pub what: Audience,
    /// The entry that gave it.
    pub since: u64,
    /// The entry that took it; `None` while it lasts.
    pub until: Option<u64>,
}

impl Span {
    /// Whether the member read the audience once the entry at `seq` was written.
    #[must_use]
    pub fn holds_at(&self, seq: u64) -> bool {
        self.since <= seq && self.until.is_none_or(|until| until > seq)
    }
}

/// Every span of a member, by audience and then the oldest first.
///
/// # Errors
/// Whatever SQLite says.
pub fn spans_of(conn: &Connection, member: MemberId) -> Result<Vec<Span>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT audience, tag, owner, since_seq, until_seq FROM reader JOIN audience ON audience.id = reader.audience
         WHERE member = ?1 ORDER BY audience, since_seq",
    )?;
    let rows = statement.query_map([member.as_bytes()], |row| {
        Ok(Span {
            audience: row.get(0)?,
            what: audience_of(row.get(1)?, row.get(2)?)?,
            since: row.get::<_, i64>(3)? as u64,
            until: row.get::<_, Option<i64>>(4)?.map(|seq| seq as u64),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a member reads an audience or ever did.
///
/// # Errors
/// Whatever SQLite says.
pub fn ever_read(
    conn: &Connection,
    member: MemberId,
    audience: AudienceRow,
) -> Result<bool, StoreError> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM reader WHERE member = ?1 AND audience = ?2 LIMIT 1")?
        .exists(params![member.as_bytes(), audience])?)
}

/// Every span that lasts, with its member.
///
/// # Errors
/// Whatever SQLite says.
pub fn open_spans(conn: &Connection) -> Result<Vec<(MemberId, AudienceRow, u64)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT member, audience, since_seq FROM reader WHERE until_seq IS NULL ORDER BY member, audience",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            MemberId::from_bytes(row.get(0)?),
            row.get(1)?,
            row.get::<_, i64>(2)? as u64,
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The last entry that changed what each member reads.
///
/// # Errors
/// Whatever SQLite says.
pub fn last_changes(conn: &Connection) -> Result<Vec<(MemberId, u64)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT member, max(max(since_seq, coalesce(until_seq, 0))) FROM reader GROUP BY member",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            MemberId::from_bytes(row.get(0)?),
            row.get::<_, i64>(1)? as u64,
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Gives an audience to a member from an entry on.
///
/// # Errors
/// Whatever SQLite says.
pub fn give(
    conn: &Connection,
    member: MemberId,
    audience: AudienceRow,
    seq: u64,
) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO reader (member, audience, since_seq) VALUES (?1, ?2, ?3)")?
        .execute(params![member.as_bytes(), audience, seq as i64])?;
    Ok(())
}

/// Takes an audience from a member.
///
/// # Errors
/// Whatever SQLite says.
pub fn take(
    conn: &Connection,
    member: MemberId,
    audience: AudienceRow,
    seq: u64,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "UPDATE reader SET until_seq = ?3 WHERE member = ?1 AND audience = ?2 AND until_seq IS NULL",
    )?
    .execute(params![member.as_bytes(), audience, seq as i64])?;
    Ok(())
}
