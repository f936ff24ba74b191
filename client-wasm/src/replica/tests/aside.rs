//! A document that ends the app when it is read: once, and then everything else goes on.

mod again;

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, Ulid};
use besace_model::kinds::activity::ActivityCommand;
use besace_model::wire::{DocName, DocUpdate, Piece, Update};

use super::device::{
    Device, Other, accepted, add_expense, coop, logged, make_fatal, me, my_activity, update,
};
use crate::api::{DispatchResult, Intent};
use crate::store;
use crate::view::sync::SetAside;

fn activity() -> DocId {
    my_activity().id(coop())
}

/// An expense of the year before: of another document.
fn last_year(number: u8) -> Command {
    let mut command = add_expense(Ulid([number; 16]), 700);
    if let Command::Activity(ActivityCommand::AddExpense { expense, .. }) = &mut command {
        expense.date = "2025-12-31".to_owned();
    }
    command
}

/// Somebody's other device, with two expenses, and what the relay says of them.
fn news() -> (Other, Update) {
    let mut other = Other::new(5);
    let mut news = update(1);
    let made =
        [(1, 900), (2, 901)].map(|(id, cents)| other.make(&add_expense(Ulid([id; 16]), cents)));
    news.docs = vec![logged(made.into())];
    (other, news)
}

fn snapshot(other: &Other, number: u64) -> Update {
    let bytes = other.doc.save();
    let mut news = update(number as u8);
    news.docs = vec![DocUpdate {
        doc: DocName::Head(my_activity()),
        piece: Some(Piece {
            snapshot: number,
            offset: 0,
            total: bytes.len() as u32,
            bytes,
        }),
        changes: Vec::new(),
    }];
    news
}

fn aside(device: &Device) -> Vec<SetAside> {
    device.sync().set_aside
}

/// A device that ended once as the relay's news arrived, with work that waits in that document and another.
fn ended_once(news: &Update) -> Device {
    let mut device = Device::new();
    device.expense(3, 100);
    device.dispatch(Intent::Do {
        command: last_year(4),
        base: None,
    });
    device.connect();
    make_fatal(&[activity()]);
    device.crash(|it| it.hear(news.clone()))
}

#[test]
fn a_document_that_ends_the_app_as_it_arrives_is_set_aside_and_the_rest_goes_on() {
    let (_, mut news) = news();
    let mut device = ended_once(&news);
    let [one] = &aside(&device)[..] else {
        panic!("{:?}", aside(&device))
    };
    assert_eq!((one.kind, one.owner), (my_activity().kind, me()));
    assert_eq!((one.key.as_str(), one.waiting), ("2026", 1));
    assert!(one.text.contains("Repas 100"), "what waits can be copied");
    assert_eq!(device.amounts(), [100], "what was shown is shown");

    device.connect();
    assert_eq!(
        device.pushed().len(),
        1,
        "the other document's work goes out"
    );
    news.verdicts = vec![accepted(device.pushed()[0])];
    news.verdicts[0].doc = DocHead::activity(me(), 2025).id(coop());
    device.hear(news);
    assert_eq!(device.sync().unsent, 1, "what waits for it is kept");
    let result = device.dispatch(Intent::Do {
        command: add_expense(Ulid([6; 16]), 1),
        base: None,
    });
    let refused = DispatchResult::rejected(ErrorCode::SetAside);
    assert_eq!(result, refused);
    let mut device = device.reopen();
    device.connect();
    device.hear(update(2));
    assert_eq!(aside(&device).len(), 1);
}

#[test]
fn stored_content_that_ends_the_app_does_not_keep_it_from_starting() {
    let (_, news) = news();
    let mut device = Device::new();
    device.connect();
    device.hear(news);
    for ((name, _), row) in &mut device.disk {
        if name == store::RECORDS {
            *row = vec![0xff];
        }
    }
    make_fatal(&[activity()]);
    let device = device.crash(|it| drop(Device::open(it.disk.clone(), 2)));
    assert!(device.amounts().is_empty());
    assert_eq!(aside(&device).len(), 1);
    assert!(device.reopen().amounts().is_empty());
}
