//! The store's contract: versions, locks, migrations.

use std::path::PathBuf;

use rusqlite::Connection;

use super::*;

/// A directory of this test's own, removed at the end.
struct Dir(PathBuf);

impl Dir {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("besace-store-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("coop.db")
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

#[test]
fn a_file_of_a_newer_program_is_refused_and_left_alone() {
    let dir = Dir::new("newer");
    Store::open(StorePlace::File(dir.file()))
        .unwrap()
        .close()
        .unwrap();
    let conn = Connection::open(dir.file()).unwrap();
    conn.pragma_update(None, "user_version", SCHEMA + 1)
        .unwrap();
    conn.close().unwrap();
    let error = Store::open(StorePlace::File(dir.file())).unwrap_err();
    assert!(
        matches!(error, StoreError::TooNew { found, known } if found == SCHEMA + 1 && known == SCHEMA)
    );
}

#[test]
fn a_migration_that_fails_leaves_the_old_schema() {
    let mut conn = Connection::open_in_memory().unwrap();
    let good = "CREATE TABLE a (x INTEGER) STRICT;";
    migrate::upgrade_with(&mut conn, &[good]).unwrap();
    let bad = "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);";
    migrate::upgrade_with(&mut conn, &[good, bad]).unwrap_err();
    let version: u32 = conn
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 1);
    conn.execute("SELECT x FROM b", []).unwrap_err();
}

#[test]
fn a_second_opener_is_refused_until_the_first_closes() {
    let dir = Dir::new("second");
    let first = Store::open(StorePlace::File(dir.file())).unwrap();
    let error = Store::open(StorePlace::File(dir.file())).unwrap_err();
    assert!(matches!(error, StoreError::InUse));
    first.close().unwrap();
    Store::open(StorePlace::File(dir.file())).unwrap();
}

#[test]
fn a_write_ahead_log_that_vanished_after_a_crash_is_noticed() {
    let dir = Dir::new("vanished");
    let store = Store::open(StorePlace::File(dir.file())).unwrap();
    assert_eq!(store.last_close(), LastClose::Clean);
    let copy = dir.0.join("copy.db");
    std::fs::copy(dir.file(), &copy).unwrap();
    std::fs::copy(dir.0.join("coop.db.lock"), dir.0.join("copy.db.lock")).unwrap();
    let torn = Store::open(StorePlace::File(copy)).unwrap();
    assert_eq!(torn.last_close(), LastClose::CrashLogMissing);
}

#[test]
fn acknowledged_means_synced() {
    let dir = Dir::new("pragmas");
    let store = Store::open(StorePlace::File(dir.file())).unwrap();
    let ask = |name: &str| -> String {
        store
            .conn()
            .pragma_query_value(None, name, |row| {
                let value: rusqlite::types::Value = row.get(0)?;
                Ok(format!("{value:?}"))
            })
            .unwrap()
    };
    assert_eq!(ask("journal_mode"), "Text(\"wal\")");
    assert_eq!(ask("synchronous"), "Integer(2)");
    assert_eq!(ask("foreign_keys"), "Integer(1)");
    assert_eq!(ask("trusted_schema"), "Integer(0)");
}

#[test]
fn a_long_write_ahead_log_is_given_back_to_the_disk_unless_somebody_reads() {
    let dir = Dir::new("long-log");
    let store = Store::open(StorePlace::File(dir.file())).unwrap();
    let log = || std::fs::metadata(dir.0.join("coop.db-wal")).map_or(0, |it| it.len());
    let write = || {
        let sql = "CREATE TABLE IF NOT EXISTS filler (x BLOB); INSERT INTO filler VALUES (zeroblob(6000000));";
        store.conn().execute_batch(sql).unwrap();
        store.checkpoint().unwrap();
        assert!(log() > WAL_KEPT_BYTES);
    };
    write();
    store.cut_back().unwrap();
    assert_eq!(log(), 0);
    write();
    let reader = open_reader(store.path().unwrap()).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let rows = |conn: &Connection| -> i64 {
        let sql = "SELECT count(*) FROM filler";
        conn.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(rows(&reader), 2);
    store.cut_back().unwrap();
    write();
    assert_eq!(rows(&reader), 2, "who reads goes on reading what stood");
    drop(reader);
    store.close().unwrap();
    assert_eq!(log(), 0);
    let again = Store::open(StorePlace::File(dir.file())).unwrap();
    assert_eq!(again.last_close(), LastClose::Clean);
    assert_eq!(rows(again.conn()), 3);
}
