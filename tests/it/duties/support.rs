//! Support that is asked for: it reaches the coach with whom the guide names, and how long it waits is counted.

use besace_client::kinds::Wait;
use besace_client::kinds::coaching_log::{AskRow, CoachingAnswer, CoachingRequest, CoachingWait};
use besace_client::kinds::guide::{GuideAnswer, GuideRequest};
use besace_client::kinds::team_board::TeamBoardWait;
use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::{AskTopic, CoachingCommand, Urgency};
use besace_model::kinds::guide::{GuideCommand, TopicPersonFields};
use besace_model::kinds::team_board::{TaskStatus, TeamBoardCommand, TeamTaskFields};
use besace_model::time::DAY_MS;

use super::cast::{ALL, Coop, Someone, asked};
use super::health::of_month;

const ASKED: Wait = Wait::CoachingLog {
    word: CoachingWait::Ask,
};

fn asks(coop: &mut Coop, who: Someone, text: &str, topic: Option<AskTopic>) -> Ulid {
    let id = coop.id();
    let ask = CoachingCommand::AskSupport {
        id,
        text: text.into(),
        urgency: Urgency::Normal,
        topic,
    };
    coop.does(who, Command::CoachingLog(ask));
    id
}

fn answers(coop: &mut Coop, id: Ulid) {
    let answer = CoachingCommand::AnswerAsk {
        member: coop.anna.id,
        id,
        answer: "Voici comment.".into(),
    };
    coop.does(coop.camille, Command::CoachingLog(answer));
    coop.settle();
}

/// The asks of Anna's log, as a coach reads them.
fn read(coop: &mut Coop) -> Vec<AskRow> {
    let request = CoachingRequest::Asks {
        member: Some(coop.anna.id),
        window: ALL,
    };
    asked!(coop, coop.camille, CoachingLog: request,
        CoachingAnswer::Asks(page) => page.rows)
}

/// A cooperative whose guide names the director for questions of law.
fn with_a_guide(name: &str) -> Coop {
    let mut coop = Coop::new(name);
    let person = TopicPersonFields {
        topic: AskTopic::Legal,
        person: Some(coop.dominique.id),
        about: String::new(),
    };
    let id = coop.id();
    let add = GuideCommand::AddTopicPerson { id, person };
    coop.does(coop.dominique, Command::Guide(add));
    coop.settle();
    coop
}

pub(super) fn an_ask_with_a_topic_reaches_the_assigned_coach_with_whom_the_guide_names_for_it() {
    let mut coop = with_a_guide("topic");
    let (anna, ben, camille) = (coop.anna, coop.ben, coop.camille);
    coop.offline(anna);
    // Who asks finds out by themselves, too, whom the guide names.
    let named = asked!(coop, anna, Guide: GuideRequest::TopicPeople,
        GuideAnswer::TopicPeople(rows) => rows);
    assert_eq!(named[0].name, "Dominique");
    let legal = asks(
        &mut coop,
        anna,
        "Un client conteste.",
        Some(AskTopic::Legal),
    );
    let tools = asks(
        &mut coop,
        anna,
        "Mon devis ne part pas.",
        Some(AskTopic::Tools),
    );
    let other = asks(&mut coop, anna, "Vous avez une heure ?", None);
    coop.online(anna);
    coop.settle();
    assert_eq!(coop.waits_for(camille, ASKED).len(), 3);
    assert!(coop.waits_for(ben, ASKED).is_empty());
    let rows = read(&mut coop);
    let named = |id| -> Vec<&str> {
        let row = rows.iter().find(|row| row.info.id == id);
        let people = &row.expect("the ask").topic_people;
        people.iter().map(|one| one.name.as_str()).collect()
    };
    assert_eq!(named(legal), ["Dominique"]);
    assert!(named(tools).is_empty() && named(other).is_empty());
}

pub(super) fn the_coach_hands_it_to_the_person_named_and_it_waits_in_their_aujourd_hui() {
    let mut coop = with_a_guide("handed");
    let (anna, camille, dominique) = (coop.anna, coop.camille, coop.dominique);
    asks(
        &mut coop,
        anna,
        "Un client conteste.",
        Some(AskTopic::Legal),
    );
    coop.settle();
    assert!(
        coop.waits_for(dominique, ASKED).is_empty(),
        "a log is its coaches’"
    );
    let named = read(&mut coop)[0].topic_people[0].member;
    let task = TeamTaskFields {
        title: "Appeler Anna : un client conteste".into(),
        owner: Some(named),
        due: coop.world.now.plus_ms(2 * DAY_MS).local_date(),
        link: String::new(),
        status: TaskStatus::Todo,
    };
    let id = coop.id();
    let add = TeamBoardCommand::AddTeamTask { id, task };
    coop.does(camille, Command::TeamBoard(add));
    coop.settle();
    let due = Wait::TeamBoard {
        word: TeamBoardWait::TaskDue,
    };
    let told = coop.waits_for(dominique, due);
    assert_eq!(told, ["Appeler Anna : un client conteste"]);
}

pub(super) fn the_median_answer_time_stands_in_the_indicators() {
    let mut coop = Coop::new("median");
    let anna = coop.anna;
    let mut month = String::new();
    for (text, hours) in [("Une", 1), ("Deux", 30), ("Trois", 5)] {
        let id = asks(&mut coop, anna, text, Some(AskTopic::Management));
        coop.settle();
        let settled = coop.world.now;
        coop.world.pass_closed(hours * 3_600_000);
        assert!(coop.world.now > settled);
        answers(&mut coop, id);
        month = coop.world.now.local_date()[..7].to_owned();
    }
    asks(&mut coop, anna, "Sans réponse", None);
    coop.settle();
    let told = of_month(&mut coop, &month);
    assert_eq!((told.asks, told.asks_answered), (4, 3));
    let median = told.answer_minutes;
    assert!((300..310).contains(&median), "{median}: five hours");
}

pub(super) fn open_asks_stand_by_age_the_oldest_first() {
    let mut coop = Coop::new("age");
    let (anna, ben, camille) = (coop.anna, coop.ben, coop.camille);
    coop.world.assign(camille.id, ben.id);
    coop.settle();
    let oldest = asks(&mut coop, ben, "La première", None);
    coop.days_pass(9);
    let answered = asks(&mut coop, anna, "Celle qui a sa réponse", None);
    coop.days_pass(2);
    let latest = asks(&mut coop, anna, "La dernière", None);
    coop.settle();
    answers(&mut coop, answered);
    let request = CoachingRequest::OpenAsks { window: ALL };
    let open = asked!(coop, camille, CoachingLog: request,
        CoachingAnswer::OpenAsks(page) => page.rows);
    let told: Vec<(Ulid, &str)> = open
        .iter()
        .map(|row| (row.info.id, row.member_name.as_str()))
        .collect();
    assert_eq!(told, [(oldest, "Ben"), (latest, "Anna")]);
    let asked_at = |row: &AskRow| row.info.created_at[..10].to_owned();
    assert!(asked_at(&open[0]) < asked_at(&open[1]));
}
