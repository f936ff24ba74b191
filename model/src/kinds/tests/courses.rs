//! Statuses take the steps of their machine and sequences go up by one at a time, in the order of receipt.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, Change, ROOT, ReadDoc, ScalarValue};

use super::*;
use crate::admission::{DocIndex, Judgement, check_rules};
use crate::doc::genesis::Genesis;
use crate::error::{ErrorCode, Refusal};
use crate::head::DocHead;
use crate::ids::CommitHash;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::event::EventCommand;
use crate::kinds::{coaching_log, event};
use crate::limits::{DOC_CHANGES_MAX, SEQUENCE_MAX};

/// A document as the relay has it: what it accepted, and what it judges by.
#[derive(Debug)]
pub(super) struct Log {
    head: DocHead,
    pub(super) index: DocIndex,
    doc: Automerge,
    raw: Vec<Vec<u8>>,
    sessions: std::cell::Cell<u8>,
}

impl Log {
    pub(super) fn new(head: DocHead) -> Self {
        Self {
            doc: Genesis::document(head.kind),
            index: DocIndex::new(head.clone()),
            head,
            raw: Vec::new(),
            sessions: std::cell::Cell::new(1),
        }
    }

    fn session(&self, who: &Grants) -> [u8; 16] {
        self.sessions.set(self.sessions.get() + 1);
        actor(who.member.0.0[15], self.sessions.get())
    }

    /// What a phone that has everything makes of a command. Nothing is accepted by that.
    pub(super) fn phone(&self, who: &Grants, command: &Command) -> Result<Made, CommandError> {
        let context = Context {
            author: who,
            now: NOW,
        };
        commit(&mut self.doc.clone(), command, &context, self.session(who))
    }

    /// What a phone that asks no rules makes of writes in one map, in this order.
    pub(super) fn forge(
        &self,
        who: &Grants,
        map: &[&str],
        writes: &[(&str, ScalarValue)],
    ) -> Vec<u8> {
        let mut doc = self.doc.clone();
        doc.set_author(Some(Author::from(who.member.as_bytes().to_vec())));
        doc.set_actor(ActorId::from(self.session(who)));
        let map = map.iter().fold(ROOT, |object, key| {
            doc.get(&object, *key).unwrap().unwrap().1
        });
        let mut tx = doc.transaction();
        for (key, value) in writes {
            tx.put(&map, *key, value.clone()).unwrap();
        }
        tx.commit_with(CommitOptions::default().with_time(1));
        doc.get_last_local_change().unwrap().raw_bytes().to_vec()
    }

    pub(super) fn judge(&self, who: &Grants, raw: &[u8]) -> Result<(), Refusal> {
        match check_rules(&self.index, who, raw) {
            Judgement::Accept(_) => Ok(()),
            Judgement::Refuse(refusal) => Err(refusal),
            other => panic!("{other:?}"),
        }
    }

    /// Takes in what was made, as the relay does.
    pub(super) fn take(&mut self, who: &Grants, raw: &[u8]) {
        match check_rules(&self.index, who, raw) {
            Judgement::Accept(accepted) => self.index.record(&accepted).unwrap(),
            other => panic!("{other:?}"),
        }
        let change = Change::from_bytes(raw.to_vec()).unwrap();
        self.doc.apply_changes([change]).unwrap();
        self.raw.push(raw.to_vec());
    }

    pub(super) fn accept(&mut self, who: &Grants, command: &Command) {
        let made = self.phone(who, command).unwrap();
        self.take(who, &made.change);
    }

    /// The same after a restart of the relay.
    pub(super) fn replayed(&self) -> Self {
        let mut log = Self::new(self.head.clone());
        for raw in &self.raw {
            let change = Change::from_bytes(raw.clone()).unwrap();
            let hash = CommitHash(change.hash().0);
            log.index.replay(raw.clone(), hash, None).unwrap();
            log.doc.apply_changes([change]).unwrap();
        }
        log
    }
}

fn coach() -> Grants {
    grants(COACH)
}

fn director() -> Grants {
    Grants {
        roles: SortedSet::from([Role::Director]),
        ..grants(6)
    }
}

fn event_in(status: EventStatus) -> Log {
    let mut log = Log::new(DocHead::event(ulid(60)));
    let event = EventFields { status, ..event() };
    log.accept(
        &coach(),
        &Command::Event(EventCommand::CreateEvent {
            id: ulid(60),
            event,
        }),
    );
    log
}

fn edit(changes: EventChanges) -> Command {
    Command::Event(EventCommand::EditEvent {
        id: ulid(60),
        changes,
    })
}

fn event_to(status: EventStatus) -> Command {
    edit(EventChanges {
        status: Some(status),
        ..Default::default()
    })
}

fn move_to(day: u8) -> Command {
    edit(EventChanges {
        slots: Some(vec![slot(
            &format!("2026-04-{day:02}T08:00:00Z"),
            &format!("2026-04-{day:02}T10:00:00Z"),
        )]),
        ..Default::default()
    })
}

fn session_in(status: SessionStatus) -> Log {
    let mut log = Log::new(DocHead::coaching_log(person(MEMBER)));
    let session = SessionFields {
        status,
        ..session()
    };
    let command = Command::CoachingLog(CoachingCommand::LogSession {
        member: person(MEMBER),
        id: ulid(20),
        session,
    });
    log.accept(&coach(), &command);
    log
}

fn session_to(status: SessionStatus) -> Command {
    Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes: SessionChanges {
            status: Some(status),
            ..Default::default()
        },
    })
}

fn transition(path: &str) -> Refusal {
    Refusal::at(ErrorCode::BadTransition, path)
}

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
