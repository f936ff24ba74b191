//! Schema upgrades by `user_version`, each in one transaction. Files under `migrations/` are numbered and never edited
//! once released: expand first, contract in a later one.

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

/// Takes from a file what the last migration gave it.
#[cfg(test)]
pub(crate) const BEFORE_NOTICES: &str = "DROP TRIGGER push_channel_device; DROP TRIGGER push_channel_member;
    DROP TABLE push_channel; DROP TABLE mail_secret; DROP TABLE mail_channel; DROP TABLE mail_asked; DROP TABLE call;
    DROP TABLE told; DROP TABLE heard;";

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
