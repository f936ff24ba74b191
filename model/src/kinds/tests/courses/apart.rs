//! Steps that were taken apart.

use super::{coach, director, event_in, event_to, move_to, session_in, session_to, transition};
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::*;
use crate::kinds::{coaching_log, event};

#[test]
fn the_second_to_move_a_status_is_judged_by_what_the_first_one_left() {
    let cases = [
        (EventStatus::Cancelled, EventStatus::Confirmed, false),
        (EventStatus::Confirmed, EventStatus::Cancelled, true),
        (EventStatus::Cancelled, EventStatus::Cancelled, true),
    ];
    for (first, second, taken) in cases {
        let mut log = event_in(EventStatus::Tentative);
        let apart = log.phone(&director(), &event_to(second)).unwrap();
        log.accept(&coach(), &event_to(first));
        for judging in [&log, &log.replayed()] {
            let judged = judging.judge(&director(), &apart.change);
            let expected = if taken {
                Ok(())
            } else {
                Err(transition("event/status"))
            };
            assert_eq!(judged, expected, "{first:?}, {second:?}");
        }
    }
    let mut log = session_in(SessionStatus::Planned);
    let (member, path) = (grants(MEMBER), format!("sessions/{}/status", ulid(20)));
    let called_off = log.phone(&member, &session_to(SessionStatus::Cancelled));
    log.accept(&coach(), &session_to(SessionStatus::Done));
    let judged = log.judge(&member, &called_off.unwrap().change);
    assert_eq!(judged, Err(transition(&path)));
}

#[test]
fn of_statuses_written_apart_the_later_one_is_chosen_and_the_earlier_is_not() {
    let mut log = event_in(EventStatus::Tentative);
    let apart = log.phone(&director(), &event_to(EventStatus::Cancelled));
    log.accept(&coach(), &event_to(EventStatus::Confirmed));
    log.take(&director(), &apart.unwrap().change);
    assert_eq!(event::read(&log.doc).unwrap().conflicts.len(), 1);
    let back = log.phone(&coach(), &event_to(EventStatus::Confirmed));
    let path = "event/status".to_owned();
    assert_eq!(back.unwrap_err(), CommandError::Transition(path));
    log.accept(&coach(), &event_to(EventStatus::Cancelled));
    let settled = event::read(&log.doc).unwrap();
    assert_eq!(settled.status, EventStatus::Cancelled);
    assert_eq!(settled.conflicts, []);
}

#[test]
fn two_who_move_an_event_apart_are_both_heard_and_the_next_move_comes_after_both() {
    let mut log = event_in(EventStatus::Confirmed);
    let mut apart = log.doc.fork();
    let context = Context {
        author: &director(),
        now: NOW,
    };
    let theirs: Vec<_> = [11, 12, 13]
        .iter()
        .map(|day| commit(&mut apart, &move_to(*day), &context, actor(6, 0)).unwrap())
        .collect();
    log.accept(&coach(), &move_to(9));
    log.accept(&coach(), &move_to(10));
    for made in &theirs {
        log.take(&director(), &made.change);
    }
    assert_eq!(event::read(&log.doc).unwrap().sequence, 3);
    log.accept(&coach(), &move_to(14));
    assert_eq!(event::read(&log.doc).unwrap().sequence, 4);
}

#[test]
fn work_of_others_on_the_same_session_goes_on_whatever_its_status() {
    let mut log = session_in(SessionStatus::Planned);
    log.accept(&coach(), &session_to(SessionStatus::Done));
    let write = Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes: SessionChanges {
            points: Some("Vu ensemble".into()),
            ..Default::default()
        },
    });
    log.accept(&grants(MEMBER), &write);
    let read = coaching_log::read(&log.doc);
    assert_eq!(read.sessions[&ulid(20)].status, SessionStatus::Done);
}
