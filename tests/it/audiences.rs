//! Every audience, byte by byte: everybody types words of their own into every text of every kind, and each phone holds
//! the words that its member may read, and no other, in every row, in histories, before and after grants change. Who
//! that is stands here once more, by hand.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{Automerge, Change, ObjId, ObjType, ROOT, ReadDoc, Value as Held};
use besace_client::api::DispatchResult;
use besace_client::store::{self, DocRow};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::rules::{NodeId, Rules, Value};
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::{Kind, Record};
use besace_model::plain;
use besace_server::coop::{Changes, Decision, Described};
use besace_tests::empty_folder;
use besace_tests::phone::Phone;
use besace_tests::world::World;

mod typed;

/// Who reads a document, which `owner` has: the table of audiences, by hand.
fn reads(head: &DocHead, owner: Option<&Person>, reader: &Person) -> bool {
    let own = head.owner == reader.member;
    let coaches = || {
        let is_theirs = owner.is_some_and(|owner| owner.coaches.contains(&reader.member));
        is_theirs && reader.roles.contains(&Role::Coach)
    };
    let in_team = || reader.roles.iter().any(|role| *role != Role::Entrepreneur);
    let directs = reader.roles.contains(&Role::Finance) || reader.roles.contains(&Role::Director);
    let facilitates = || reader.facilitates.contains(&head.key);
    match head.kind.as_str() {
        "directory" | "profile" | "contact_shown" | "event" | "roster" | "rides" | "post" => true,
        "guests" | "waitlist" => in_team() || facilitates(),
        "activity" | "register" => own || coaches() || directs,
        "coaching_log" | "journal" => own || coaches(),
        "contact" => own || in_team(),
        "membership" => in_team(),
        "coach_notes" | "rsvp" | "places" => own,
        new => panic!("say here, by hand, who reads {new}"),
    }
}

struct Person {
    name: &'static str,
    member: MemberId,
    phone: usize,
    roles: Vec<Role>,
    coaches: Vec<MemberId>,
    /// The keys of events.
    facilitates: Vec<String>,
}

const ANNA: usize = 0;
const BEN: usize = 1;
const CAMILLE: usize = 2;
const DENIS: usize = 3;
const FATOU: usize = 4;
const DOMINIQUE: usize = 6;
const LISE: usize = 7;

/// One of each role, two of some; Lise will facilitate an event.
const PEOPLE: [(&str, Role); 8] = [
    ("anna", Role::Entrepreneur),
    ("ben", Role::Entrepreneur),
    ("camille", Role::Coach),
    ("denis", Role::Coach),
    ("fatou", Role::Finance),
    ("gael", Role::Comms),
    ("dominique", Role::Director),
    ("lise", Role::Entrepreneur),
];

/// A word that somebody typed.
struct Word {
    text: String,
    author: Option<usize>,
    /// Whether the phone said that it is saved.
    saved: bool,
}

/// Begins every word, before its number.
const MARK: &str = "zq";

struct Cooperative {
    world: World,
    people: Vec<Person>,
    words: Vec<Word>,
}

impl Cooperative {
    fn new() -> Self {
        let mut coop = Self {
            world: World::new(1, empty_folder("audiences")),
            people: Vec::new(),
            words: Vec::new(),
        };
        for (number, (name, role)) in PEOPLE.into_iter().enumerate() {
            let member = MemberId::from_bytes([0x50 + number as u8; 16]);
            let described = Described {
                name: coop.word(None, &format!("{name}name")),
                branch: coop.word(None, &format!("{name}branch")),
                stage: None,
                associate: false,
            };
            coop.world
                .decide(&Decision::add(member, described, [role].into()));
            let phone = coop.world.phone(member);
            coop.people.push(Person {
                name,
                member,
                phone,
                roles: vec![role],
                coaches: Vec::new(),
                facilitates: Vec::new(),
            });
        }
        coop.assign(CAMILLE, ANNA);
        coop.world.settle();
        coop
    }

