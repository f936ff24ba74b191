//! Steps that no app takes.

use automerge::Change;

use super::{coach, event_in, move_to, transition};
use crate::error::{ErrorCode, Refusal};
use crate::kinds::tests::*;
use crate::limits::{DOC_CHANGES_MAX, SEQUENCE_MAX};

#[test]
fn a_status_cannot_be_smuggled_beside_one_that_may_come() {
    let log = event_in(EventStatus::Cancelled);
    let writes = |words: [&str; 2]| words.map(|word| ("status", word.into()));
    // The first is replaced by the second and never shown.
    let raw = log.forge(&coach(), &["event"], &writes(["confirmed", "cancelled"]));
    assert_eq!(log.judge(&coach(), &raw), Ok(()));
    // Neither replaces the other: both would stand.
    let mut change = Change::from_bytes(raw).unwrap().decode();
    let replaced = change.operations[0].pred.clone();
    change.operations[1].pred = replaced;
    let raw = Change::from(change).raw_bytes().to_vec();
    let judged = log.judge(&coach(), &raw);
    assert_eq!(judged, Err(transition("event/status")));
    let raw = log.forge(&coach(), &["event"], &writes(["cancelled", "confirmed"]));
    let judged = log.judge(&coach(), &raw);
    assert_eq!(judged, Err(transition("event/status")));
}

#[test]
fn nobody_brings_the_sequence_of_an_event_to_its_limit_by_hand() {
    assert!(
        SEQUENCE_MAX as u64 > DOC_CHANGES_MAX,
        "one at a time, never reached"
    );
    let mut log = event_in(EventStatus::Confirmed);
    log.accept(&coach(), &move_to(9));
    for (number, taken) in [(0, false), (2, true), (3, false)] {
        let raw = log.forge(&coach(), &["event"], &[("sequence", number.into())]);
        for judging in [&log, &log.replayed()] {
            let judged = judging.judge(&coach(), &raw);
            let path = "event/sequence";
            let refused = Refusal::at(ErrorCode::BadValue, path);
            assert_eq!(
                judged,
                if taken { Ok(()) } else { Err(refused) },
                "{number}"
            );
        }
    }
    let raw = log.forge(&coach(), &["event"], &[("sequence", SEQUENCE_MAX.into())]);
    assert!(log.judge(&coach(), &raw).is_err());
}
