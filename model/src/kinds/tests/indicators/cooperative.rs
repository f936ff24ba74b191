//! A cooperative as a text file tells it, and its figures as others do: who reads it, reads nothing else. The model's own
//! tests read it, and the program that counts from exported documents.

use std::collections::BTreeMap;

use automerge::{Automerge, ReadDoc};

use super::besace::access::{Grants, Role};
use super::besace::command::Command;
use super::besace::doc::genesis::Genesis;
use super::besace::doc::writer::Context;
use super::besace::head::DocHead;
use super::besace::ids::{MemberId, Ulid};
use super::besace::kind::{Kind, Record};
use super::besace::kinds::roster::{Roster, Seat};
use super::besace::projection::{EACH, Making, Received, Source};
use super::besace::time::Timestamp;
use super::besace::{kinds, plain};

const SAID: &str = include_str!("said.txt");
const FIGURES: [(u16, &str); 2] = [
    (2025, include_str!("2025.txt")),
    (2026, include_str!("2026.txt")),
];

/// Everybody, with the role that they hold.
const PEOPLE: [(&str, Role); 8] = [
    ("anna", Role::Entrepreneur),
    ("ben", Role::Entrepreneur),
    ("chloe", Role::Entrepreneur),
    ("david", Role::Entrepreneur),
    ("elise", Role::Entrepreneur),
    ("camille", Role::Coach),
    ("fatou", Role::Finance),
    ("dominique", Role::Director),
];

/// Figures of a year by month and name; what is 0 is not there.
pub(crate) type Figures = BTreeMap<(String, String), i64>;

/// Its documents, as they stand at the end.
pub(crate) type Documents = BTreeMap<DocHead, Automerge>;

/// The figures of the file, by year.
pub(crate) fn by_hand() -> impl Iterator<Item = (u16, Figures)> {
    FIGURES.into_iter().map(|(year, table)| {
        let mut figures = Figures::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(figure) = words.next() else { continue };
            let months: Vec<i64> = words.map(|it| it.parse().expect("a number")).collect();
            assert_eq!(months.len(), 12, "{figure} of {year}");
            for (month, number) in (1..).zip(months).filter(|(_, number)| *number != 0) {
                let month = format!("{year:04}-{month:02}");
                figures.insert((month, figure.to_owned()), number);
            }
        }
        (year, figures)
    })
}

/// The documents that come of what was said.
pub(crate) fn documents() -> Documents {
    let mut docs = Documents::new();
    for line in SAID.lines().filter(|line| !line.starts_with('#')) {
        let (when, rest) = line.split_once(' ').expect("when");
        let (who, said) = rest.split_once(' ').expect("who");
        let at = Timestamp::parse_rfc3339(when).expect("an instant");
        let said = with_digests(&with_names(said), &docs);
        if who == "relay" {
            seat(&mut docs, at, &said);
            continue;
        }
        let command: Command = plain::from_json(said.as_bytes()).expect(&said);
        let author = grants(who);
        let head = command.target(author.member);
        let doc = docs.entry(head.clone());
        let doc = doc.or_insert_with(|| Genesis::document(head.kind));
        let context = Context {
            author: &author,
            now: at,
        };
        let number = place(who) as u8;
        let made = kinds::commit(doc, &command, &context, [number + 1; 16]);
        made.unwrap_or_else(|error| panic!("{line}: {error}"));
    }
    docs
}

/// What the relay derives of a kind, by document, as it would at the end.
pub(crate) fn derived(docs: &Documents, kind: Kind) -> Documents {
    let relayed = kind.spec().and_then(|spec| spec.relayed).expect("relayed");
    let projection = relayed.projection.expect("derived");
    let upto = Timestamp::parse_rfc3339("2027-01-15T12:00:00Z").expect("an instant");
    let (mut parts, mut to_each) = (BTreeMap::<DocHead, Vec<Vec<u8>>>::new(), Vec::new());
    for (head, doc) in docs
        .iter()
        .filter(|(it, _)| projection.reads.contains(&it.kind))
    {
        let record = Record::read(head.kind, doc).expect("a kind of today");
        let received = AtOnce(record.clone());
        let given = projection.given(&Source {
            head,
            record: &record,
            received: &received,
        });
        for given in given {
            match given.to.key.as_str() {
                EACH => to_each.push(given.part),
                _ => parts.entry(given.to).or_default().push(given.part),
            }
        }
    }
    let made = parts.into_iter().map(|(head, mut parts)| {
        parts.extend(to_each.iter().cloned());
        let mut doc = Genesis::document(kind);
        let before = &Record::read(kind, &doc).expect("a kind of today");
        let (said, _) = projection.made_of(&parts, &Making { upto, before });
        while kinds::bring(&mut doc, &head, &said, upto, [0xf0; 16]).is_ok() {}
        (head, doc)
    });
    made.collect()
}

