//! What figures say to those who lead, who is counted in them, and what of them everybody may see.

use super::*;
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::kinds::figures::{Figures, PEOPLE_MIN};
use crate::kinds::indicators::{Indicators, MonthFigures, counted};
use crate::kinds::ledger::{self, LedgerCommand, MilestoneFields, PathStage};
use crate::kinds::post::{self, PostCommand};
use crate::kinds::{bring, figures, profile};
use crate::projection::{Making, Projection, Received, Source};
use crate::sorted::SortedMap;

struct Never;

impl Received for Never {
    fn last(&self) -> Timestamp {
        NOW
    }

    fn as_of(&self, _: Timestamp) -> Option<Record> {
        None
    }

    fn since(&self, places: &[&[&str]]) -> Vec<Option<Timestamp>> {
        vec![None; places.len()]
    }
}

fn projection(kind: Kind) -> Projection {
    let mut all = Projection::all();
    all.find(|(of, _)| *of == kind).unwrap().1
}

/// What the relay makes of documents, up to a moment, of the year 2026.
fn made(kind: Kind, documents: &[(DocHead, Record)], upto: Timestamp) -> Record {
    let projection = projection(kind);
    let mut parts = Vec::new();
    for (head, record) in documents {
        let source = Source {
            head,
            record,
            received: &Never,
        };
        let given = projection.given(&source).into_iter();
        parts.extend(
            given
                .filter(|given| ["2026", "*"].contains(&given.to.key.as_str()))
                .map(|given| given.part),
        );
    }
    let before = Record::Figures(Figures::default());
    let making = Making {
        upto,
        before: &before,
    };
    projection.made_of(&parts, &making).0
}

fn everybody_sees(indicators: Indicators) -> SortedMap<String, i64> {
    let documents = [(DocHead::indicators(2026), Record::Indicators(indicators))];
    match made(Kind::Figures, &documents, NOW) {
        Record::Figures(figures) => figures.told,
        other => panic!("{other:?}"),
    }
}

fn year(months: &[(&str, MonthFigures)]) -> Indicators {
    Indicators {
        months: months
            .iter()
            .map(|(month, figures)| ((*month).to_owned(), figures.clone()))
            .collect(),
        parts: SortedMap::new(),
    }
}

fn full() -> MonthFigures {
    MonthFigures {
        members_associate: 100,
        members_employed: 100,
        members_cape: 100,
        members_seen: 100,
        members_unseen: 100,
        members_isolated: 100,
        interviews_due: 100,
        interviews_signed: 100,
        sessions: 100,
        asks: 100,
        asks_answered: 100,
        answer_minutes: 100,
        turnover_cents: 100,
        margin_cents: 100,
        contribution_cents: 100,
        result_cents: 100,
        treasury_cents: 100,
        treasuries_below_zero: 100,
        agreement_cents: 100,
        posts: 100,
        entries: 100,
        ..MonthFigures::default()
    }
}

#[test]
fn everybody_sees_nobodys_money_and_no_ask() {
    let told = everybody_sees(year(&[("2026-01", full())]));
    assert_eq!(told[&"posts".to_owned()], 100);
    assert_eq!(
        (told[&"members".to_owned()], told[&"sessions".to_owned()]),
        (300, 100)
    );
    let secret = ["cents", "ask", "treasur", "interview", "unseen", "isolated"];
    let found = told
        .keys()
        .find(|name| secret.iter().any(|word| name.contains(word)));
    assert_eq!(found, None);
}

#[test]
fn of_fewer_than_five_people_nothing_is_told() {
    let month = |people: i64| MonthFigures {
        members_cape: people,
        members_seen: people,
        sessions: 30,
        session_minutes: 900,
        entries: people,
        exits: people,
        cape_to_employed: people,
        cohort_36: people,
        retained_36: people,
        associates_36: people,
        ..MonthFigures::default()
    };
    let few = everybody_sees(year(&[("2026-01", month(PEOPLE_MIN - 1))]));
    assert!(few.is_empty(), "{few:?}");
    let enough = everybody_sees(year(&[("2026-01", month(PEOPLE_MIN))]));
    for name in [
        "members",
        "members_cape",
        "sessions",
        "entries",
        "retained_36",
    ] {
        assert!(enough.contains_key(name), "{name} of {enough:?}");
    }
    // Three and three in two months are six in the year; who were seen may be the same three.
    let twice = everybody_sees(year(&[("2026-01", month(3)), ("2026-02", month(3))]));
    assert_eq!(twice[&"entries".to_owned()], 6);
    assert!(!twice.contains_key("sessions") && !twice.contains_key("members"));
}

#[test]
fn what_is_left_out_of_members_cannot_be_reckoned_from_the_rest() {
    let told = everybody_sees(Indicators {
        parts: SortedMap::from([(
            "2026-01".to_owned(),
            SortedMap::from([
                ("branch:Ville".to_owned(), 40),
                ("branch:Littoral".to_owned(), 9),
                ("branch:Vallée".to_owned(), 2),
                ("sector:care".to_owned(), 51),
            ]),
        )]),
        ..year(&[(
            "2026-01",
            MonthFigures {
                members_associate: 30,
                members_employed: 18,
                members_cape: 3,
                ..MonthFigures::default()
            },
        )])
    });
    assert_eq!(told[&"members".to_owned()], 51);
    assert_eq!(told[&"members_associate".to_owned()], 30);
    assert!(!told.contains_key("members_employed") && !told.contains_key("members_cape"));
    assert_eq!(
        (
            told[&"branch:Ville".to_owned()],
            told[&"sector:care".to_owned()]
        ),
        (40, 51)
    );
    assert!(!told.contains_key("branch:Littoral") && !told.contains_key("branch:Vallée"));
}

