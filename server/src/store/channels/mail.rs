//! Channels by mail: one for a member, which says nothing before its address was confirmed.

use besace_model::ids::MemberId;
use besace_model::kind::Concern;
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::wish::{Lang, concern};
use crate::store::StoreError;
use crate::store::calls::MAIL;

/// What is kept of a secret in a link.
pub type SecretDigest = [u8; 32];

/// A member's channel by mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailChannel {
    /// Where mails go.
    pub address: String,
    /// The language they are in.
    pub lang: Lang,
    /// When the address was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// Attempts that failed in a row.
    pub failures: u32,
}

/// What a mail is to say: of how many documents each concern is.
#[derive(Debug, Clone)]
pub struct Digest {
    /// To whom.
    pub member: MemberId,
    /// By which channel.
    pub channel: MailChannel,
    /// The concerns, and how many documents called.
    pub counts: Vec<(Concern, u32)>,
}

const COLUMNS: &str = "address, lang, confirmed_at, failures";

fn read(row: &rusqlite::Row<'_>, from: usize) -> rusqlite::Result<MailChannel> {
    Ok(MailChannel {
        address: row.get(from)?,
        lang: Lang::parse(&row.get::<_, String>(from + 1)?).unwrap_or_default(),
        confirmed_at: row.get::<_, Option<i64>>(from + 2)?.map(Timestamp),
        failures: row.get(from + 3)?,
    })
}

/// A member's channel.
///
/// # Errors
/// Whatever SQLite says.
pub fn find_mail(conn: &Connection, member: MemberId) -> Result<Option<MailChannel>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM mail_channel WHERE member = ?1");
    Ok(conn
        .prepare_cached(&sql)?
        .query_row([member.as_bytes()], |row| read(row, 0))
        .optional()?)
}

/// Begins a member's channel to an address that is to be confirmed; one to the same address changes its language alone.
///
/// # Errors
/// Whatever SQLite says.
pub fn put_mail(
    conn: &Connection,
    member: MemberId,
    (address, lang): (&str, Lang),
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO mail_channel (member, address, lang, since) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET lang = ?3",
    )?
    .execute(params![member.as_bytes(), address, lang.as_str(), now.0])?;
    Ok(())
}

/// Removes a member's channel, and the secrets of its links.
///
/// # Errors
/// Whatever SQLite says.
pub fn remove_mail(conn: &Connection, member: MemberId) -> Result<(), StoreError> {
    let member = member.as_bytes();
    conn.prepare_cached("DELETE FROM mail_channel WHERE member = ?1")?
        .execute([member])?;
    conn.prepare_cached("DELETE FROM told WHERE member = ?1 AND device = ?2")?
        .execute(params![member, MAIL])?;
    Ok(())
}

/// Confirms a member's address, of that digest: from now on it is told what calls.
///
/// # Errors
/// Whatever SQLite says.
pub fn confirm(
    conn: &Connection,
    member: MemberId,
    address: &[u8; 32],
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "UPDATE mail_channel SET confirmed_at = ?2, since = ?2, asks = 0 WHERE member = ?1 AND confirmed_at IS NULL",
    )?
    .execute(params![member.as_bytes(), now.0])?;
    conn.prepare_cached("DELETE FROM mail_asked WHERE member = ?1 AND address = ?2")?
        .execute(params![member.as_bytes(), address])?;
    Ok(())
}

/// Notes the secret of a link.
///
/// # Errors
/// Whatever SQLite says.
pub fn add_secret(
    conn: &Connection,
    member: MemberId,
    hash: &SecretDigest,
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO mail_secret (hash, member, made_at) VALUES (?1, ?2, ?3)")?
        .execute(params![hash, member.as_bytes(), now.0])?;
    Ok(())
}

/// Whose link carries a secret, and since when.
///
/// # Errors
/// Whatever SQLite says.
pub fn of_secret(
    conn: &Connection,
    hash: &SecretDigest,
) -> Result<Option<(MemberId, Timestamp)>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT member, made_at FROM mail_secret WHERE hash = ?1")?
        .query_row([hash], |row| {
            Ok((MemberId::from_bytes(row.get(0)?), Timestamp(row.get(1)?)))
        })
        .optional()?)
}