/// What a document of figures says.
pub(crate) fn figures(doc: &Automerge) -> Figures {
    let map = |of: &automerge::ObjId, key: &str| match doc.get(of, key) {
        Ok(Some((_, id))) => id,
        other => panic!("{key}: {other:?}"),
    };
    let mut figures = Figures::new();
    let months = map(&automerge::ROOT, "months");
    for month in doc.keys(&months) {
        let said = map(&months, &month);
        for figure in doc.keys(&said) {
            let number = doc.get(&said, figure.as_str()).ok().flatten();
            let number = number.and_then(|(value, _)| value.as_i64()).unwrap_or(0);
            if number != 0 {
                figures.insert((month.clone(), figure), number);
            }
        }
    }
    figures
}

/// A document of which the relay had everything as soon as it was said.
struct AtOnce(Record);

impl Received for AtOnce {
    fn last(&self) -> Timestamp {
        Timestamp(0)
    }

    fn as_of(&self, _: Timestamp) -> Option<Record> {
        Some(self.0.clone())
    }

    fn since(&self, places: &[&[&str]]) -> Vec<Option<Timestamp>> {
        vec![None; places.len()]
    }
}

fn place(who: &str) -> usize {
    let mut people = PEOPLE.iter();
    people.position(|(name, _)| *name == who).expect(who)
}

fn entry(number: u8) -> Ulid {
    Ulid::from_parts(1_767_000_000_000, [number; 10])
}

/// The members are the first entries of another day.
fn member(who: &str) -> MemberId {
    MemberId(Ulid::from_parts(
        1_672_000_000_000,
        [place(who) as u8 + 1; 10],
    ))
}

/// A coach accompanies everybody here.
fn grants(who: &str) -> Grants {
    let (_, role) = PEOPLE[place(who)];
    let coached = PEOPLE.iter().filter(|_| role == Role::Coach);
    Grants {
        member: member(who),
        roles: [role].into_iter().collect(),
        coached: coached.map(|(name, _)| member(name)).collect(),
        facilitates: std::iter::empty().collect(),
    }
}

/// The same with every name and number as the documents have it.
fn with_names(said: &str) -> String {
    let mut said = said.replace("@relay", &MemberId::RELAY.to_string());
    for (name, _) in PEOPLE {
        said = said.replace(&format!("@{name}"), &member(name).to_string());
    }
    for number in 1..=u8::MAX {
        let name = format!("\"#{number}\"");
        said = said.replace(&name, &format!("\"{}\"", entry(number)));
    }
    said
}

/// The same with the digests of the reports that somebody read.
fn with_digests(said: &str, docs: &Documents) -> String {
    let mut said = said.to_owned();
    for (head, doc) in docs
        .iter()
        .filter(|_| said.contains("\"%"))
        .collect::<Vec<_>>()
    {
        let Some(Record::CoachingLog(log)) = Record::read(head.kind, doc) else {
            continue;
        };
        for number in 1..=u8::MAX {
            if let Some(session) = log.sessions.get(&entry(number)) {
                let name = format!("\"%{number}\"");
                said = said.replace(&name, &format!("\"{}\"", session.content_sha256));
            }
        }
    }
    said
}

/// Seats that the relay gave: at which event, to whom, when.
fn seat(docs: &mut Documents, now: Timestamp, said: &str) {
    let said: serde_json::Value = serde_json::from_str(said).expect("seats");
    let word = |of: &serde_json::Value| of.as_str().expect("a word").to_owned();
    let event: Ulid = word(&said["event"]).parse().expect("an event");
    let seats = said["seats"].as_array().expect("seats");
    let roster = Roster {
        seats: (1..)
            .zip(seats)
            .map(|(rank, seat)| {
                let at = word(&seat[1]);
                (word(&seat[0]).parse().expect("a member"), Seat { rank, at })
            })
            .collect(),
        ..Roster::default()
    };
    let head = DocHead::roster(event);
    let mut doc = Genesis::document(head.kind);
    kinds::bring(&mut doc, &head, &Record::Roster(roster), now, [0xf0; 16]).expect("a change");
    docs.insert(head, doc);
}
