//! Events that make people share: what they tell of one afterwards, and how many came to have a seat.

use besace_model::command::Command;
use besace_model::kinds::event::{EventChanges, EventCommand};
use besace_model::kinds::post::PostTopic;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_tests::people;

use super::cast::Coop;
use super::exchange::{post, posts};
use super::health::of_month;
use super::service::{event, workshop};

pub(super) fn an_event_ends_with_an_experience_post_linked_to_it() {
    let mut coop = Coop::new("told-of");
    let (anna, ben) = (coop.anna, coop.ben);
    let id = workshop(&mut coop, 8);
    coop.does(anna, people::answer(id, AnswerStatus::Accepted));
    coop.settle();
    coop.days_pass(32);
    assert!(event(&mut coop, anna, id).row.is_over);
    coop.offline(anna);
    let told = post(
        PostTopic::Experience,
        "J’ai refait tous mes devis",
        &["devis"],
        Some(id),
    );
    posts(&mut coop, anna, told);
    coop.online(anna);
    coop.settle();
    let told = event(&mut coop, ben, id).told;
    let titles: Vec<&str> = told.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["J’ai refait tous mes devis"]);
    assert_eq!(told[0].event, Some(id));
}

pub(super) fn its_seats_and_those_taken_stand_in_the_indicators() {
    let mut coop = Coop::new("seats");
    let (anna, ben, camille) = (coop.anna, coop.ben, coop.camille);
    let id = workshop(&mut coop, 2);
    let given_up = workshop(&mut coop, 40);
    for who in [anna, ben, coop.gael] {
        coop.does(who, people::answer(id, AnswerStatus::Accepted));
        coop.settle();
    }
    let changes = EventChanges {
        status: Some(besace_model::kinds::event::EventStatus::Cancelled),
        ..EventChanges::default()
    };
    let id = given_up;
    let cancel = EventCommand::EditEvent { id, changes };
    coop.does(camille, Command::Event(cancel));
    coop.settle();
    let april = of_month(&mut coop, "2026-04");
    assert_eq!((april.events, april.event_seats), (1, 2));
    assert_eq!(
        of_month(&mut coop, "2026-03").seats_taken,
        2,
        "the third waits"
    );
}
