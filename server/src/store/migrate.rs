//! Schema upgrades by `user_version`, each in one transaction. Files under `migrations/` are numbered and never edited
//! once released: expand first, contract in a later one.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::StoreError;

const MIGRATIONS: [&str; 20] = [
    include_str!("../../migrations/0001_start.sql"),
    include_str!("../../migrations/0002_lean_log.sql"),
    include_str!("../../migrations/0003_tried.sql"),
    include_str!("../../migrations/0004_seats.sql"),
    include_str!("../../migrations/0005_spent.sql"),
    include_str!("../../migrations/0006_departures.sql"),
    include_str!("../../migrations/0007_revocations.sql"),
    include_str!("../../migrations/0008_people.sql"),
    include_str!("../../migrations/0009_generations.sql"),
    include_str!("../../migrations/0010_event_ends.sql"),
    include_str!("../../migrations/0011_revoked_by.sql"),
    include_str!("../../migrations/0012_derived.sql"),
    include_str!("../../migrations/0013_waiting.sql"),
    include_str!("../../migrations/0014_lives.sql"),
    include_str!("../../migrations/0015_segments.sql"),
    include_str!("../../migrations/0016_derived_later.sql"),
    include_str!("../../migrations/0017_covers.sql"),
    include_str!("../../migrations/0018_files.sql"),
    include_str!("../../migrations/0019_mandated.sql"),
    include_str!("../../migrations/0020_notices.sql"),
];

/// The schema this program reads and writes.
pub const SCHEMA: u32 = MIGRATIONS.len() as u32;

pub(super) fn upgrade(conn: &mut Connection) -> Result<(), StoreError> {
    upgrade_with(conn, &MIGRATIONS)
}

/// Brings a new file to the schema of a program before.
#[cfg(test)]
pub(crate) fn migrate_to(conn: &mut Connection, schema: usize) -> Result<(), StoreError> {
    upgrade_with(conn, &MIGRATIONS[..schema])
}

/// Runs what the file lacks of `migrations`, all or nothing.
pub(super) fn upgrade_with(conn: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let found: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = migrations.len() as u32;
    if found > known {
        return Err(StoreError::TooNew { found, known });
    }
    if found == known {
        return Ok(());
    }
    let tx = conn.transaction()?;
    for migration in &migrations[found as usize..] {
        tx.execute_batch(migration)?;
    }
    tx.pragma_update(None, "user_version", known)?;
    tx.commit()?;
    Ok(())
}

/// Takes from a file what programs since that schema gave it, for tests that open a file of before: whatever that schema
/// knows not is dropped. Rows keep what newer programs wrote in the columns that stay.
///
/// # Errors
/// Whatever SQLite says.
///
/// # Panics
/// If there is no such schema.
pub fn take_back(conn: &Connection, schema: u32) -> Result<(), StoreError> {
    let mut before = Connection::open_in_memory()?;
    upgrade_with(&mut before, &MIGRATIONS[..schema as usize])?;
    let is_enforced: bool = conn.pragma_query_value(None, "foreign_keys", |row| row.get(0))?;
    conn.pragma_update(None, "foreign_keys", false)?;
    // What depends on others goes first.
    for sort in ["trigger", "view", "index", "table"] {
        let known = names(&before, sort)?;
        for name in names(conn, sort)?.difference(&known) {
            conn.execute_batch(&format!("DROP {sort} \"{name}\""))?;
        }
    }
    for table in names(&before, "table")? {
        let known = columns(&before, &table)?;
        for column in columns(conn, &table)?.difference(&known) {
            conn.execute_batch(&format!("ALTER TABLE \"{table}\" DROP COLUMN \"{column}\""))?;
        }
    }
    conn.pragma_update(None, "foreign_keys", is_enforced)?;
    conn.pragma_update(None, "user_version", schema)?;
    Ok(())
}

/// What a file has of a sort, besides what SQLite makes by itself.
fn names(conn: &Connection, sort: &str) -> rusqlite::Result<BTreeSet<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = ?1 AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let mut found = conn.prepare(sql)?;
    found.query_map([sort], |row| row.get(0))?.collect()
}

fn columns(conn: &Connection, table: &str) -> rusqlite::Result<BTreeSet<String>> {
    let mut found = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
    found.query_map([table], |row| row.get(0))?.collect()
}
