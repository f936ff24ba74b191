//! Where files are named on a phone.

use besace_model::command::{Command, EntryRef};
use besace_model::files::NamedFile;
use besace_model::ids::{FileHash, Ulid};
use besace_model::kinds::activity::ActivityCommand;

use super::device::{Device, add_expense, coop, my_activity};
use crate::api::Intent;
use crate::view::{FileRef, View, ViewRequest};
use crate::views::requests::{WholeAnswer, WholeRequest};

fn hash(digit: &str) -> FileHash {
    digit.repeat(64).parse().unwrap()
}

fn named(device: &Device, hashes: &[FileHash]) -> Vec<FileRef> {
    let hashes = hashes.to_vec();
    let request = ViewRequest::Whole(WholeRequest::Named { hashes });
    match device.replica.view(&request, device.now) {
        View::Whole(WholeAnswer::Named(found)) => found,
        other => panic!("{other:?}"),
    }
}

fn give(device: &mut Device, command: Command) {
    device.dispatch(Intent::Do {
        command,
        base: None,
    });
}

/// Records an expense that two files show.
fn shown_expense(device: &mut Device) -> Ulid {
    let id = Ulid([7; 16]);
    let mut command = add_expense(id, 1_200);
    if let Command::Activity(ActivityCommand::AddExpense { expense, .. }) = &mut command {
        let files = [("a", 10), ("b", 20)].map(|(digit, bytes)| NamedFile {
            hash: hash(digit),
            bytes,
        });
        expense.files = files.into_iter().collect();
    }
    give(device, command);
    id
}

#[test]
fn a_file_is_found_in_what_names_it_before_the_relay_has_that_and_after_a_start() {
    let mut device = Device::new();
    device.network = false;
    shown_expense(&mut device);
    let doc = my_activity().id(coop());
    let expected = vec![FileRef {
        doc: doc.to_string(),
        hash: hash("b"),
        bytes: 20,
    }];
    assert_eq!(named(&device, &[hash("b"), hash("c")]), expected);
    let device = device.reopen();
    assert_eq!(named(&device, &[hash("b")]), expected);
}

#[test]
fn a_file_of_an_entry_that_was_removed_is_still_named_for_that_may_come_back() {
    let mut device = Device::new();
    let id = shown_expense(&mut device);
    let entry = EntryRef::new(my_activity(), "expenses", id);
    give(&mut device, Command::remove(entry, true));
    assert_eq!(named(&device, &[hash("a")]).len(), 1);
}
