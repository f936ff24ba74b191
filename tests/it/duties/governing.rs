//! How the cooperative decides: one person has one stance whatever their phones do, and what the relay did not have in time
//! is shown late and not counted.

use besace_client::kinds::consultation::{
    ConsultationAnswer, ConsultationRequest, ConsultationSheet, Phase,
};
use besace_client::view::{View, ViewRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::consultation::{
    ConsultationCommand, ConsultationFields, ConsultationStatus, Electorate, Method,
};
use besace_model::kinds::stance::{Position, StanceCommand, StanceFields};
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

const HOUR_MS: i64 = 3_600_000;

/// A director and two members, one of them with two phones, who are asked something for an hour.
struct Story {
    world: World,
    asked: Ulid,
    closes: String,
    at_anna: [usize; 2],
    at_ben: usize,
}

impl Story {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("governing-{name}")));
        let director = world.member("Dominique", &[Role::Director]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        let ben = world.member("Ben", &[Role::Entrepreneur]);
        let at_director = world.phone(director);
        let at_anna = [world.phone(anna), world.phone(anna)];
        let at_ben = world.phone(ben);
        world.pass(5_000);
        let now = world.now;
        let asked = people::ulid(&mut world.chance, now);
        let closes = now.plus_ms(HOUR_MS).rfc3339();
        let consultation = ConsultationFields {
            question: "On y va ?".into(),
            details: String::new(),
            method: Method::Consent,
            secret: false,
            closes: closes.clone(),
            quorum_bp: None,
            proxies: 0,
        };
        let status = ConsultationStatus::Open;
        for command in [
            ConsultationCommand::AddConsultation {
                id: asked,
                consultation,
                electorate: Electorate::Everyone,
            },
            ConsultationCommand::SetConsultationStatus { id: asked, status },
        ] {
            world.act(at_director, Command::Consultation(command));
        }
        world.settle();
        Self {
            world,
            asked,
            closes,
            at_anna,
            at_ben,
        }
    }

    fn answers(&mut self, phone: usize, position: Position) {
        let stance = StanceFields {
            position: Some(position),
            reason: "Parce que.".into(),
            closes: self.closes.clone(),
            ..StanceFields::default()
        };
        let id = self.asked;
        let take = StanceCommand::TakeStance { id, stance };
        self.world.act(phone, Command::Stance(take));
    }

    fn sheet(&mut self, phone: usize) -> ConsultationSheet {
        let request = ConsultationRequest::Consultation { id: self.asked };
        let request = ViewRequest::Consultation(request);
        let now = self.world.now;
        match self.world.phones[phone].view(now, &request) {
            Some(View::Consultation(ConsultationAnswer::Consultation(Some(sheet)))) => *sheet,
            other => panic!("no sheet: {other:?}"),
        }
    }
}

pub(super) fn one_person_has_one_stance_under_edits_on_two_devices() {
    let mut story = Story::new("two-devices");
    let [one, other] = story.at_anna;
    story.answers(one, Position::Consent);
    story.world.settle();
    for phone in [one, other] {
        story.world.signal(phone, false);
    }
    story.answers(one, Position::Abstain);
    story.answers(other, Position::Objection);
    for phone in [one, other] {
        story.world.signal(phone, true);
    }
    story.world.settle();
    let sheet = story.sheet(one);
    assert_eq!(sheet.row.phase, Phase::Open);
    assert_eq!(sheet.stance_conflicts.len(), 1, "a field to check");
    let tally = sheet.tally.expect("it is public");
    assert_eq!((tally.asked, tally.voices), (3, 1));
    story.answers(one, Position::Objection);
    story.world.settle();
    let sheet = story.sheet(other);
    assert!(sheet.stance_conflicts.is_empty());
    let tally = sheet.tally.expect("it is public");
    let objects = tally.counts.iter().find(|count| count.key == "objection");
    assert_eq!(
        (tally.voices, objects.map(|count| count.count)),
        (1, Some(1))
    );
}

pub(super) fn a_stance_that_comes_late_is_shown_late_and_not_counted() {
    let mut story = Story::new("late");
    let (anna, ben) = (story.at_anna[0], story.at_ben);
    story.answers(anna, Position::Consent);
    story.world.settle();
    // In time by Ben's own clock, in a place without signal.
    story.world.signal(ben, false);
    story.answers(ben, Position::Objection);
    story.world.pass(HOUR_MS);
    story.world.signal(ben, true);
    story.world.settle();
    let sheet = story.sheet(ben);
    assert_eq!(sheet.row.phase, Phase::Closed);
    assert!(sheet.stance_late);
    let tally = sheet.tally.expect("it is counted");
    assert!(tally.closed);
    assert_eq!((tally.voices, tally.late), (1, 1));
    assert!(!story.sheet(anna).stance_late);
}
