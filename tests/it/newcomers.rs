//! Newcomers tick the steps of the welcome without network, and who may help sees who is stuck where; what the cooperative
//! owes waits for who answers for it; an ask names whom the guide names.

use besace_client::kinds::Wait;
use besace_client::kinds::coaching_log::{AskRow, CoachingAnswer, CoachingRequest};
use besace_client::kinds::duties::DutiesWait;
use besace_client::kinds::progress::{NewcomerRow, ProgressAnswer, ProgressRequest, ProgressWait};
use besace_client::view::{View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{AskTopic, CoachingCommand, Urgency};
use besace_model::kinds::duties::{DutiesCommand, DutyFields, DutyTemplate};
use besace_model::kinds::guide::{GuideCommand, GuidePageFields, GuidePart, TopicPersonFields};
use besace_model::kinds::progress::ProgressCommand;
use besace_model::time::DAY_MS;
use besace_tests::empty_folder;
use besace_tests::world::World;

const WINDOW: Window = Window {
    offset: 0,
    limit: 20,
};

/// A newcomer and their coach, the director and somebody of finance, each with a phone.
struct Story {
    world: World,
    anna: MemberId,
    director: MemberId,
    at_anna: usize,
    at_coach: usize,
    at_director: usize,
    at_finance: usize,
}

fn step(number: u8) -> Ulid {
    Ulid([number; 16])
}

impl Story {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("newcomers-{name}")));
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        let coach = world.member("Camille", &[Role::Coach]);
        let director = world.member("Dominique", &[Role::Director]);
        let finance = world.member("Fatou", &[Role::Finance]);
        world.assign(coach, anna);
        let phones = [anna, coach, director, finance].map(|member| world.phone(member));
        let [at_anna, at_coach, at_director, at_finance] = phones;
        world.pass(5_000);
        let mut story = Self {
            world,
            anna,
            director,
            at_anna,
            at_coach,
            at_director,
            at_finance,
        };
        for (number, title) in [(1, "Signer"), (2, "Rencontrer"), (3, "Venir")] {
            let page = GuidePageFields {
                part: GuidePart::Step,
                title: title.into(),
                body: String::new(),
                link: String::new(),
                rank: i64::from(number),
            };
            let id = step(number);
            story.writes(GuideCommand::AddGuidePage { id, page });
        }
        story.world.settle();
        story
    }

    fn writes(&mut self, command: GuideCommand) {
        self.world.act(self.at_director, Command::Guide(command));
    }

    fn ticks(&mut self, number: u8, done: bool) {
        let id = step(number);
        let command = Command::Progress(ProgressCommand::TickGuide { id, done });
        self.world.act(self.at_anna, command);
    }

    fn view(&mut self, phone: usize, request: &ViewRequest) -> View {
        let now = self.world.now;
        self.world.phones[phone]
            .view(now, request)
            .expect("an open phone")
    }

    fn waits(&mut self, phone: usize) -> Vec<(Wait, String)> {
        match self.view(phone, &ViewRequest::Whole(WholeRequest::Today)) {
            View::Whole(WholeAnswer::Today(today)) => {
                let waiting = today.waiting.into_iter();
                waiting.map(|item| (item.why, item.label)).collect()
            }
            other => panic!("not today: {other:?}"),
        }
    }

    fn newcomers(&mut self, phone: usize) -> Vec<NewcomerRow> {
        let request = ProgressRequest::Newcomers { window: WINDOW };
        match self.view(phone, &ViewRequest::Progress(request)) {
            View::Progress(ProgressAnswer::Newcomers(page)) => page.rows,
            other => panic!("not newcomers: {other:?}"),
        }
    }
}

fn next_step(title: &str) -> (Wait, String) {
    let word = ProgressWait::WelcomeStep;
    (Wait::Progress { word }, title.to_owned())
}

