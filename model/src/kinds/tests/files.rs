//! Files that an entry names: each phone's stay, and none is named that no rule knows.

use super::courses::Log;
use super::*;
use crate::doc::writer;
use crate::error::ErrorCode;
use crate::files::{FileSet, NamedFile};
use crate::ids::FileHash;
use crate::kind::{Kind, Record};
use crate::kinds::activity::ActivityCommand;
use crate::limits::{FILE_BYTES_MAX, FILES_PER_ENTRY_MAX};
use crate::plain::{from_json, to_json};

const ID: u8 = 11;

/// An expense, with these pictures.
fn add(files: impl IntoIterator<Item = u8>) -> Command {
    let files = files.into_iter().map(picture).collect();
    let expense = ExpenseFields { files, ..expense() };
    let id = ulid(ID);
    Command::Activity(ActivityCommand::AddExpense { id, expense })
}

fn edit(files: FileSet) -> Command {
    Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id: ulid(ID),
        changes: ExpenseChanges {
            files: Some(files),
            ..Default::default()
        },
    })
}

/// What is wanted, all of it.
fn pictures(files: impl IntoIterator<Item = u8>) -> Command {
    edit(files.into_iter().map(picture).collect())
}

fn log() -> Log {
    Log::new(DocHead::activity(person(MEMBER), 2026))
}

/// An expense as it was written before entries had files.
fn bare_expense(log: &Log) -> Made {
    let head = DocHead::activity(person(MEMBER), 2026);
    let author = &grants(MEMBER);
    let context = Context { author, now: NOW };
    let mut doc = log.doc.clone();
    writer::write(&mut doc, &head, &context, actor(MEMBER, 200), |writer| {
        let place = writer.new_entry("expenses", ulid(ID))?;
        writer.put(&place, "label", "Encre")
    })
    .unwrap()
}

fn named(log: &Log) -> Vec<NamedFile> {
    let record = Record::read(Kind::Activity, &log.doc).unwrap();
    assert_eq!(record.said().conflicts(), []);
    record.said().files()
}

fn all(files: impl IntoIterator<Item = u8>) -> Vec<NamedFile> {
    files.into_iter().map(picture).collect()
}

#[test]
fn two_phones_that_each_add_a_picture_keep_both_and_lose_the_one_that_was_taken_away() {
    let me = grants(MEMBER);
    for begun in [vec![], vec![1]] {
        let mut log = log();
        log.accept(&me, &add(begun.clone()));
        let of = |file| pictures(begun.iter().copied().chain([file]));
        let one = log.phone(&me, &of(2)).unwrap();
        let other = log.phone(&me, &of(3)).unwrap();
        let without = begun
            .first()
            .map(|_| log.phone(&me, &pictures([])).unwrap());
        for made in [Some(one), Some(other), without].into_iter().flatten() {
            log.take(&me, &made.change);
        }
        assert_eq!(named(&log), all([2, 3]));
    }
}

#[test]
fn an_expense_of_before_there_were_files_takes_them_and_says_when_two_phones_begin_at_once() {
    let me = grants(MEMBER);
    let mut log = log();
    let json = to_json(&add([]));
    let before = json.replace(r#","files":[]"#, "");
    assert_ne!(before, json);
    assert_eq!(from_json::<Command>(before.as_bytes()).unwrap(), add([]));
    let bare = bare_expense(&log);
    log.take(&me, &bare.change);
    assert_eq!(named(&log), []);
    let late = log.phone(&me, &pictures([3])).unwrap();
    log.accept(&me, &pictures([2]));
    let refusal = log.judge(&me, &late.change).unwrap_err();
    assert_eq!(
        refusal.code,
        ErrorCode::AlreadyMade,
        "nothing is hidden by it"
    );
    assert_eq!(named(&log), all([2]));
}

#[test]
fn nobody_names_more_files_than_an_entry_takes_or_one_without_bytes() {
    let me = grants(MEMBER);
    let many = || (1..).take(FILES_PER_ENTRY_MAX + 1);
    let path = |rest: &str| format!("expenses/{}/files{rest}", ulid(ID));
    let mut log = log();
    let refused = log.phone(&me, &add(many()));
    assert_eq!(refused, Err(CommandError::Invalid(path(""))));
    log.accept(&me, &add([]));
    assert!(log.phone(&me, &pictures(many())).is_err());
    for bytes in [0, FILE_BYTES_MAX + 1] {
        let hash = FileHash([7; 32]);
        let files = [NamedFile { hash, bytes }].into_iter().collect();
        let refused = log.phone(&me, &edit(files));
        assert_eq!(
            refused,
            Err(CommandError::Invalid(path(&format!("/{hash}"))))
        );
    }
    // Two phones together may: what is too much is taken away one by one.
    let full = |from: u8| pictures(from..from + FILES_PER_ENTRY_MAX as u8);
    let (one, other) = [full(1), full(101)]
        .map(|it| log.phone(&me, &it).unwrap())
        .into();
    log.take(&me, &one.change);
    log.take(&me, &other.change);
    assert_eq!(named(&log).len(), 2 * FILES_PER_ENTRY_MAX);
    log.accept(&me, &pictures((1..7).chain(101..106)));
    assert_eq!(named(&log).len(), 2 * FILES_PER_ENTRY_MAX - 1);
}

#[test]
fn a_name_is_64_digits_and_nothing_else() {
    let good = "0123456789abcdef".repeat(4);
    assert_eq!(good.parse::<FileHash>().unwrap().to_string(), good);
    let bad = [
        String::new(),
        good.to_uppercase(),
        good[1..].to_owned(),
        format!("{good}0"),
        format!("../{}", &good[3..]),
        format!("é{}", &good[2..]),
        format!("\0{}", &good[1..]),
    ];
    for name in bad {
        assert!(name.parse::<FileHash>().is_err(), "{name:?}");
    }
}
