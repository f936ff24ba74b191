//! What the accepted changes of each member amount to, as far as it was counted last.

use besace_model::ids::{CommitHash, MemberId};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};

use super::StoreError;
use super::docs::DocRow;
use super::segments::Unpacked;

/// Bytes and operations of accepted changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// Bytes.
    pub bytes: u64,
    /// Operations.
    pub ops: u64,
}

impl Spent {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            bytes: self.bytes + other.bytes,
            ops: self.ops + other.ops,
        }
    }
}

/// What was counted of each member.
///
/// # Errors
/// Whatever SQLite says.
pub fn all(conn: &Connection) -> Result<Vec<(MemberId, Spent)>, StoreError> {
    let mut statement = conn.prepare("SELECT member, bytes, ops FROM spent")?;
    let rows = statement.query_map([], |row| {
        let spent = Spent {
            bytes: row.get::<_, i64>(1)? as u64,
            ops: row.get::<_, i64>(2)? as u64,
        };
        Ok((MemberId::from_bytes(row.get(0)?), spent))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The entry of the log up to which it was counted.
///
/// # Errors
/// Whatever SQLite says.
pub fn upto(conn: &Connection) -> Result<u64, StoreError> {
    let upto: i64 = conn.query_row("SELECT spent_upto FROM coop", [], |row| row.get(0))?;
    Ok(upto as u64)
}

/// Every change after an entry, with the member whose device signed it, in any order.
///
/// # Errors
/// [`StoreError::Damaged`] when a segment with some of them cannot be read; whatever SQLite says.
pub fn changes_after(
    conn: &Connection,
    seq: u64,
    mut take: impl FnMut(MemberId, &[u8]),
) -> Result<(), StoreError> {
    let mut statement = conn.prepare(
        "SELECT device.member, change, log.doc, seq, hash FROM log JOIN device ON device.id = log.device
         WHERE seq > ?1 AND doc IS NOT NULL",
    )?;
    let mut rows = statement.query([seq as i64])?;
    let mut moved: Vec<(DocRow, u64, CommitHash, MemberId)> = Vec::new();
    while let Some(row) = rows.next()? {
        let member = MemberId::from_bytes(row.get(0)?);
        match row.get_ref(1)? {
            ValueRef::Null => {
                let seq = row.get::<_, i64>(3)? as u64;
                moved.push((row.get(2)?, seq, CommitHash(row.get(4)?), member));
            }
            change => take(member, change.as_blob().unwrap_or_default()),
        }
    }
    // One segment after the other, whatever order they were written in.
    moved.sort_unstable_by_key(|(doc, seq, ..)| (*doc, *seq));
    let mut unpacked = Unpacked::default();
    for (doc, seq, hash, member) in moved {
        take(member, &unpacked.commit(conn, doc, seq, hash)?.change);
    }
    Ok(())
}

/// Writes what was counted up to an entry.
///
/// # Errors
/// Whatever SQLite says.
pub fn save(
    conn: &Connection,
    spent: impl Iterator<Item = (MemberId, Spent)>,
    upto: u64,
) -> Result<(), StoreError> {
    let mut statement = conn
        .prepare_cached("INSERT OR REPLACE INTO spent (member, bytes, ops) VALUES (?1, ?2, ?3)")?;
    for (member, spent) in spent {
        statement.execute(params![
            member.as_bytes(),
            spent.bytes as i64,
            spent.ops as i64
        ])?;
    }
    conn.prepare_cached("UPDATE coop SET spent_upto = ?1")?
        .execute([upto as i64])?;
    Ok(())
}
