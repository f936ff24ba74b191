//! A long text takes several changes.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::kinds::journal::JournalCommand;

use super::device::Device;
use crate::api::{DispatchResult, Intent};
use crate::kinds::journal::{JournalAnswer, JournalRequest};
use crate::view::{View, ViewRequest, Window};

const ENTRY: Ulid = Ulid([5; 16]);

fn add(device: &mut Device, text: String) -> DispatchResult {
    let command = Command::Journal(JournalCommand::AddJournalEntry {
        id: ENTRY,
        date: "2026-03-01".to_owned(),
        text,
    });
    device.dispatch(Intent::Do {
        command,
        base: None,
    })
}

fn texts(device: &Device) -> Vec<String> {
    let request = ViewRequest::Journal(JournalRequest::Journal {
        member: None,
        year: 2026,
        window: Window {
            offset: 0,
            limit: 50,
        },
    });
    match device.replica.view(&request, device.now) {
        View::Journal(JournalAnswer::Journal(page)) => {
            page.rows.into_iter().map(|row| row.text).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn waits(device: &Device) -> u32 {
    device.sync().unsent
}

fn prose(chars: usize) -> String {
    "Bonjour à tous. ".chars().cycle().take(chars).collect()
}

#[test]
fn a_paste_longer_than_one_change_is_saved_whole() {
    for (chars, changes) in [(10_000, 1), (17_000, 2), (60_000, 4)] {
        let mut device = Device::new();
        assert!(matches!(
            add(&mut device, prose(chars)),
            DispatchResult::Done { .. }
        ));
        assert_eq!(texts(&device), [prose(chars)]);
        assert_eq!(waits(&device), changes, "{chars} characters");
        assert_eq!(texts(&device.reopen()), [prose(chars)]);
    }
}

#[test]
fn a_long_text_written_anew_is_saved_whole() {
    let mut device = Device::new();
    add(&mut device, prose(30_000));
    let other: String = "Autre chose. ".chars().cycle().take(25_000).collect();
    let command = Command::Journal(JournalCommand::EditJournalEntry {
        year: 2026,
        id: ENTRY,
        date: None,
        text: Some(other.clone()),
    });
    let base = None;
    let result = device.dispatch(Intent::Do { command, base });
    assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
    assert_eq!(texts(&device), [other]);
}

#[test]
fn a_paste_longer_than_a_text_may_be_is_refused_by_the_name_of_its_field() {
    let mut device = Device::new();
    let refused = DispatchResult::Rejected {
        code: ErrorCode::InvalidCommand,
        field: format!("journal/{ENTRY}/text"),
    };
    assert_eq!(add(&mut device, prose(120_000)), refused);
    assert_eq!(waits(&device), 0, "nothing of it stays");
}

/// Changes of a long text, of which only so many were made when the app was closed.
fn closed_after(parts: usize) -> Device {
    let mut device = Device::new();
    let command = Command::Journal(JournalCommand::AddJournalEntry {
        id: ENTRY,
        date: "2026-03-01".to_owned(),
        text: prose(60_000),
    });
    let base = None;
    let mut result = device.dispatch_once(Intent::Do { command, base });
    for _ in 1..parts {
        let DispatchResult::Part { part, .. } = result else {
            panic!("{result:?}");
        };
        result = device.dispatch_once(Intent::GoOn { part });
    }
    device
}

#[test]
fn an_app_closed_while_a_long_text_was_saved_kept_nothing_of_it_that_hides_the_rest() {
    for parts in 1..4 {
        let mut device = closed_after(parts);
        assert!(device.saved.is_empty(), "nothing was said to be saved");
        device.expense(2, 100);
        assert!(
            device.saved.is_empty(),
            "it would stand on what is not written"
        );
        let mut device = device.reopen();
        assert_eq!((waits(&device), texts(&device).len()), (0, 0));
        add(&mut device, prose(60_000));
        assert_eq!(texts(&device), [prose(60_000)], "the draft is saved whole");
    }
    let device = closed_after(4);
    assert_eq!(device.saved.len(), 4);
    assert_eq!(texts(&device.reopen()), [prose(60_000)]);
}

#[test]
fn no_screen_is_told_to_read_a_text_of_which_a_part_is_missing() {
    let before = Device::new().told;
    for parts in 1..4 {
        assert_eq!(closed_after(parts).told, before, "after {parts} of 4");
    }
    assert_ne!(closed_after(4).told, before);
}

#[test]
fn a_long_save_says_how_far_it_is() {
    let mut device = Device::new();
    let command = Command::Journal(JournalCommand::AddJournalEntry {
        id: ENTRY,
        date: "2026-03-01".to_owned(),
        text: prose(60_000),
    });
    let base = None;
    let mut result = device.dispatch_once(Intent::Do { command, base });
    let mut said = Vec::new();
    while let DispatchResult::Part { part, done, total } = result {
        said.push(done * 100 / total);
        result = device.dispatch_once(Intent::GoOn { part });
    }
    assert_eq!(said, [26, 53, 80]);
}

#[test]
fn a_long_text_that_cannot_be_written_on_is_taken_back_whole() {
    let mut device = closed_after(2);
    device.disk_full = true;
    let part = 1;
    device.dispatch_once(Intent::GoOn { part });
    device.dispatch_once(Intent::GoOn { part });
    assert_eq!((device.saved.len(), device.failed.len()), (0, 4));
    assert_eq!((waits(&device), texts(&device).len()), (0, 0));
    let gone = device.dispatch_once(Intent::GoOn { part });
    assert_eq!(gone, DispatchResult::rejected(ErrorCode::NotFound));
}

/// A journal entry for each of so many days; one of them says more than a text may hold.
fn entries(days: u8, too_long: Option<u8>) -> Intent {
    let entry = |day: u8| {
        Command::Journal(JournalCommand::AddJournalEntry {
            id: Ulid([day; 16]),
            date: format!("2026-03-{day:02}"),
            text: prose(if too_long == Some(day) { 120_000 } else { 20 }),
        })
    };
    let commands = (1..=days).map(entry).collect();
    Intent::DoAll { commands }
}

#[test]
fn commands_done_together_reach_the_disk_in_one_write() {
    let mut device = Device::new();
    device.disk_slow = true;
    let result = device.dispatch(entries(31, None));
    assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
    device.write_next();
    assert_eq!((waits(&device), texts(&device).len()), (31, 31));
    assert_eq!(texts(&device.reopen()).len(), 31, "it was one write");
}

#[test]
fn an_app_closed_among_commands_done_together_kept_none_of_them() {
    let mut device = Device::new();
    let result = device.dispatch_once(entries(31, None));
    assert!(matches!(
        result,
        DispatchResult::Part {
            done: 16,
            total: 31,
            ..
        }
    ));
    assert!(device.saved.is_empty());
    let device = device.reopen();
    assert_eq!((waits(&device), texts(&device).len()), (0, 0));
}

#[test]
fn where_one_of_several_commands_cannot_be_done_none_is() {
    for wrong in [1, 17, 31] {
        let mut device = Device::new();
        device.expense(1, 100);
        let result = device.dispatch(entries(31, Some(wrong)));
        assert!(
            matches!(result, DispatchResult::Rejected { .. }),
            "{result:?}"
        );
        assert_eq!((waits(&device), texts(&device).len()), (1, 0), "{wrong}");
        let mut device = device.reopen();
        assert_eq!((waits(&device), texts(&device).len()), (1, 0), "{wrong}");
        device.dispatch(entries(31, None));
        assert_eq!(texts(&device).len(), 31, "the corrected file is taken");
    }
}

#[test]
fn commands_that_all_stand_already_change_nothing() {
    let mut device = Device::new();
    let add = entries(3, None);
    let none = Intent::DoAll {
        commands: Vec::new(),
    };
    assert_eq!(device.dispatch(none), DispatchResult::NoChange);
    device.dispatch(add);
    let edit = (1..=3).map(|day| {
        Command::Journal(JournalCommand::EditJournalEntry {
            year: 2026,
            id: Ulid([day; 16]),
            date: None,
            text: Some(prose(20)),
        })
    });
    let commands = edit.collect();
    assert_eq!(
        device.dispatch(Intent::DoAll { commands }),
        DispatchResult::NoChange
    );
    assert_eq!(waits(&device), 3);
}
