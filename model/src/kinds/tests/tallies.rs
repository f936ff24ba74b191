//! What is counted of a consultation, by when the relay had it, and what of that is told.

use super::*;
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::kinds::consultation::{Answer, Consultation, ConsultationStatus, Electorate, Question};
use crate::kinds::stance::{Position, Stance, Stances};
use crate::kinds::tally::Tally;
use crate::plain;
use crate::projection::{Making, Projection, Received, Source};

const CLOSES: &str = "2026-03-12T18:00:00Z";

/// What stood in somebody's stances by what time.
struct Log(Vec<(Timestamp, Stances)>);

impl Received for Log {
    fn last(&self) -> Timestamp {
        self.0.last().map_or(Timestamp(0), |(at, _)| *at)
    }

    fn as_of(&self, at: Timestamp) -> Option<Record> {
        let until = self.0.iter().rev().find(|(when, _)| *when <= at);
        Some(Record::Stance(
            until.map(|(_, said)| said.clone()).unwrap_or_default(),
        ))
    }

    fn since(&self, places: &[&[&str]]) -> Vec<Option<Timestamp>> {
        vec![None; places.len()]
    }
}

fn says(position: Position) -> Stance {
    Stance {
        option: None,
        position: Some(position),
        ..choice(1)
    }
}

fn closes() -> Timestamp {
    Timestamp::parse_rfc3339(CLOSES).unwrap()
}

/// An option.
fn offered(number: u8) -> Ulid {
    ulid(200 + number)
}

fn entry() -> Entry {
    Entry {
        created_at: NOW.rfc3339(),
        ..Entry::default()
    }
}

fn asked(secret: bool, electorate: Electorate) -> Record {
    let fields = samples::consultation();
    let question = Question {
        entry: entry(),
        question: fields.question,
        details: fields.details,
        method: fields.method,
        secret,
        closes: CLOSES.into(),
        quorum_bp: Some(5_000),
        proxies: 1,
    };
    let option = |label: &str| Answer {
        entry: entry(),
        label: label.into(),
        day: String::new(),
    };
    Record::Consultation(Consultation {
        questions: [(ulid(ASKED), question)].into_iter().collect(),
        author: Some(person(DIRECTOR)),
        status: ConsultationStatus::Open,
        outcome: String::new(),
        options: [
            (offered(1), option("Vannes")),
            (offered(2), option("Lorient")),
        ]
        .into_iter()
        .collect(),
        electorate,
        conflicts: Vec::new(),
    })
}

fn members(last: u8) -> Record {
    let member = DirectoryMember {
        active: true,
        ..DirectoryMember::default()
    };
    Record::Directory(Directory {
        coop_name: String::new(),
        members: (1..=last)
            .map(|number| (person(number), member.clone()))
            .collect(),
    })
}

fn choice(option: u8) -> Stance {
    Stance {
        option: Some(offered(option)),
        reason: "Parce que.".into(),
        closes: CLOSES.into(),
        at: NOW.rfc3339(),
        ..Stance::default()
    }
}

fn lets(holder: u8) -> Stance {
    Stance {
        option: None,
        proxy: Some(person(holder)),
        ..choice(1)
    }
}

fn said(stance: Stance) -> Stances {
    Stances {
        stances: [(ulid(ASKED), stance)].into_iter().collect(),
        conflicts: Vec::new(),
    }
}

fn projection() -> Projection {
    Projection::all()
        .find(|(kind, _)| *kind == Kind::Tally)
        .unwrap()
        .1
}

/// All that is given: by the consultation, the directory, and members who said this at these times.
struct Given {
    parts: Vec<Vec<u8>>,
}

impl Given {
    fn of(consultation: &Record, last: u8) -> Self {
        let mut given = Self { parts: Vec::new() };
        given.take(
            &DocHead::consultation(ulid(ASKED)),
            consultation,
            &Log(Vec::new()),
        );
        given.take(&DocHead::directory(), &members(last), &Log(Vec::new()));
        given
    }

    fn take(&mut self, head: &DocHead, record: &Record, received: &Log) {
        let source = Source {
            head,
            record,
            received,
        };
        let given = projection().given(&source).into_iter();
        self.parts.extend(given.map(|given| given.part));
    }

    fn hears(&mut self, member: u8, words: &[(Timestamp, Stance)]) {
        let words = words.iter().map(|(at, stance)| (*at, said(stance.clone())));
        let log = Log(words.collect());
        let now = Record::Stance(log.0.last().unwrap().1.clone());
        self.take(&DocHead::stance(person(member)), &now, &log);
    }

    fn tally(&self, upto: Timestamp, before: &Tally) -> (Tally, Option<Timestamp>) {
        let before = Record::Tally(before.clone());
        let making = Making {
            upto,
            before: &before,
        };
        match projection().made_of(&self.parts, &making) {
            (Record::Tally(tally), again) => (tally, again),
            (other, _) => panic!("{other:?}"),
        }
    }

    fn closed(&self) -> Tally {
        self.tally(after(1), &Tally::default()).0
    }
}

fn before(seconds: i64) -> Timestamp {
    closes().plus_ms(-seconds * 1000)
}

fn after(seconds: i64) -> Timestamp {
    closes().plus_ms(seconds * 1000)
}

