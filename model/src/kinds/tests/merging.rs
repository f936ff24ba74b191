//! What people see when two phones wrote at once.

use super::*;
use crate::doc::genesis::Genesis;
use crate::kind::Kind;
use crate::kinds::activity;
use crate::kinds::activity::ActivityCommand;
use crate::kinds::profile;
use crate::kinds::profile::ProfileCommand;

mod amounts;
mod events;
mod sessions;
mod signed;

/// Does something on two phones apart, then brings both changes to the first.
fn at_once(doc: &mut Automerge, one: (u8, i64, Command), other: (u8, i64, Command)) -> Automerge {
    let mut second = doc.fork();
    act_at(doc, one.0, one.1, &one.2).unwrap();
    let (by, seconds, command) = other;
    let context = Context {
        author: &grants(by),
        now: NOW.plus_ms(seconds * 1000),
    };
    commit(&mut second, &command, &context, actor(by, 1)).unwrap();
    doc.merge(&mut second).unwrap();
    second.merge(doc).unwrap();
    second
}

fn with(kind: Kind, commands: &[(u8, Command)]) -> Automerge {
    let mut doc = Genesis::document(kind);
    for (by, command) in commands {
        act(&mut doc, *by, command).unwrap();
    }
    doc
}

#[test]
fn two_phones_that_open_a_profile_apart_lose_nothing() {
    let edit = |changes| Command::Profile(ProfileCommand::EditProfile { changes });
    let offers = edit(ProfileChanges {
        offers: Some("Menuiserie".into()),
        ..Default::default()
    });
    let more = edit(ProfileChanges {
        offers: Some("Covoiturage".into()),
        ..Default::default()
    });
    let mut doc = Genesis::document(Kind::Profile);
    at_once(&mut doc, (MEMBER, 1, offers), (MEMBER, 2, more));
    let read = profile::read(&doc).offers;
    assert!(
        read.contains("Menuiserie") && read.contains("Covoiturage"),
        "{read}"
    );
}

#[test]
fn odd_content_reads_as_empty() {
    use automerge::transaction::Transactable;
    use automerge::{ROOT, ReadDoc};
    let add = Command::Activity(ActivityCommand::AddExpense {
        id: ulid(11),
        expense: expense(),
    });
    let mut doc = with(Kind::Activity, &[(MEMBER, add)]);
    let mut tx = doc.transaction();
    let (_, expenses) = tx.get(ROOT, "expenses").unwrap().unwrap();
    let (_, entry) = tx.get(&expenses, ulid(11).to_string()).unwrap().unwrap();
    tx.put(&entry, "category", "teleportation").unwrap();
    tx.put(&entry, "net_cents", "beaucoup").unwrap();
    tx.put(&entry, "unknown", 1.5).unwrap();
    tx.put(&expenses, "not-an-id", 3).unwrap();
    tx.put_object(ROOT, "journal", automerge::ObjType::List)
        .unwrap();
    tx.commit();
    let read = activity::read(&doc);
    assert_eq!(read.expenses[&ulid(11)].category, ExpenseCategory::Other);
    assert_eq!(read.expenses[&ulid(11)].net_cents, 0);
    assert_eq!((read.expenses.len(), read.journal.len()), (1, 0));
}
