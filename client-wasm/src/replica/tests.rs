//! The machine driven by hand-made frames: a disk in memory, no network, no mocks of our own code.

mod access;
mod aside;
mod clock;
mod device;
mod disk;
mod events;
mod long;
mod rebuilt;
mod reread;
mod rescue;
mod restart;
mod sessions;
mod stale;
mod today;
mod versions;

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::kind::{Kind, Record};
use besace_model::kinds::activity::{ActivityCommand, ExpenseChanges};
use besace_model::wire::{Bye, DocUpdate, Piece, ToPhone, ToRelay, Verdict, encode};

use crate::api::{DispatchResult, Event, Intent};
use crate::store;
use crate::view::RecordState;
use crate::view::sync::LinkState;
use device::{Device, Other, accepted, add_expense, coop, logged, my_activity, update, verdict};

#[test]
fn what_was_saved_offline_is_there_after_the_app_was_killed() {
    let mut device = Device::new();
    device.expense(1, 1_250);
    assert_eq!(device.saved.len(), 1);
    let device = device.reopen();
    let rows = device.expenses();
    assert_eq!(rows[0].fields.net_cents, 1_250);
    assert_eq!(rows[0].info.state, RecordState::OnPhone);
    assert_eq!(device.sync().unsent, 1);
    assert_eq!(device.sync().unreadable_rows, 0);
}

#[test]
fn records_in_the_form_of_another_version_are_shown_with_what_is_pending_and_rewritten_once() {
    type Form = fn(&[u8]) -> Vec<u8>;
    let forms: [Form; 3] = [
        |_| br#"{"Activity":{"journal":{}}}"#.to_vec(),
        |row| [&[0xa5; 8], &row[8..]].concat(),
        |row| row[..9].to_vec(),
    ];
    for form in forms {
        let mut device = Device::new();
        device.expense(1, 1_250);
        for ((store, _), row) in &mut device.disk {
            if store == store::RECORDS {
                *row = form(row);
            }
        }
        let device = device.reopen();
        assert_eq!(device.amounts(), [1_250]);
        assert_eq!(device.sync().unsent, 1);
        assert_eq!(device.sync().unreadable_rows, 0);
    }
}

#[test]
fn a_record_of_another_version_is_written_anew_with_what_is_pending() {
    let mut device = Device::new();
    device.expense(1, 1_250);
    let is_record = |(store, _): &(String, String)| store == store::RECORDS;
    for (_, row) in device.disk.iter_mut().filter(|(key, _)| is_record(key)) {
        row[..8].fill(0xa5);
    }
    let device = device.reopen();
    let mut records = device.disk.iter().filter(|(key, _)| is_record(key));
    assert!(records.all(|(_, row)| Record::is_of_today(Kind::Activity, row)));
}

#[test]
fn nothing_is_written_over_an_item_that_a_later_version_wrote() {
    let mut device = Device::new();
    device.expense(1, 100);
    let key = (store::OUTBOX.to_owned(), store::number_key(40));
    device
        .disk
        .insert(key.clone(), b"of a later version".to_vec());
    let mut device = device.reopen();
    assert_eq!(device.sync().unreadable_rows, 1);
    device.expense(2, 200);
    assert_eq!(device.disk[&key], b"of a later version");
    assert_eq!(device.sync().unsent, 2);
}

#[test]
fn a_commit_is_pushed_in_the_hello_and_shown_as_received_after_its_verdict() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let pushed = device.pushed();
    assert_eq!(pushed.len(), 1);
    assert!(device.hello().cursor.is_none());
    let mut news = update(1);
    news.verdicts = vec![accepted(pushed[0])];
    device.hear(news);
    let device = device.reopen();
    assert_eq!(device.sync().unsent, 0);
    let state = device.expenses()[0].info.state.clone();
    assert!(
        matches!(state, RecordState::Received { at: Some(_) }),
        "{state:?}"
    );
}

