//! Support that is asked for: it reaches the coach with whom the guide names, and how long it waits is counted. What is sent
//! to who is named, beside the coach, is in `asked.rs`.

use besace_client::kinds::Wait;
use besace_client::kinds::coaching_log::{AskRow, CoachingAnswer, CoachingRequest, CoachingWait};
use besace_client::kinds::guide::{GuideAnswer, GuideRequest};
use besace_client::kinds::team_board::TeamBoardWait;
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{AskTopic, CoachingCommand, Urgency};
use besace_model::kinds::guide::{GuideCommand, TopicPersonFields};
use besace_model::kinds::team_board::{TaskStatus, TeamBoardCommand, TeamTaskFields};
use besace_model::time::DAY_MS;

use super::asked;
use super::cast::{ALL, Coop, Someone, asked};
use super::health::of_month;

/// An ask waits for the coach.
pub(super) const ASKED: Wait = Wait::CoachingLog {
    word: CoachingWait::Ask,
};

/// Somebody asks their coach.
fn asks(coop: &mut Coop, who: Someone, text: &str, topic: Option<AskTopic>) -> Ulid {
    asks_also(coop, who, text, topic, None)
}

/// Somebody asks their coach, and one more.
pub(super) fn asks_also(
    coop: &mut Coop,
    who: Someone,
    text: &str,
    topic: Option<AskTopic>,
    sent_to: Option<MemberId>,
) -> Ulid {
    let id = coop.id();
    let ask = CoachingCommand::AskSupport {
        id,
        text: text.into(),
        urgency: Urgency::Normal,
        topic,
        sent_to,
    };
    coop.does(who, Command::CoachingLog(ask));
    id
}

/// Camille answers an ask of Anna's.
pub(super) fn answers(coop: &mut Coop, id: Ulid) {
    let answer = CoachingCommand::AnswerAsk {
        member: coop.anna.id,
        id,
        answer: "Voici comment.".into(),
    };
    coop.does(coop.camille, Command::CoachingLog(answer));
    coop.settle();
}

/// The asks of Anna's log, as a coach reads them.
pub(super) fn read(coop: &mut Coop) -> Vec<AskRow> {
    let request = CoachingRequest::Asks {
        member: Some(coop.anna.id),
        window: ALL,
    };
    asked!(coop, coop.camille, CoachingLog: request,
        CoachingAnswer::Asks(page) => page.rows)
}

/// A cooperative whose guide names the director for questions of law.
pub(super) fn with_a_guide(name: &str) -> Coop {
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

pub(super) fn who_asks_and_their_coach_see_whom_the_guide_names_for_the_topic() {
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

pub(super) fn one_that_its_author_did_not_send_there_is_handed_on_by_the_coach_in_their_own_words()
{
    let mut coop = with_a_guide("handed");
    let (anna, camille, dominique) = (coop.anna, coop.camille, coop.dominique);
    asks(
        &mut coop,
        anna,
        "Un client conteste.",
        Some(AskTopic::Legal),
    );
    coop.settle();
    assert!(asked::of(&mut coop, dominique).is_empty());
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

pub(super) fn direction_counts_open_asks_by_age_and_reads_none_of_them() {
    let mut coop = Coop::new("ages");
    let (anna, dominique) = (coop.anna, coop.dominique);
    let id = asks(&mut coop, anna, "mot-qui-attend", Some(AskTopic::Legal));
    let ages = |coop: &mut Coop| {
        let month = coop.world.now.local_date()[..7].to_owned();
        let told = of_month(coop, &month);
        (told.asks_open_7, told.asks_open_30)
    };
    coop.days_pass(6);
    assert_eq!(ages(&mut coop), (0, 0));
    coop.days_pass(2);
    assert_eq!(ages(&mut coop), (1, 0), "as days pass, and nothing else");
    coop.days_pass(23);
    assert_eq!(ages(&mut coop), (1, 1));
    answers(&mut coop, id);
    assert_eq!(ages(&mut coop), (0, 0));
    let mut held = coop.world.phones[dominique.phone].disk().values();
    assert!(!held.any(|it| String::from_utf8_lossy(it).contains("mot-qui-attend")));
}