#[test]
fn a_figure_that_is_told_no_more_leaves_the_document_that_everybody_reads() {
    let mut doc = Genesis::document(Kind::Figures);
    let head = DocHead::figures(2026);
    let told = |told: SortedMap<String, i64>| Record::Figures(Figures { told });
    let two = told(SortedMap::from([
        ("posts".to_owned(), 3),
        ("entries".to_owned(), 5),
    ]));
    bring(&mut doc, &head, &two, NOW, [9; 16]).unwrap();
    let one = told(SortedMap::from([("posts".to_owned(), 3)]));
    bring(&mut doc, &head, &one, NOW, [9; 16]).unwrap();
    assert_eq!(Record::Figures(figures::read(&doc)), one);
    assert!(
        !projection(Kind::Figures).keeps_past,
        "nor do phones keep what it said"
    );
}

/// A member who came on a day, is employed since another, and wrote on the board on a third.
fn documents() -> Vec<(DocHead, Record)> {
    let mut ledger = Genesis::document(Kind::Ledger);
    let steps = [
        (1, PathStage::Cape, "2025-02-03"),
        (2, PathStage::Cesa, "2025-11-10"),
        (3, PathStage::Exited, "2026-04-15"),
    ];
    for (n, stage, on) in steps {
        let command = LedgerCommand::AddMilestone {
            member: person(MEMBER),
            id: ulid(n),
            milestone: MilestoneFields {
                stage,
                on: on.into(),
                reason: String::new(),
                prescriber: None,
            },
        };
        act(&mut ledger, DIRECTOR, &Command::Ledger(command)).unwrap();
    }
    let mut said = Genesis::document(Kind::Profile);
    let changes = ProfileChanges {
        branch: Some("Vallée".into()),
        ..ProfileChanges::default()
    };
    let edit = Command::Profile(ProfileCommand::EditProfile { changes });
    act(&mut said, MEMBER, &edit).unwrap();
    let mut board = Genesis::document(Kind::Post);
    let add = PostCommand::AddPost {
        id: ulid(9),
        post: samples::post(),
    };
    act(&mut board, MEMBER, &Command::Post(add)).unwrap();
    vec![
        (
            DocHead::ledger(person(MEMBER)),
            Record::Ledger(ledger::read(&ledger)),
        ),
        (
            DocHead::profile(person(MEMBER)),
            Record::Profile(profile::read(&said)),
        ),
        (
            DocHead::post(person(MEMBER), ulid(9)),
            Record::Post(post::read(&board)),
        ),
    ]
}

#[test]
fn a_member_stands_in_every_month_that_has_begun_and_is_seen_or_not_in_those_that_are_over() {
    let upto = Timestamp::parse_rfc3339("2026-03-20T10:00:00Z").unwrap();
    let Record::Indicators(told) = made(Kind::Indicators, &documents(), upto) else {
        panic!("not the indicators");
    };
    let of = |month: &str| told.months.get(month).cloned().unwrap_or_default();
    let (february, march) = (of("2026-02"), of("2026-03"));
    assert_eq!((february.members_employed, february.interviews_due), (1, 2));
    assert_eq!((february.members_unseen, february.members_isolated), (1, 1));
    assert_eq!((march.members_employed, march.posts), (1, 1));
    assert_eq!(
        (march.members_unseen, march.members_isolated),
        (0, 0),
        "not over yet"
    );
    assert_eq!(
        told.parts[&"2026-02".to_owned()][&"branch:Vallée".to_owned()],
        1
    );
    assert_eq!(told.parts[&"2026-02".to_owned()][&"sector:".to_owned()], 1);
    assert_eq!(of("2026-04").exits, 1);
    assert_eq!(of("2026-04").members_employed, 0);
    let later = Timestamp::parse_rfc3339("2026-04-01T10:00:00Z").unwrap();
    let Record::Indicators(told) = made(Kind::Indicators, &documents(), later) else {
        panic!("not the indicators");
    };
    let march = &told.months[&"2026-03".to_owned()];
    assert_eq!(
        (march.members_unseen, march.members_isolated),
        (1, 0),
        "they wrote on the board"
    );
}

#[test]
fn a_phone_counts_one_by_one_what_the_relay_adds_up() {
    let upto = Timestamp::parse_rfc3339("2026-04-01T10:00:00Z").unwrap();
    let documents = documents();
    let Record::Indicators(told) = made(Kind::Indicators, &documents, upto) else {
        panic!("not the indicators");
    };
    let each = documents.iter().map(|(head, record)| (head, record));
    let counted = counted(2026, &upto.local_date(), each);
    let names = Kind::Indicators.table();
    let names = names
        .rules()
        .filter_map(|rule| rule.path.strip_prefix("months/{month}/"));
    for name in names {
        for (month, figures) in &told.months {
            let months = counted.iter().filter_map(|one| one.months.get(month));
            let sum: i64 = months.map(|it| it.named(name)).sum();
            assert_eq!(sum, figures.named(name), "{name} in {month}");
        }
    }
    let of = |name: &str| -> Vec<Kind> {
        let months = counted
            .iter()
            .filter(|one| one.months.values().any(|it| it.named(name) > 0));
        months.map(|one| one.of.kind).collect()
    };
    assert_eq!(of("posts"), [Kind::Post]);
    assert_eq!(of("members_unseen"), [Kind::Profile]);
}