#[test]
fn a_refused_command_becomes_an_item_and_the_others_go_on_in_order() {
    let mut device = Device::new();
    for number in 1..=4 {
        device.expense(number, i64::from(number));
    }
    device.connect();
    let first = device.pushed();
    assert_eq!(first.len(), 4);
    let mut news = update(1);
    news.verdicts = vec![
        accepted(first[0]),
        verdict(
            first[1],
            Verdict::Refused(ErrorCode::BadValue, "expenses/x/label".to_owned()),
        ),
        verdict(first[2], Verdict::Need(vec![first[1]])),
        verdict(first[3], Verdict::Need(vec![first[2]])),
    ];
    device.hear(news);
    assert_eq!(device.amounts(), [1, 3, 4]);
    let refused = device.refused();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].code, ErrorCode::BadValue);
    assert_eq!(refused[0].path, "expenses/x/label");
    let again = device.pushed()[4..].to_vec();
    assert_eq!(again.len(), 2, "the two that remain are pushed again");
    assert!(again.iter().all(|hash| !first.contains(hash)));
    let mut news = update(2);
    news.verdicts = again.into_iter().map(accepted).collect();
    device.hear(news);
    assert_eq!(device.sync().unsent, 0);
    let mut device = device.reopen();
    assert_eq!(device.refused().len(), 1, "kept until a person has spoken");
    let item = device.refused()[0].id;
    device.dispatch(Intent::Retry {
        item,
        command: None,
        base: None,
    });
    assert_eq!(device.amounts(), [1, 2, 3, 4]);
    assert!(device.refused().is_empty());
    assert_eq!(device.reopen().sync().unsent, 1);
}

#[test]
fn a_restored_phone_makes_its_commands_again_a_bounded_number_of_times() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    for place in 1..=10 {
        let Some(hash) = device.pushed().last().copied() else {
            break;
        };
        let mut news = update(place);
        news.verdicts = vec![verdict(
            hash,
            Verdict::Refused(ErrorCode::Fork, String::new()),
        )];
        device.hear(news);
    }
    assert_eq!(device.pushed().len(), 4, "once, and three times again");
    assert_eq!(device.refused().len(), 1);
}

#[test]
fn a_snapshot_in_pieces_goes_on_after_the_app_was_killed() {
    let mut other = Other::new(5);
    let change = other.make(&add_expense(Ulid([1; 16]), 900));
    let snapshot = other.doc.save();
    let cut = snapshot.len() / 2;
    let piece = |from: usize, to: usize| DocUpdate {
        piece: Some(Piece {
            snapshot: 1,
            offset: from as u32,
            total: snapshot.len() as u32,
            bytes: snapshot[from..to].to_vec(),
        }),
        ..logged(Vec::new())
    };
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![piece(0, cut)];
    news.remaining = 1;
    device.hear(news);
    assert!(device.expenses().is_empty());
    let mut device = device.reopen();
    device.connect();
    assert_eq!(device.hello().cursor.as_ref().unwrap().0, [1]);
    let mut news = update(2);
    news.docs = vec![piece(cut, snapshot.len())];
    device.hear(news);
    assert_eq!(device.amounts(), [900]);
    assert!(!device.sync().first_download);
    // What the snapshot holds already changes nothing when it comes again.
    let mut news = update(3);
    news.docs = vec![logged(vec![change])];
    device.hear(news);
    let device = device.reopen();
    assert_eq!(device.amounts(), [900]);
    assert!(
        device
            .disk
            .keys()
            .all(|(store, _)| store != store::PIECES && store != store::CHANGES)
    );
}

#[test]
fn a_relay_that_starts_over_gets_accepted_commits_again() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let hash = device.pushed()[0];
    let mut news = update(1);
    news.verdicts = vec![accepted(hash)];
    device.hear(news);
    let mut device = device.reopen();
    device.connect();
    assert!(device.pushed().is_empty());
    let mut news = update(9);
    news.restart = true;
    device.hear(news);
    assert_eq!(
        device.pushed(),
        [hash],
        "the same commit, with its signature"
    );
    let mut news = update(10);
    news.verdicts = vec![accepted(hash)];
    device.hear(news);
    assert_eq!(device.amounts(), [100]);
    assert_eq!(device.sync().unsent, 0);
    assert_eq!(device.sync().restarts, 1);
}

#[test]
fn two_values_of_one_field_are_shown_and_settled() {
    let mut other = Other::new(5);
    let id = Ulid([1; 16]);
    let made = other.make(&add_expense(id, 100));
    let edit = |cents| {
        Command::Activity(ActivityCommand::EditExpense {
            year: 2026,
            id,
            changes: ExpenseChanges {
                net_cents: Some(cents),
                ..ExpenseChanges::default()
            },
        })
    };
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![made])];
    device.hear(news);
    device.dispatch(Intent::Do {
        command: edit(200),
        base: None,
    });
    let mut news = update(2);
    news.docs = vec![logged(vec![other.make(&edit(300))])];
    device.hear(news);
    let conflicts = device.expenses()[0].info.conflicts.clone();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].field, "netCents");
    assert_eq!(conflicts[0].values.len(), 2);
    assert_eq!(device.sync().conflicts, 1);
    let shown = device.amounts()[0];
    let result = device.dispatch(Intent::Settle {
        conflict: conflicts[0].id.clone(),
        choice: 1,
    });
    assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
    assert_ne!(device.amounts()[0], shown);
    assert_eq!(device.sync().conflicts, 0);
}

