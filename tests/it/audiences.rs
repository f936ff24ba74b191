//! Every audience, byte by byte: everybody types words of their own into every text of every kind, and each phone holds
//! the words that its member may read, and no other, in every row, in histories, before and after grants change. Who
//! that is stands here once more, by hand.

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Record;
use besace_server::coop::Decision;
use besace_tests::world::World;

mod apart;
mod found;
mod governing;
mod held;
mod texts;
pub(crate) mod typed;
mod writing;

use held::documents;
use texts::{paths, texts};

/// Who reads a document, which `owner` has: the table of audiences, by hand.
fn reads(head: &DocHead, owner: Option<&Person>, reader: &Person) -> bool {
    let own = head.owner == reader.member;
    let coaches = || {
        let is_theirs = owner.is_some_and(|owner| {
            let mut coaches = owner.coaches.iter();
            coaches.any(|coach| *coach == reader.member || reader.stands_in_for.contains(coach))
        });
        is_theirs && reader.roles.contains(&Role::Coach)
    };
    let in_team = || reader.roles.iter().any(|role| *role != Role::Entrepreneur);
    let directs = reader.roles.contains(&Role::Finance) || reader.roles.contains(&Role::Director);
    let facilitates = || reader.facilitates.contains(&head.key);
    match head.kind.as_str() {
        "directory" | "profile" | "contact_shown" | "event" | "roster" | "rides" | "post"
        | "group" | "consultation" | "tally" | "assembly" | "partner_card" | "opportunity"
        | "news" | "guide" | "figures" | "services" => true,
        "guests" | "waitlist" | "attendance" | "partner" => in_team() || facilitates(),
        "activity" | "register" | "ledger" | "progress" => own || coaches() || directs,
        "coaching_log" | "journal" => own || coaches(),
        "contact" | "consent" => own || in_team(),
        "membership" | "story" | "team_board" | "duties" => in_team(),
        "indicators" => directs,
        "coach_notes" | "rsvp" | "places" | "stance" | "pulse" | "asked" | "attended" => own,
        new => panic!("say here, by hand, who reads {new}"),
    }
}

struct Person {
    name: &'static str,
    member: MemberId,
    phone: usize,
    roles: Vec<Role>,
    coaches: Vec<MemberId>,
    /// Coaches who are away.
    stands_in_for: Vec<MemberId>,
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
    coop.search("as everybody spoke to the others");
    coop.tell_apart();
    coop.are_sent_on(&["askSupporttext"]);

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
    coop.covers(CAMILLE, DENIS);
    coop.world.settle();
    coop.check("as denis stands in for camille");
    coop.search("as denis stands in for camille");
    coop.is_back(CAMILLE, DENIS);
    coop.world.settle();
    coop.check("as camille is back");
    coop.becomes(FATOU, Role::Entrepreneur);
    coop.becomes(BEN, Role::Finance);
    coop.becomes(DENIS, Role::Comms);
    coop.world.settle();
    coop.check("as roles changed");
    coop.search("as roles changed");
    for person in 0..PEOPLE.len() {
        coop.world.download_again(coop.people[person].phone);
    }
    coop.world.settle();
    coop.check("as everything was downloaded again");
}