#[test]
fn what_came_in_time_counts_and_what_came_late_is_told_apart() {
    let mut given = Given::of(&asked(false, Electorate::Everyone), 8);
    given.hears(1, &[(before(9), choice(1))]);
    given.hears(2, &[(before(0), choice(2))]);
    given.hears(3, &[(after(1), choice(2))]);
    given.hears(4, &[(before(9), choice(1)), (after(1), choice(2))]);
    let tally = given.closed();
    assert_eq!((tally.asked, tally.voices, tally.late), (8, 3, 2));
    assert_eq!(
        tally.counts[&offered(1).to_string()],
        2,
        "what counted before stays"
    );
    assert_eq!(tally.counts[&offered(2).to_string()], 1);
    assert_eq!(tally.said[&person(4)].option, Some(offered(1)));
    assert!(!tally.said.contains_key(&person(3)));
    assert!(!tally.quorate, "three of eight are no half");
}

#[test]
fn what_somebody_said_in_time_counts_where_they_chose_no_option() {
    let mut consent = asked(false, Electorate::Everyone);
    if let Record::Consultation(said) = &mut consent {
        let question = said.questions.get_mut(&ulid(ASKED)).unwrap();
        question.method = crate::kinds::consultation::Method::Consent;
    }
    let mut given = Given::of(&consent, 8);
    let words = [
        (before(9), says(Position::Objection)),
        (after(1), says(Position::Consent)),
    ];
    given.hears(1, &words);
    let tally = given.closed();
    assert_eq!((tally.voices, tally.late), (1, 1));
    assert_eq!(tally.said[&person(1)].position, Some(Position::Objection));
}

#[test]
fn a_stance_that_says_that_it_closes_later_counts_for_nothing() {
    let mut given = Given::of(&asked(false, Electorate::Everyone), 8);
    let forged = Stance {
        closes: "2027-01-01T00:00:00Z".into(),
        ..choice(1)
    };
    given.hears(1, &[(after(60), forged)]);
    assert_eq!(given.closed().voices, 0);
}

#[test]
fn a_secret_one_tells_nothing_before_it_closes_nobodys_name_and_nothing_of_few() {
    for voices in [4, 5] {
        let mut given = Given::of(&asked(true, Electorate::Everyone), 8);
        for member in 1..=voices {
            given.hears(member, &[(before(9), choice(1))]);
        }
        let (open, again) = given.tally(before(1), &Tally::default());
        assert_eq!(
            open,
            Tally {
                asked: 8,
                ..Tally::default()
            }
        );
        assert!(
            again.is_some_and(|at| at > closes()),
            "it is made again once it is closed"
        );
        let tally = given.closed();
        assert!(tally.said.is_empty());
        let packed = plain::pack(&tally);
        for member in 1..=voices {
            let name = person(member).to_string();
            let told = packed.windows(name.len()).any(|it| it == name.as_bytes());
            assert!(!told, "{name}");
        }
        assert_eq!(tally.few, voices < 5);
        assert_eq!(tally.voices, if voices < 5 { 0 } else { 5 });
        assert_eq!(tally.counts.is_empty(), voices < 5);
    }
}

#[test]
fn a_proxy_counts_as_its_holder_answers_and_no_more_than_the_rule_says() {
    let mut given = Given::of(&asked(false, Electorate::Everyone), 8);
    given.hears(1, &[(before(9), choice(2))]);
    given.hears(2, &[(before(9), lets(1))]);
    given.hears(3, &[(before(9), lets(1))]);
    given.hears(4, &[(before(9), lets(5))]);
    given.hears(6, &[(before(9), lets(2))]);
    let tally = given.closed();
    assert_eq!(
        (tally.voices, tally.proxies),
        (2, 1),
        "one a holder, who answered"
    );
    assert_eq!(tally.counts[&offered(2).to_string()], 2);
    assert_eq!(tally.said[&person(2)].by, Some(person(1)));
}

#[test]
fn only_those_who_are_asked_count() {
    let mut given = Given::of(&asked(false, Electorate::Associates), 8);
    let membership = |associate| crate::kinds::membership::Membership {
        associate,
        active: true,
        ..Default::default()
    };
    let all = crate::kinds::membership::Memberships {
        members: (1..=8)
            .map(|it| (person(it), membership(it <= 4)))
            .collect(),
    };
    given.take(
        &DocHead::membership(),
        &Record::Membership(all),
        &Log(Vec::new()),
    );
    for member in [1, 2, 7, 9] {
        given.hears(member, &[(before(9), choice(1))]);
    }
    let tally = given.closed();
    assert_eq!((tally.asked, tally.voices), (4, 2));
    assert!(tally.quorate);
}

#[test]
fn what_was_counted_stays_whoever_comes_and_goes() {
    let mut given = Given::of(&asked(false, Electorate::Everyone), 4);
    given.hears(1, &[(before(9), choice(1))]);
    let tally = given.closed();
    let mut later = Given::of(&asked(false, Electorate::Everyone), 90);
    later.hears(1, &[(before(9), choice(1)), (after(5), choice(2))]);
    let (still, again) = later.tally(after(100), &tally);
    assert_eq!(still, Tally { late: 1, ..tally });
    assert_eq!(again, None);
}
