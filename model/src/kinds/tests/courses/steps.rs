//! Each step of the machines of events and sessions.

use super::{Log, coach, event_in, event_to, session_in, session_to, transition};
use crate::kinds::tests::*;

/// Asks phone and relay alike, from a status that stands to another.
fn assert_step(log: &Log, map: &[&str], to: &str, command: &Command, allowed: bool) {
    let path = format!("{}/status", map.join("/"));
    let told = log.phone(&coach(), command).map(|_| ());
    let raw = log.forge(&coach(), map, &[("status", to.into())]);
    for judging in [log, &log.replayed()] {
        let judged = judging.judge(&coach(), &raw);
        if allowed {
            assert_eq!(judged, Ok(()), "{to}");
        } else {
            assert_eq!(judged, Err(transition(&path)), "{to}");
        }
    }
    if allowed {
        assert_eq!(told, Ok(()), "{to}");
    } else {
        assert_eq!(told, Err(CommandError::Transition(path)), "{to}");
    }
}

#[test]
fn an_event_is_confirmed_or_called_off_and_does_not_come_back() {
    use EventStatus::{Cancelled, Confirmed, Tentative};
    let machine = [
        (Tentative, Confirmed, true),
        (Tentative, Cancelled, true),
        (Confirmed, Cancelled, true),
        (Confirmed, Tentative, false),
        (Cancelled, Tentative, false),
        (Cancelled, Confirmed, false),
    ];
    for (from, to, allowed) in machine {
        let log = event_in(from);
        assert_step(&log, &["event"], to.as_str(), &event_to(to), allowed);
    }
}

#[test]
fn a_session_is_held_or_called_off_and_one_that_was_held_stays_so() {
    use SessionStatus::{Cancelled, Done, Planned};
    let machine = [
        (Planned, Done, true),
        (Planned, Cancelled, true),
        (Cancelled, Done, true),
        (Cancelled, Planned, false),
        (Done, Planned, false),
        (Done, Cancelled, false),
    ];
    let id = ulid(20).to_string();
    for (from, to, allowed) in machine {
        let log = session_in(from);
        let map = ["sessions", id.as_str()];
        assert_step(&log, &map, to.as_str(), &session_to(to), allowed);
    }
}