    fn word(&mut self, author: Option<usize>, what: &str) -> String {
        let text = format!("{MARK}{:04}{what}", self.words.len());
        self.words.push(Word {
            text: text.clone(),
            author,
            saved: author.is_none(),
        });
        text
    }

    fn assign(&mut self, coach: usize, member: usize) {
        let (coach, of) = (self.people[coach].member, self.people[member].member);
        self.world.assign(coach, of);
        self.people[member].coaches.push(coach);
    }

    fn unassign(&mut self, coach: usize, member: usize) {
        let (coach, of) = (self.people[coach].member, self.people[member].member);
        self.world.unassign(coach, of);
        self.people[member].coaches.retain(|one| *one != coach);
    }

    fn becomes(&mut self, person: usize, role: Role) {
        let member = self.people[person].member;
        let changes = Changes {
            roles: Some([role].into()),
            ..Changes::default()
        };
        self.world.decide(&Decision::Change { member, changes });
        self.people[person].roles = vec![role];
    }

    /// Somebody gives commands, as far as their phone lets them.
    fn types(&mut self, person: usize, commands: Vec<serde_json::Value>) {
        for mut command in commands {
            let first = self.words.len();
            let mut path = PEOPLE[person].0.to_owned();
            path += command["type"].as_str().expect("commands have a type");
            self.mark(person, &path, &mut command);
            let json = command.to_string();
            let command: Command = plain::from_json(json.as_bytes())
                .unwrap_or_else(|_| panic!("no command of today: {json}"));
            let done = self.world.attempt(self.people[person].phone, command);
            let saved = matches!(done, Some(DispatchResult::Done { .. }));
            for word in &mut self.words[first..] {
                word.saved = saved;
            }
        }
    }

