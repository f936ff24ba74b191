//! How good the service was: one question after a session, and one after an event.

use besace_client::kinds::event::{EventAnswer, EventRequest, EventSheet};
use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::{CoachingCommand, SessionStatus};
use besace_model::kinds::rsvp::{AnswerCommand, AnswerStatus};
use besace_tests::people;

use super::cast::{Coop, Someone, asked};
use super::members::session;
use super::sessions::logs;

/// An event in full.
pub(super) fn event(coop: &mut Coop, who: Someone, id: Ulid) -> EventSheet {
    asked!(coop, who, Event: EventRequest::Event { id },
        EventAnswer::Event(sheet) => *sheet.expect("everybody reads it"))
}

/// A workshop of the second of April, with so many seats.
pub(super) fn workshop(coop: &mut Coop, capacity: i64) -> Ulid {
    let (id, slot) = (coop.id(), coop.id());
    coop.does(coop.camille, people::event(id, slot, capacity));
    coop.settle();
    id
}

pub(super) fn one_question_after_a_session() {
    let mut coop = Coop::new("rated");
    let (anna, camille) = (coop.anna, coop.camille);
    let at = "2026-03-02T06:00:00Z";
    let (id, _) = logs(&mut coop, (camille, anna), at, SessionStatus::Done);
    coop.settle();
    coop.offline(anna);
    assert!(session(&mut coop, anna, id).may_rate);
    let rate = CoachingCommand::RateSession {
        id,
        score: 4,
        text: "Utile.".into(),
    };
    coop.does(anna, Command::CoachingLog(rate));
    coop.online(anna);
    coop.settle();
    let told = session(&mut coop, camille, id);
    let feedback = told.feedback.expect("she said it");
    assert_eq!((feedback.score, feedback.text.as_str()), (4, "Utile."));
    assert!(!told.may_rate, "nobody answers for her");
}

pub(super) fn and_one_after_an_event() {
    let mut coop = Coop::new("rated-event");
    let (anna, ben, camille) = (coop.anna, coop.ben, coop.camille);
    let id = workshop(&mut coop, 8);
    coop.does(anna, people::answer(id, AnswerStatus::Accepted));
    coop.settle();
    assert!(!event(&mut coop, anna, id).may_rate, "it is to come");
    coop.days_pass(32);
    coop.offline(anna);
    assert!(event(&mut coop, anna, id).may_rate);
    assert!(
        !event(&mut coop, ben, id).may_rate,
        "who did not come is not asked"
    );
    let rate = AnswerCommand::RateEvent {
        event: id,
        score: 5,
        words: "À refaire.".into(),
    };
    coop.does(anna, Command::Rsvp(rate));
    coop.online(anna);
    coop.settle();
    let guests = event(&mut coop, camille, id).guests.expect("she holds it");
    let told: Vec<_> = guests
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.score, row.words.as_str()))
        .collect();
    assert_eq!(told, [("Anna", Some(5), "À refaire.")]);
    assert!(
        event(&mut coop, ben, id).guests.is_none(),
        "not for everybody"
    );
}
