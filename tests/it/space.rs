//! The disk that a cooperative takes: a relay with nothing to do makes it less, also of a file of before.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use besace_model::access::Role;
use besace_model::commit::Commit;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::wire::Verdict;
use besace_server::store::take_back;
use rusqlite::{Connection, OpenFlags};

use crate::binary;
use crate::coop::{Founder, Pen, fresh_folder, record, year};
use crate::line::{self, Line};
use crate::operators::{database, done};
use crate::process::{PACE_LIFTED, Relay};

/// The schema that knew no segments.
const BEFORE: u32 = 14;
/// Documents that are full when the relay starts.
const FULL: usize = 120;
/// Commits of each document.
const COMMITS: u64 = 40;

/// Makes a file what the program before would have written: without segments, and unable to give back pages one by one.
fn age(file: &Path) {
    let conn = Connection::open(file).expect("a database");
    take_back(&conn, BEFORE).expect("it was before");
    conn.execute_batch("PRAGMA auto_vacuum = NONE; VACUUM;")
        .expect("it was before");
}

/// A number that is asked of a file while a relay has it open.
fn ask(file: &Path, sql: &str) -> i64 {
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY);
    let conn = conn.expect("a database");
    conn.query_row(sql, [], |row| row.get(0)).expect("a number")
}

/// The files of some documents.
fn exported(data: &Path, docs: &[DocId]) -> BTreeMap<DocId, Vec<u8>> {
    let to = data.with_extension("export");
    done(data, &["export", "--to", &to.display().to_string()]);
    let read = |doc: &DocId| {
        let file = fs::read(to.join(format!("{doc}.automerge"))).expect("it was exported");
        (*doc, file)
    };
    let files = docs.iter().map(read).collect();
    fs::remove_dir_all(to).expect("it is ours");
    files
}

/// Pushes commits; the verdicts.
async fn pushed(line: &mut Line, pen: &Pen, commits: &[Commit]) -> Vec<Verdict> {
    let push = pen.push(commits.to_vec());
    line.send(line::push(vec![push])).await.expect("sent");
    let mut verdicts = Vec::new();
    while verdicts.len() < commits.len() {
        let update = line.update().await.expect("verdicts");
        verdicts.extend(update.verdicts.into_iter().map(|it| it.verdict));
    }
    verdicts
}

#[tokio::test]
async fn a_file_of_before_gets_shorter_while_phones_push_and_the_relay_is_killed() {
    let data = fresh_folder("space");
    let mut founder = Founder::new(&data);
    let member = founder.member(&[Role::Entrepreneur]);
    let phone = founder.device(member);
    let coop = founder.coop.id();
    let mut written = Vec::new();
    for number in 0..=FULL {
        let mut pen = Pen::new(coop, DocHead::activity(member, year(number)), &phone);
        let commits = pen.write_all(&phone, record(year(number), COMMITS), founder.now);
        if number < FULL {
            founder.admit(&pen.head, &commits);
        }
        written.push((pen, commits));
    }
    founder.close();
    let file = database(&data);
    age(&file);
    let ids: Vec<_> = written[..FULL].iter().map(|(pen, _)| pen.id).collect();
    let of_before = fs::read(&file).expect("a file");
    let before = exported(&data, &ids);
    // Whoever exports brings the file up to date, and moves what it finds time for.
    fs::write(&file, of_before).expect("a file can be written");
    for beside in ["db-wal", "db-shm"].map(|it| file.with_extension(it)) {
        if beside.exists() {
            fs::remove_file(beside).expect("nobody has it open");
        }
    }
    let pages = ask(&file, "PRAGMA page_count");

    let mut relay = Relay::start(&binary::path(), &data, coop, PACE_LIFTED);
    let (pen, commits) = &written[FULL];
    let halves = commits.split_at(commits.len() / 2);
    for half in [halves.0, halves.1] {
        let (mut line, _) = Line::synced(&relay, &phone).await.expect("a link");
        for commit in half {
            let commit = std::slice::from_ref(commit);
            let verdicts = pushed(&mut line, pen, commit).await;
            assert!(
                matches!(verdicts[..], [Verdict::Accepted(_)]),
                "{verdicts:?}"
            );
        }
        // Wherever it is with what it moves.
        relay.process.kill();
        relay.again();
    }
    let started = Instant::now();
    let moves = "SELECT count(*) FROM log WHERE doc IS NOT NULL AND change IS NULL";
    let is_done = || {
        let moved = ask(&file, moves) >= (FULL as u64 * COMMITS) as i64;
        moved && ask(&file, "PRAGMA auto_vacuum") > 0
    };
    while !is_done() {
        assert!(started.elapsed().as_secs() < 60, "{}", ask(&file, moves));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (mut line, _) = Line::synced(&relay, &phone).await.expect("a link");
    for (pen, commits) in &written {
        let verdicts = pushed(&mut line, pen, commits).await;
        let is_there = |it: &Verdict| matches!(it, Verdict::Duplicate(_));
        assert!(verdicts.iter().all(is_there), "{verdicts:?}");
    }
    relay.process.stop();
    assert_eq!(exported(&data, &ids), before);
    let left = ask(&file, "PRAGMA page_count");
    assert!(left < pages * 2 / 3, "{left} of {pages} pages are left");
}