#[test]
fn what_the_disk_did_not_take_is_never_called_saved() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.disk_full = true;
    device.expense(2, 200);
    assert_eq!((device.saved.len(), device.failed.len()), (1, 1));
    assert_eq!(device.amounts(), [100], "undone, not half written");
    assert!(device.sync().storage_failed);
    device.disk_full = false;
    device.expense(3, 300);
    assert!(!device.sync().storage_failed);
    assert_eq!(device.reopen().amounts(), [100, 300]);
}

#[test]
fn a_document_lost_leaves_the_phone_and_what_was_not_sent_stays_readable() {
    let mut device = Device::new();
    device.expense(1, 4_200);
    device.connect();
    let mut news = update(1);
    news.lost = vec![my_activity().id(coop())];
    device.hear(news);
    assert!(device.expenses().is_empty());
    let refused = device.refused();
    assert!(refused[0].text.contains("4200"), "{}", refused[0].text);
    let device = device.reopen();
    assert_eq!((device.sync().docs, device.sync().refused), (0, 1));
}

#[test]
fn a_verdict_does_not_bring_back_a_document_lost_in_the_same_breath() {
    let mut device = Device::new();
    device.expense(1, 4_200);
    device.connect();
    let mut news = update(1);
    news.verdicts = vec![accepted(device.pushed()[0])];
    news.lost = vec![my_activity().id(coop())];
    device.hear(news);
    assert!(device.expenses().is_empty());
    let sync = device.reopen().sync();
    assert_eq!((sync.docs, sync.refused, sync.unsent), (0, 0, 0));
}

#[test]
fn rows_that_cannot_be_read_are_counted_and_passed_over() {
    let mut device = Device::new();
    device.expense(1, 100);
    for store in [store::META, store::DOCS, store::OUTBOX, "unheard_of"] {
        device
            .disk
            .insert((store.to_owned(), "zzz".to_owned()), vec![0xff, 0, 1]);
    }
    let device = device.reopen();
    assert_eq!(device.sync().unreadable_rows, 4);
    assert_eq!(device.amounts(), [100]);
}

#[test]
fn a_record_row_of_another_version_is_made_again_from_the_document() {
    let mut device = Device::new();
    let mut other = Other::new(5);
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![other.make(&add_expense(Ulid([1; 16]), 100))])];
    device.hear(news);
    for ((store, _), value) in &mut device.disk {
        if store == store::RECORDS {
            *value = b"{\"Unknown\":1}".to_vec();
        }
    }
    assert_eq!(device.reopen().amounts(), [100]);
}

#[test]
fn a_link_cut_in_flight_pushes_the_same_commits_again() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let before = device.pushed();
    device.cut();
    assert_eq!(device.sync().link, LinkState::Offline);
    device.connect();
    assert_eq!(device.pushed(), before);
    let hellos = device
        .sent
        .iter()
        .filter(|frame| matches!(frame, ToRelay::Hello(_)))
        .count();
    assert_eq!(hellos, 2);
}

#[test]
fn a_revoked_device_keeps_nothing() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let bytes = encode(&ToPhone::Bye(Bye {
        code: ErrorCode::DeviceRevoked,
        retry_ms: 0,
    }));
    device.handle(Event::Frame { bytes });
    assert!(device.wiped);
    assert!(device.expenses().is_empty());
    let command = add_expense(Ulid([2; 16]), 1);
    let result = device.dispatch(Intent::Do {
        command,
        base: None,
    });
    assert_eq!(result, DispatchResult::rejected(ErrorCode::DeviceRevoked));
}

#[test]
fn an_old_app_stops_and_keeps_its_outbox() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let bytes = encode(&ToPhone::Bye(Bye {
        code: ErrorCode::Upgrade,
        retry_ms: 0,
    }));
    device.handle(Event::Frame { bytes });
    assert_eq!(device.sync().problem, Some(ErrorCode::Upgrade));
    assert_eq!(device.sync().unsent, 1);
}
