//! What was taken from people, and given back, as one numbered list: rights that a restored backup must not give back.
//! Each entry is one line of words, the same in the database and in the journal beside the keys.

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use besace_model::time::Timestamp;
use rusqlite::{Connection, params};

use super::StoreError;
use super::invitations::SecretHash;
use super::people::Status;

/// A right that was taken or given. What is given is noted only to stand after what was taken before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A device speaks for nobody any more.
    Device(DeviceId),
    /// An invitation was used or cancelled.
    Invitation(SecretHash),
    /// A member takes part again, or no longer.
    Part(MemberId, Status),
    /// A member has a role, or no longer.
    Role(MemberId, Role, bool),
    /// A coach accompanies a member, or no longer.
    Coach(MemberId, MemberId, bool),
    /// A member writes to an event without being in the team, or no longer.
    Facilitator(Ulid, MemberId, bool),
}

const GIVEN: &str = "given";
const TAKEN: &str = "taken";

impl Entry {
    /// The words of its line: what it is about, and last what became of it.
    #[must_use]
    pub fn words(&self) -> String {
        let turn = |given: &bool| if *given { GIVEN } else { TAKEN };
        match self {
            Self::Device(device) => format!("device {device} {TAKEN}"),
            Self::Invitation(hash) => {
                let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
                format!("invitation {hex} {TAKEN}")
            }
            Self::Part(member, status) => format!("member {member} {}", status.as_str()),
            Self::Role(member, role, given) => {
                format!("role {member} {} {}", role.as_str(), turn(given))
            }
            Self::Coach(coach, member, given) => format!("coach {coach} {member} {}", turn(given)),
            Self::Facilitator(event, member, given) => {
                format!("facilitator {event} {member} {}", turn(given))
            }
        }
    }

    /// Reads [`Entry::words`].
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let words: Vec<&str> = words.split(' ').collect();
        let turn = |word: &str| match word {
            GIVEN => Some(true),
            TAKEN => Some(false),
            _ => None,
        };
        match words.as_slice() {
            ["device", device, TAKEN] => Some(Self::Device(device.parse().ok()?)),
            ["invitation", hex, TAKEN] => Some(Self::Invitation(hash_of(hex)?)),
            ["member", member, status] => {
                Some(Self::Part(member.parse().ok()?, Status::parse(status)?))
            }
            ["role", member, role, word] => Some(Self::Role(
                member.parse().ok()?,
                Role::parse(role)?,
                turn(word)?,
            )),
            ["coach", coach, member, word] => Some(Self::Coach(
                coach.parse().ok()?,
                member.parse().ok()?,
                turn(word)?,
            )),
            ["facilitator", event, member, word] => Some(Self::Facilitator(
                event.parse().ok()?,
                member.parse().ok()?,
                turn(word)?,
            )),
            _ => None,
        }
    }
}

fn hash_of(hex: &str) -> Option<SecretHash> {
    let mut hash = SecretHash::default();
    if hex.len() != 2 * hash.len() {
        return None;
    }
    for (index, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(index * 2..index * 2 + 2)?, 16).ok()?;
    }
    Some(hash)
}

/// An entry with its place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number; each is greater than the one before.
    pub number: u64,
    /// The relay's clock.
    pub at: Timestamp,
    /// What was taken or given.
    pub entry: Entry,
}

/// The number of the last record; 0 when there is none.
///
/// # Errors
/// Whatever SQLite says.
pub fn last(conn: &Connection) -> Result<u64, StoreError> {
    let last: i64 = conn.query_row(
        "SELECT coalesce(max(number), 0) FROM revocation",
        [],
        |row| row.get(0),
    )?;
    Ok(last as u64)
}

/// Adds entries to the list.
///
/// # Errors
/// Whatever SQLite says.
pub fn note(conn: &Connection, now: Timestamp, entries: &[Entry]) -> Result<(), StoreError> {
    if entries.is_empty() {
        return Ok(());
    }
    let first = last(conn)? + 1;
    for (number, entry) in (first..).zip(entries) {
        let entry = entry.clone();
        insert(
            conn,
            &Record {
                number,
                at: now,
                entry,
            },
        )?;
    }
    Ok(())
}

/// Adds a record that has its number.
///
/// # Errors
/// Whatever SQLite says; a number twice is an error.
pub fn insert(conn: &Connection, record: &Record) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO revocation (number, at, entry) VALUES (?1, ?2, ?3)")?
        .execute(params![
            record.number as i64,
            record.at.0,
            record.entry.words()
        ])?;
    Ok(())
}

/// The records after a number, in order.
///
/// # Errors
/// [`StoreError::Damaged`] when one cannot be read; whatever SQLite says.
pub fn after(conn: &Connection, number: u64) -> Result<Vec<Record>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT number, at, entry FROM revocation WHERE number > ?1 ORDER BY number",
    )?;
    let rows = statement.query_map([number as i64], |row| {
        Ok((
            row.get::<_, i64>(0)? as u64,
            Timestamp(row.get(1)?),
            row.get::<_, String>(2)?,
        ))
    })?;
    rows.map(|row| {
        let (number, at, words) = row?;
        let entry = Entry::parse(&words).ok_or(StoreError::Damaged("revocation"))?;
        Ok(Record { number, at, entry })
    })
    .collect()
}
