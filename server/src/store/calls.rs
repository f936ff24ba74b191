//! What called people since they were last here, up to where the log was looked at for it, and what each channel has said.

use std::collections::BTreeSet;

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::{Concern, Kind};
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::docs::{AudienceRow, DocRow};

/// What stands for the mail among the devices that told.
pub const MAIL: i64 = 0;

/// An entry of the log, as far as it says whom it calls.
#[derive(Debug)]
pub struct Entry {
    /// Its place.
    pub seq: u64,
    /// When the relay had it.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: MemberId,
    /// The document.
    pub doc: DocRow,
    /// What it is.
    pub head: DocHead,
    /// Who reads it.
    pub audience: AudienceRow,
    /// Whether the document begins with it.
    pub is_first: bool,
}

/// Up to which entry it was looked whom they call; nothing while there is no channel.
///
/// # Errors
/// Whatever SQLite says.
pub fn heard(conn: &Connection) -> Result<Option<u64>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT upto_seq FROM heard")?
        .query_row([], |row| row.get::<_, i64>(0))
        .optional()?
        .map(i64::unsigned_abs))
}

/// Notes up to which entry it was looked.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_heard(conn: &Connection, upto: u64) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT OR REPLACE INTO heard (only_one, upto_seq) VALUES (1, ?1)")?
        .execute([upto as i64])?;
    Ok(())
}

/// Forgets what called: nobody is there to be told.
///
/// # Errors
/// Whatever SQLite says.
pub fn forget_all(conn: &Connection) -> Result<(), StoreError> {
    for sql in ["DELETE FROM heard", "DELETE FROM call", "DELETE FROM told"] {
        conn.prepare_cached(sql)?.execute([])?;
    }
    Ok(())
}

/// The entries of documents in a span of the log.
///
/// # Errors
/// Whatever SQLite says.
pub fn entries(conn: &Connection, after: u64, upto: u64) -> Result<Vec<Entry>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, received_at, member, doc.id, kind, owner, key, generation, doc.audience, first_seq
         FROM log JOIN doc ON doc.id = log.doc JOIN device ON device.id = log.device
         WHERE seq > ?1 AND seq <= ?2 ORDER BY seq",
    )?;
    let rows = statement.query_map([after as i64, upto as i64], |row| {
        let seq: i64 = row.get(0)?;
        Ok(Entry {
            seq: seq.unsigned_abs(),
            at: Timestamp(row.get(1)?),
            by: MemberId::from_bytes(row.get(2)?),
            doc: row.get(3)?,
            head: DocHead {
                kind: Kind::numbered(row.get(4)?),
                owner: MemberId::from_bytes(row.get(5)?),
                key: row.get(6)?,
                generation: row.get(7)?,
            },
            audience: row.get(8)?,
            is_first: row.get::<_, i64>(9)? == seq,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The change of an entry, unless it has moved into a segment.
///
/// # Errors
/// Whatever SQLite says.
pub fn change(conn: &Connection, seq: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT change FROM log WHERE seq = ?1";
    let found = conn
        .prepare_cached(sql)?
        .query_row([seq as i64], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

/// Members who have a channel that may tell them something.
///
/// # Errors
/// Whatever SQLite says.
pub fn listeners(conn: &Connection) -> Result<BTreeSet<MemberId>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT member FROM push_channel UNION SELECT member FROM mail_channel WHERE confirmed_at IS NOT NULL",
    )?;
    let rows = statement.query_map([], |row| Ok(MemberId::from_bytes(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Notes that a document called a member.
///
/// # Errors
/// Whatever SQLite says.
pub fn note(
    conn: &Connection,
    member: MemberId,
    concern: Concern,
    doc: DocRow,
    at: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO call (member, concern, doc, first_at, last_at) VALUES (?1, ?2, ?3, ?4, ?4)
         ON CONFLICT DO UPDATE SET last_at = max(last_at, ?4)",
    )?
    .execute(params![member.as_bytes(), concern as u8, doc, at.0])?;
    Ok(())
}

/// Notes that a member was here: what called before, and what was told before, is over.
///
/// # Errors
/// Whatever SQLite says.
pub fn was_here(conn: &Connection, member: MemberId, at: Timestamp) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM call WHERE member = ?1 AND last_at <= ?2",
        "UPDATE call SET first_at = last_at WHERE member = ?1 AND first_at <= ?2",
        "DELETE FROM told WHERE member = ?1 AND at <= ?2",
    ] {
        conn.prepare_cached(sql)?
            .execute(params![member.as_bytes(), at.0])?;
    }
    Ok(())
}

/// Notes what a channel told: a device's, or [`MAIL`].
///
/// # Errors
/// Whatever SQLite says.
pub fn note_told(
    conn: &Connection,
    member: MemberId,
    device: i64,
    concern: Concern,
    at: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO told (member, device, concern, at) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![member.as_bytes(), device, concern as u8, at.0])?;
    Ok(())
}

/// Whether some channel has something to tell, now or later.
///
/// # Errors
/// Whatever SQLite says.
pub fn is_any_open(conn: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM push_channel AS it JOIN call USING (member)
               WHERE last_at > since AND concerns >> concern & 1 = 1 AND NOT EXISTS (
                   SELECT 1 FROM told
                   WHERE told.member = it.member AND told.device = it.device AND told.concern = call.concern
               )
               UNION ALL
               SELECT 1 FROM mail_channel AS it LEFT JOIN call ON call.member = it.member AND last_at > since
               WHERE asks OR confirmed_at IS NOT NULL AND call.concern IS NOT NULL AND NOT EXISTS (
                   SELECT 1 FROM told
                   WHERE told.member = it.member AND told.device = 0 AND told.concern = call.concern
               )
               LIMIT 1";
    Ok(conn.prepare_cached(sql)?.exists([])?)
}