    /// Puts a word in the place of every `?`, named after where it stands.
    fn mark(&mut self, person: usize, path: &str, value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) if text == "?" => {
                let path: String = path.chars().filter(char::is_ascii_alphanumeric).collect();
                *text = self.word(Some(person), &path.to_lowercase());
            }
            serde_json::Value::Array(values) => {
                for (number, value) in values.iter_mut().enumerate() {
                    self.mark(person, &format!("{path}{number}"), value);
                }
            }
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    self.mark(person, &format!("{path}{name}"), value);
                }
            }
            _ => {}
        }
    }

    /// The words in some bytes.
    fn words_in(&self, bytes: &[u8]) -> BTreeSet<usize> {
        let text = String::from_utf8_lossy(bytes);
        let marks = text.match_indices(MARK).map(|(at, _)| &text[at..]);
        let begins = |mark: &str, word: &Word| {
            // What a label cuts short is told by its number and the beginning of its author's name.
            word.text
                .get(..9)
                .is_some_and(|short| mark.starts_with(short))
        };
        marks
            .filter_map(|mark| {
                let number: usize = mark.get(MARK.len()..MARK.len() + 4)?.parse().ok()?;
                self.words
                    .get(number)
                    .is_some_and(|word| begins(mark, word))
                    .then_some(number)
            })
            .collect()
    }

    fn phone(&self, person: usize) -> &Phone {
        &self.world.phones[self.people[person].phone]
    }

    /// The words of each document, its history included, that some phone holds.
    fn places(&self) -> BTreeMap<DocHead, BTreeSet<usize>> {
        let mut places: BTreeMap<DocHead, BTreeSet<usize>> = BTreeMap::new();
        for person in 0..self.people.len() {
            for (head, doc) in documents(self.phone(person)) {
                let words = places.entry(head).or_default();
                for change in doc.get_changes(&[]) {
                    words.extend(self.words_in(change.raw_bytes()));
                }
            }
        }
        places
    }

    /// The words that a phone holds in rows of the relay's, as they are and decoded; and in those of a person's work.
    fn held(&self, phone: &Phone) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let (mut given, mut done) = (BTreeSet::new(), BTreeSet::new());
        for ((store, key), value) in phone.disk() {
            let words = if store::KEPT.contains(&store.as_str()) {
                &mut done
            } else {
                &mut given
            };
            words.extend(self.words_in(key.as_bytes()));
            words.extend(self.words_in(value));
            match store.as_str() {
                store::SNAPSHOTS => {
                    let doc = Automerge::load(value).expect("a snapshot that loads");
                    for change in doc.get_changes(&[]) {
                        words.extend(self.words_in(change.raw_bytes()));
                    }
                }
                store::CHANGES => {
                    let change = Change::from_bytes(value.clone()).expect("a change");
                    words.extend(self.words_in(change.raw_bytes()));
                }
                store::PIECES => panic!("{key} is still on its way"),
                _ => {}
            }
        }
        (given, done)
    }

    /// Every phone holds what its member may read, and nothing else.
    fn check(&self, when: &str) {
        let places = self.places();
        for (number, person) in self.people.iter().enumerate() {
            let readable = places.iter().filter(|(head, _)| {
                let owner = self.people.iter().find(|one| one.member == head.owner);
                reads(head, owner, person)
            });
            let expected: BTreeSet<usize> = readable.flat_map(|(_, words)| words.clone()).collect();
            let (given, done) = self.held(self.phone(number));
            let told = |words: BTreeSet<usize>| {
                let words = words.into_iter();
                words
                    .map(|word| self.words[word].text.clone())
                    .collect::<Vec<_>>()
            };
            let name = person.name;
            let more = told(&given - &expected);
            assert!(
                more.is_empty(),
                "{when}, {name} holds what is not theirs to read: {more:?}"
            );
            let less = told(&expected - &given);
            assert!(
                less.is_empty(),
                "{when}, {name} lacks what is theirs to read: {less:?}"
            );
            // One's own work stays until a backup holds it: in one's own words.
            let others = done
                .into_iter()
                .filter(|word| self.words[*word].author != Some(number));
            let others = told(others.collect());
            assert!(
                others.is_empty(),
                "{when}, {name} keeps as their own work: {others:?}"
            );
        }
        let all: BTreeSet<usize> = places.into_values().flatten().collect();
        for (number, word) in self.words.iter().enumerate() {
            let text = &word.text;
            assert_eq!(
                all.contains(&number),
                word.saved,
                "{when}: where is {text}?"
            );
        }
    }
}

/// The documents that a phone holds, by what they are.
fn documents(phone: &Phone) -> Vec<(DocHead, Automerge)> {
    let disk = phone.disk();
    let rows = disk.iter().filter(|((store, _), _)| store == store::DOCS);
    rows.map(|((_, id), row)| {
        let row: DocRow = store::from_cbor(row).expect("a row of today");
        let snapshot = disk.get(&(store::SNAPSHOTS.to_owned(), id.clone()));
        let mut doc = snapshot.map_or_else(
            || Genesis::document(row.head.kind),
            |bytes| Automerge::load(bytes).expect("a snapshot that loads"),
        );
        let changes = disk.iter().filter(|((store, key), _)| {
            store == store::CHANGES && key.split('/').next() == Some(id.as_str())
        });
        let changes =
            changes.map(|(_, bytes)| Change::from_bytes(bytes.clone()).expect("a change"));
        doc.apply_changes(changes)
            .expect("changes in the relay's order");
        (row.head, doc)
    })
    .collect()
}