#[test]
fn a_newcomer_ticks_without_network_and_who_may_help_sees_who_is_stuck_where() {
    let mut story = Story::new("stuck");
    assert_eq!(story.newcomers(story.at_director), [], "nobody began");
    story.world.signal(story.at_anna, false);
    story.ticks(1, true);
    assert_eq!(story.waits(story.at_anna), [next_step("Rencontrer")]);
    story.world.pass(60_000);
    assert_eq!(story.newcomers(story.at_director), [], "nothing was sent");
    story.world.signal(story.at_anna, true);
    story.world.settle();
    for phone in [story.at_director, story.at_finance, story.at_coach] {
        let rows = story.newcomers(phone);
        let [row] = rows.as_slice() else {
            panic!("{rows:?}");
        };
        assert_eq!(row.member, story.anna);
        assert_eq!((row.done, row.total), (1, 3));
        assert_eq!(row.next_title, "Rencontrer");
    }
    for number in [2, 3] {
        story.ticks(number, true);
    }
    story.world.settle();
    assert_eq!(story.waits(story.at_anna), []);
    assert_eq!(story.newcomers(story.at_director), [], "she is through");
    story.ticks(2, false);
    assert_eq!(story.waits(story.at_anna), [next_step("Rencontrer")]);
}

#[test]
fn a_duty_waits_for_who_answers_for_it_and_for_direction_until_it_is_done() {
    let mut story = Story::new("duty");
    let now = story.world.now;
    let adds = |story: &mut Story, number, title: &str, days: i64, responsible| {
        let duty = DutyFields {
            template: DutyTemplate::Dsn,
            title: title.into(),
            due: now.plus_ms(days * DAY_MS).local_date(),
            responsible,
            done_on: String::new(),
            evidence: String::new(),
            note: String::new(),
        };
        let id = step(number);
        let command = Command::Duties(DutiesCommand::AddDuty { id, duty });
        story.world.act(story.at_director, command);
    };
    adds(&mut story, 11, "Sans personne", 3, None);
    let director = Some(story.director);
    adds(&mut story, 12, "À la direction", 2, director);
    adds(&mut story, 13, "Plus tard", 30, director);
    story.world.settle();
    let due = |title: &str| {
        let word = DutiesWait::DutyDue;
        (Wait::Duties { word }, title.to_owned())
    };
    let both = [due("À la direction"), due("Sans personne")];
    assert_eq!(story.waits(story.at_director), both);
    assert_eq!(story.waits(story.at_finance), [due("Sans personne")]);
    assert_eq!(story.waits(story.at_coach), []);
    assert_eq!(story.waits(story.at_anna), []);
    story.world.pass_closed(4 * DAY_MS);
    story.world.settle();
    let late = |title: &str| {
        let word = DutiesWait::DutyLate;
        (Wait::Duties { word }, title.to_owned())
    };
    assert_eq!(story.waits(story.at_finance), [late("Sans personne")]);
}

#[test]
fn an_ask_with_a_topic_reaches_the_coach_with_the_name_of_who_answers_for_it() {
    let mut story = Story::new("topic");
    let person = TopicPersonFields {
        topic: AskTopic::Legal,
        person: Some(story.director),
        about: String::new(),
    };
    let id = step(4);
    story.writes(GuideCommand::AddTopicPerson { id, person });
    story.world.settle();
    for (number, topic) in [
        (21, Some(AskTopic::Legal)),
        (22, Some(AskTopic::Tools)),
        (23, None),
    ] {
        let ask = CoachingCommand::AskSupport {
            id: step(number),
            text: "Un client conteste.".into(),
            urgency: Urgency::Normal,
            topic,
        };
        story.world.act(story.at_anna, Command::CoachingLog(ask));
    }
    story.world.settle();
    let member = Some(story.anna);
    let request = CoachingRequest::Asks {
        member,
        window: WINDOW,
    };
    let rows: Vec<AskRow> = match story.view(story.at_coach, &ViewRequest::CoachingLog(request)) {
        View::CoachingLog(CoachingAnswer::Asks(page)) => page.rows,
        other => panic!("not asks: {other:?}"),
    };
    let named = |number| {
        let row = rows.iter().find(|row| row.info.id == step(number));
        let people = &row.expect("the ask").topic_people;
        people
            .iter()
            .map(|one| one.name.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(named(21), ["Dominique"]);
    assert!(named(22).is_empty() && named(23).is_empty());
}
