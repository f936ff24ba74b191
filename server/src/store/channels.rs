//! Channels by Web Push: which devices are told, of what, and how it went.

mod mail;
mod wish;

use besace_model::ids::{DeviceId, MemberId};
use besace_model::kind::Concern;
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub use mail::{
    Digest, MailChannel, SecretDigest, add_secret, asked, asks, confirm, digests, find_mail,
    note_asked, note_mail, of_secret, put_mail, remove_mail,
};
pub use wish::{Concerns, DAY_MINUTES, Lang, Quiet};

use super::StoreError;
use super::log::DeviceRow;

/// A device's channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PushChannel {
    /// Where its messages go.
    pub endpoint: String,
    /// The browser's public key.
    pub p256dh: [u8; 65],
    /// The browser's secret.
    pub auth: [u8; 16],
    /// What it tells.
    pub concerns: Concerns,
    /// When it is silent.
    pub quiet: Option<Quiet>,
    /// The language it speaks.
    pub lang: Lang,
}

/// How many attempts of a channel failed in a row, and how many of those were refused for good.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Failed {
    /// All of them.
    pub failures: u32,
    /// Those refused.
    pub refusals: u32,
}

/// What a device is to be told of one concern.
#[derive(Debug, Clone)]
pub struct PushCall {
    /// The device's row.
    pub row: DeviceRow,
    /// The device.
    pub device: DeviceId,
    /// Whose it is.
    pub member: MemberId,
    /// Its channel.
    pub channel: PushChannel,
    /// How it went before.
    pub failed: Failed,
    /// What about.
    pub concern: Concern,
    /// Since when it calls.
    pub at: Timestamp,
}

const COLUMNS: &str = "endpoint, p256dh, auth, concerns, quiet_from, quiet_until, lang";

fn read(row: &Row<'_>, from: usize) -> rusqlite::Result<PushChannel> {
    let quiet: (Option<u16>, Option<u16>) = (row.get(from + 4)?, row.get(from + 5)?);
    Ok(PushChannel {
        endpoint: row.get(from)?,
        p256dh: row.get(from + 1)?,
        auth: row.get(from + 2)?,
        concerns: Concerns(row.get(from + 3)?),
        quiet: quiet
            .0
            .zip(quiet.1)
            .map(|(from, until)| Quiet { from, until }),
        lang: Lang::parse(&row.get::<_, String>(from + 6)?).unwrap_or_default(),
    })
}

/// A device's channel.
///
/// # Errors
/// Whatever SQLite says.
pub fn find_push(conn: &Connection, device: DeviceRow) -> Result<Option<PushChannel>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM push_channel WHERE device = ?1");
    Ok(conn
        .prepare_cached(&sql)?
        .query_row([device], |row| read(row, 0))
        .optional()?)
}

/// Puts a device's channel in the place of the one it had. One by the same road goes on where it was.
///
/// # Errors
/// Whatever SQLite says.
pub fn put_push(
    conn: &Connection,
    (device, member): (DeviceRow, MemberId),
    channel: &PushChannel,
    now: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO push_channel (device, member, endpoint, p256dh, auth, concerns, quiet_from, quiet_until, lang, since)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT DO UPDATE SET endpoint = ?3, p256dh = ?4, auth = ?5, concerns = ?6, quiet_from = ?7, quiet_until = ?8,
             lang = ?9, failures = 0, refusals = 0, retry_at = 0",
    )?
    .execute(params![
        device,
        member.as_bytes(),
        channel.endpoint,
        channel.p256dh,
        channel.auth,
        channel.concerns.0,
        channel.quiet.map(|quiet| quiet.from),
        channel.quiet.map(|quiet| quiet.until),
        channel.lang.as_str(),
        now.0,
    ])?;
    Ok(())
}

/// Removes a device's channel; with `endpoint`, only while it has that one.
///
/// # Errors
/// Whatever SQLite says.
pub fn remove_push(
    conn: &Connection,
    device: DeviceRow,
    endpoint: Option<&str>,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM push_channel WHERE device = ?1 AND endpoint = coalesce(?2, endpoint)";
    let removed = conn
        .prepare_cached(sql)?
        .execute(params![device, endpoint])?;
    if removed > 0 {
        conn.prepare_cached("DELETE FROM told WHERE device = ?1")?
            .execute([device])?;
    }
    Ok(())
}

/// Notes how an attempt went, and when the next is due.
///
/// # Errors
/// Whatever SQLite says.
pub fn note_push(
    conn: &Connection,
    device: DeviceRow,
    failed: Failed,
    retry_at: Timestamp,
) -> Result<(), StoreError> {
    let sql =
        "UPDATE push_channel SET failures = ?2, refusals = ?3, retry_at = ?4 WHERE device = ?1";
    conn.prepare_cached(sql)?.execute(params![
        device,
        failed.failures,
        failed.refusals,
        retry_at.0
    ])?;
    Ok(())
}

/// Notes that a device hears everything by itself: nothing of before is to be told.
///
/// # Errors
/// Whatever SQLite says.
pub fn hears_itself(conn: &Connection, device: DeviceRow, at: Timestamp) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE push_channel SET since = ?2 WHERE device = ?1")?
        .execute(params![device, at.0])?;
    Ok(())
}

/// What devices are to be told, of those whose next attempt is due.
///
/// # Errors
/// Whatever SQLite says.
pub fn push_calls(conn: &Connection, now: Timestamp) -> Result<Vec<PushCall>, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT it.device, device.device, it.member, failures, refusals, concern, max(min(first_at), since), {COLUMNS}
         FROM push_channel AS it JOIN device ON device.id = it.device JOIN call ON call.member = it.member
         WHERE retry_at <= ?1 AND last_at > since AND concerns >> concern & 1 = 1 AND NOT EXISTS (
             SELECT 1 FROM told
             WHERE told.member = it.member AND told.device = it.device AND told.concern = call.concern
         )
         GROUP BY it.device, concern ORDER BY it.device, concern"
    ))?;
    let rows = statement.query_map([now.0], |row| {
        Ok(PushCall {
            row: row.get(0)?,
            device: DeviceId::from_bytes(row.get(1)?),
            member: MemberId::from_bytes(row.get(2)?),
            failed: Failed {
                failures: row.get(3)?,
                refusals: row.get(4)?,
            },
            concern: wish::concern(row.get(5)?),
            at: Timestamp(row.get(6)?),
            channel: read(row, 7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
