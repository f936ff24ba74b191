//! To a relay that reads the short form, and to one that no longer does.

use super::super::*;
use super::end::{End, accepted};
use crate::ids::CommitHash;
use crate::wire::{self, Bye, ToPhone, ToRelay};

fn said(effects: &[Effect]) -> ToRelay {
    match effects {
        [Effect::Send(bytes)] => wire::decode(bytes).unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_phone_says_in_short_what_the_relay_reads_in_short() {
    let mut link = End::live();
    link.outbox.ready = 2;
    assert!(matches!(said(&link.tell(Event::Work)), ToRelay::Push(_)));
    link.outbox.reads_short = true;
    link.outbox.ready = 4;
    assert!(matches!(said(&link.tell(Event::Work)), ToRelay::Short(_)));
    link.tell(Event::Closed);
    assert_eq!(link.wait(), [Effect::Connect]);
    let ToRelay::ShortHello(hello, pushes) = said(&link.tell(Event::Opened)) else {
        panic!("not in short")
    };
    assert_eq!((hello.reads_short, hello.pushes), (Some(true), Vec::new()));
    assert_eq!(wire::short::count(&pushes), 4);
}

#[test]
fn a_relay_that_does_not_understand_it_is_told_all_in_full_and_nothing_is_lost() {
    let mut link = End::live();
    link.outbox.reads_short = true;
    link.outbox.ready = 3;
    link.tell(Event::Closed);
    assert_eq!(link.wait(), [Effect::Connect]);
    assert!(matches!(
        said(&link.tell(Event::Opened)),
        ToRelay::ShortHello(..)
    ));
    let code = ErrorCode::BadMessage;
    link.hear(&ToPhone::Bye(Bye { code, retry_ms: 0 }));
    assert_eq!(link.wait(), [Effect::Connect]);
    let ToRelay::Hello(hello) = said(&link.tell(Event::Opened)) else {
        panic!("in short")
    };
    assert_eq!(hello.pushes[0].commits.len(), 3);
}

#[test]
fn verdicts_in_short_on_what_was_not_pushed_end_the_link() {
    let mut link = End::live();
    link.outbox.ready = 1;
    link.tell(Event::Work);
    let ToPhone::Update(mut update) = accepted(1) else {
        panic!("an update")
    };
    update.verdicts[0].hash = CommitHash([7; 32]);
    let effects = link.hear(&ToPhone::Update(update.in_short()));
    assert_eq!(effects, [Effect::Disconnect]);
    assert_eq!(link.outbox.taken, 0, "it is pushed again");
}