/// How often an address was asked to confirm since a time, and how often a member had any asked since another.
///
/// # Errors
/// Whatever SQLite says.
pub fn asked(
    conn: &Connection,
    (address, since): (&[u8; 32], Timestamp),
    (member, lately): (MemberId, Timestamp),
) -> Result<(u32, u32), StoreError> {
    conn.prepare_cached("DELETE FROM mail_asked WHERE at < ?1")?
        .execute([since.0])?;
    let count = |sql: &str, of: &[&dyn rusqlite::ToSql]| {
        conn.prepare_cached(sql)?.query_row(of, |row| row.get(0))
    };
    let own = "SELECT count(*) FROM mail_asked WHERE member = ?1 AND at > ?2";
    Ok((
        count(
            "SELECT count(*) FROM mail_asked WHERE address = ?1",
            &[address],
        )?,
        count(own, &[member.as_bytes(), &lately.0])?,
    ))
}

/// Notes that a member has an address asked to confirm.
///
/// # Errors
/// Whatever SQLite says.
pub fn note_asked(
    conn: &Connection,
    address: &[u8; 32],
    member: MemberId,
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO mail_asked (address, member, at) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![address, member.as_bytes(), now.0])?;
    Ok(())
}

/// The members whose address is to be asked to confirm, of those whose next attempt is due.
///
/// # Errors
/// Whatever SQLite says.
pub fn asks(
    conn: &Connection,
    now: Timestamp,
    max: usize,
) -> Result<Vec<(MemberId, MailChannel)>, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT member, {COLUMNS} FROM mail_channel WHERE asks AND confirmed_at IS NULL AND retry_at <= ?1 LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![now.0, max as i64], |row| {
        Ok((MemberId::from_bytes(row.get(0)?), read(row, 1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The mails that were due at a time and are not sent, of members whose next attempt is due.
///
/// # Errors
/// Whatever SQLite says.
pub fn digests(
    conn: &Connection,
    due: Timestamp,
    now: Timestamp,
    max: usize,
) -> Result<Vec<Digest>, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT it.member, concern, count(*), {COLUMNS}
         FROM mail_channel AS it JOIN call ON call.member = it.member
         WHERE confirmed_at IS NOT NULL AND retry_at <= ?2 AND since < ?1 AND first_at <= ?1 AND last_at > since
           AND NOT EXISTS (
             SELECT 1 FROM told WHERE told.member = it.member AND told.device = ?3 AND told.concern = call.concern
           )
         GROUP BY it.member, concern ORDER BY it.member, concern"
    ))?;
    let mut rows = statement.query(params![due.0, now.0, MAIL])?;
    let mut digests: Vec<Digest> = Vec::new();
    while let Some(row) = rows.next()? {
        let member = MemberId::from_bytes(row.get(0)?);
        let count = (concern(row.get(1)?), row.get(2)?);
        let last = digests.last_mut().filter(|it| it.member == member);
        if let Some(digest) = last {
            digest.counts.push(count);
        } else if digests.len() == max {
            break;
        } else {
            digests.push(Digest {
                member,
                channel: read(row, 3)?,
                counts: vec![count],
            });
        }
    }
    Ok(digests)
}

/// Notes that a mail was sent, or when it is tried again after it failed so often.
///
/// # Errors
/// Whatever SQLite says.
pub fn note_mail(
    conn: &Connection,
    member: MemberId,
    failed: Option<(u32, Timestamp)>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (failures, retry_at) = failed.unwrap_or((0, Timestamp(0)));
    conn.prepare_cached(
        "UPDATE mail_channel SET failures = ?2, retry_at = ?3, asks = asks AND ?4, since = iif(?4, since, ?5)
         WHERE member = ?1",
    )?
    .execute(params![
        member.as_bytes(),
        failures,
        retry_at.0,
        failed.is_some(),
        now.0
    ])?;
    Ok(())
}