/// The paths of the rule table at which a document shows one of the words.
fn paths(doc: &Automerge, kind: Kind, found: &mut BTreeSet<(Kind, &'static str)>) {
    let rules = Rules::of(kind);
    let mut maps: Vec<(ObjId, NodeId)> = vec![(ROOT, Rules::ROOT)];
    while let Some((map, node)) = maps.pop() {
        for item in doc.map_range(&map, ..) {
            let Some(node) = rules.child(node, &item.key) else {
                continue;
            };
            let id = item.id();
            let text = match item.value.to_owned().into() {
                Held::Object(ObjType::Map) => {
                    maps.push((id, node));
                    continue;
                }
                Held::Object(_) => doc.text(&id).unwrap_or_default(),
                Held::Scalar(scalar) => scalar.as_str().unwrap_or_default().to_owned(),
            };
            if let Some(rule) = rules.rule(node)
                && (text.contains(MARK) || item.key.contains(MARK))
            {
                found.insert((kind, rule.path));
            }
        }
    }
}

/// Whether only earlier versions wrote there: it stands in documents of another kind now.
fn is_left(kind: Kind, path: &str) -> bool {
    let moved = kind.spec().map_or(&[][..], |spec| spec.moved);
    moved.iter().any(|moved| {
        let within = path.strip_prefix(moved.from);
        let field = within.and_then(|rest| rest.strip_prefix('/'));
        let is_field = |rest: &str| moved.fields.iter().any(|(field, _)| *field == rest);
        field.is_some_and(|rest| moved.fields.is_empty() || is_field(rest))
    })
}

/// Where people type words that are not chosen from a list.
fn texts() -> BTreeSet<(Kind, &'static str)> {
    let known = Kind::ALL.iter().filter(|kind| !kind.is_relays());
    known
        .flat_map(|kind| {
            let rules = kind.table();
            let texts = rules.rules().filter(|rule| {
                matches!(rule.value, Value::Text | Value::Str(_)) || rule.path.ends_with("{tag}")
            });
            let texts = texts.filter(|rule| !is_left(*kind, rule.path));
            texts.map(|rule| (*kind, rule.path)).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn every_phone_holds_the_words_its_member_may_read_and_no_other() {
    let mut coop = Cooperative::new();
    for person in 0..PEOPLE.len() {
        let me = coop.people[person].member;
        coop.types(person, typed::own(person, me));
    }
    coop.world.settle();
    coop.check("as everybody has their own");

    let event = typed::entry(DOMINIQUE, typed::EVENT);
    let member = coop.people[LISE].member;
    coop.world.decide(&Decision::SetFacilitator {
        event,
        member,
        facilitates: true,
    });
    coop.people[LISE].facilitates.push(event.to_string());
    coop.world.settle();
    let anna = (ANNA, coop.people[ANNA].member);
    for person in 0..PEOPLE.len() {
        coop.types(person, typed::on_others(person, anna, event));
    }
    coop.world.settle();
    for person in 0..PEOPLE.len() {
        coop.types(person, vec![typed::reason(anna)]);
    }
    let session = typed::entry(ANNA, typed::SESSION);
    let mut records = coop.phone(ANNA).records().into_values();
    let digest = records.find_map(|record| match record {
        Record::CoachingLog(log) => Some(log.sessions.get(&session)?.content_sha256.clone()),
        _ => None,
    });
    let digest = digest.expect("her own session");
    coop.types(ANNA, vec![typed::signature(anna.1, session, &digest)]);
    coop.world.settle();
    coop.check("as everybody spoke to the others");

    let mut found = BTreeSet::new();
    for person in 0..PEOPLE.len() {
        for (head, doc) in documents(coop.phone(person)) {
            paths(&doc, head.kind, &mut found);
        }
    }
    let missing: Vec<_> = texts().difference(&found).copied().collect();
    assert!(
        missing.is_empty(),
        "nobody typed anything there; add a command to `audiences/typed.rs`: {missing:?}"
    );

    coop.unassign(CAMILLE, ANNA);
    coop.world.settle();
    coop.check("as anna’s coach was taken from her");
    coop.assign(CAMILLE, BEN);
    coop.assign(DENIS, ANNA);
    coop.world.settle();
    coop.check("as coaches were given");
    coop.becomes(FATOU, Role::Entrepreneur);
    coop.becomes(BEN, Role::Finance);
    coop.becomes(DENIS, Role::Comms);
    coop.world.settle();
    coop.check("as roles changed");
    for person in 0..PEOPLE.len() {
        coop.world.download_again(coop.people[person].phone);
    }
    coop.world.settle();
    coop.check("as everything was downloaded again");
}
