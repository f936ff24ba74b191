//! How much is in flight, and pauses that the relay asks for.

use super::super::*;
use super::end::{End, START, accepted};
use crate::ids::{CommitHash, DocId};
use crate::limits::{PUSH_COMMITS_MAX, PUSHES_IN_FLIGHT};
use crate::wire::{Bye, CommitVerdict, ToPhone, Update, Verdict};

#[test]
fn a_window_of_commits_is_in_flight_and_verdicts_open_it() {
    let mut link = End::live();
    let window = PUSHES_IN_FLIGHT * PUSH_COMMITS_MAX;
    link.outbox.ready = 2 * window as u16;
    assert_eq!(link.tell(Event::Work).len(), PUSHES_IN_FLIGHT);
    assert_eq!(usize::from(link.outbox.taken), window);
    assert!(link.tell(Event::Work).is_empty(), "the window is full");
    link.hear(&accepted(10));
    assert_eq!(link.tell(Event::Work).len(), 1);
    assert_eq!(usize::from(link.outbox.taken), window + 10);
}

#[test]
fn a_bye_says_when_to_come_back() {
    let mut link = End::live();
    let bye = Bye {
        code: ErrorCode::RateLimited,
        retry_ms: 30_000,
    };
    link.hear(&ToPhone::Bye(bye));
    assert!(link.phone.retry_at().unwrap() >= START.plus_ms(30_000));
}

#[test]
fn a_pause_that_ends_before_the_relay_has_spoken_wakes_the_phone_once() {
    let mut link = End::live();
    link.outbox.ready = 1;
    link.hear(&ToPhone::Update(Update {
        verdicts: vec![CommitVerdict {
            doc: DocId([0; 16]),
            hash: CommitHash([0; 32]),
            verdict: Verdict::Retry(10_000),
        }],
        ..Update::default()
    }));
    link.tell(Event::Closed);
    assert_eq!(link.wait(), [Effect::Connect]);
    link.tell(Event::Opened);
    link.now = START.plus_ms(10_000);
    assert!(
        link.tell(Event::Tick).is_empty(),
        "the relay has not spoken"
    );
    assert!(link.phone.next_wakeup().unwrap() > link.now);
    link.hear(&ToPhone::Update(Update::default()));
    assert_eq!(link.tell(Event::Work).len(), 1);
}
