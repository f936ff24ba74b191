//! What each reader holds of who comes to an event: everybody the seats and the lifts, those who hold it diets, words and
//! the waiting list, and each member their own place in it.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc};
use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::doc::writer::Made;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::rsvp::AnswerStatus::{self, Accepted, Declined, Tentative};
use besace_model::kinds::rsvp::{AnswerCommand, AnswerFields};
use besace_model::kinds::{guests, places, rides, roster, waitlist};

use super::world::*;
use crate::coop::{Coop, Decision};
use crate::store::StorePlace;
use crate::store::seats::{self, Standing};

const EVENT: Ulid = Ulid([7; 16]);
/// Who wrote what only those read who hold the event.
const WORDS: [&str; 3] = ["sans-arachide", "mot-discret", "garage-discret"];
const COMMS: u8 = 1;
const ANNE: u8 = 2;
const BELA: u8 = 3;
const CHLOE: u8 = 4;
const DORA: u8 = 5;

fn full(status: AnswerStatus, seats: i64, from: &str) -> Say {
    Say::Rsvp(AnswerCommand::AnswerEvent {
        event: EVENT,
        answer: AnswerFields {
            status,
            comment: WORDS[1].into(),
            carpool_seats: seats,
            carpool_from: from.into(),
            diet: WORDS[0].into(),
            for_sequence: 0,
        },
    })
}

/// An event with so many seats, and four who may answer.
struct Party {
    world: World,
    team: Phone,
    phones: Vec<Phone>,
}

impl Party {
    fn at(place: StorePlace, capacity: i64) -> Self {
        let mut world = World::at(place);
        let mut team = world.join(COMMS, &[Role::Comms]);
        let phones = (ANNE..=DORA)
            .map(|n| world.join(n, &[Role::Entrepreneur]))
            .collect();
        world.say(&mut team, &event(7, capacity));
        Self {
            world,
            team,
            phones,
        }
    }

    fn say(&mut self, n: u8, say: &Say) {
        let phone = &mut self.phones[usize::from(n - ANNE)];
        self.world.say(phone, say);
    }

    /// What a member's fresh phone holds once the relay had its time.
    fn phone(&mut self, n: u8) -> Phone {
        self.world.settle();
        let mut phone = Phone::reader(n);
        self.world.sync(&mut phone, 1 << 16);
        phone
    }
}

fn holds(phone: &Phone, word: &str) -> bool {
    phone.docs.values().any(|doc| {
        let saved = doc.save_nocompress();
        saved
            .windows(word.len())
            .any(|bytes| bytes == word.as_bytes())
    })
}

#[test]
fn those_who_hold_an_event_read_diets_and_words_and_nobody_else_does() {
    let mut party = Party::at(StorePlace::Memory, 2);
    party.say(ANNE, &full(Accepted, 3, "Gare du Nord"));
    party.say(BELA, &full(Declined, 2, WORDS[2]));
    party.say(CHLOE, &full(Tentative, 0, ""));
    let said = guests::read(party.phone(COMMS).last(Kind::Guests).unwrap().1).guests;
    assert_eq!(said.len(), 3);
    assert_eq!(said[&member(ANNE)].diet, WORDS[0]);
    assert_eq!(said[&member(ANNE)].carpool_seats, 3);
    let declined = &said[&member(BELA)];
    assert_eq!(
        (declined.comment.as_str(), declined.diet.as_str()),
        (WORDS[1], "")
    );
    assert_eq!(
        (declined.carpool_seats, declined.carpool_from.as_str()),
        (0, "")
    );
    let mut dora = party.phone(DORA);
    assert!(dora.last(Kind::Guests).is_none());
    assert!(WORDS.iter().all(|word| !holds(&dora, word)));
    // A facilitator reads them as long as they are one.
    let facilitate = |facilitates| Decision::SetFacilitator {
        event: EVENT,
        member: member(DORA),
        facilitates,
    };
    party.world.decide(facilitate(true));
    party.world.sync(&mut dora, 1 << 16);
    assert!(dora.last(Kind::Guests).is_some() && holds(&dora, WORDS[0]));
    party.world.decide(facilitate(false));
    party.world.sync(&mut dora, 1 << 16);
    assert!(dora.last(Kind::Guests).is_none() && !holds(&dora, WORDS[0]));
    // Who joins the team downloads them.
    party.world.join(9, &[Role::Coach]);
    assert!(party.phone(9).last(Kind::Guests).is_some());
}

#[test]
fn an_answer_to_what_is_no_event_makes_no_document_and_no_audience() {
    let mut party = Party::at(StorePlace::Memory, 2);
    party.world.settle();
    let before = party.world.coop.head();
    party.say(ANNE, &answer(9, Accepted));
    party.world.settle();
    assert_eq!(party.world.coop.head(), before + 1);
    party.world.say(&mut party.team, &event(9, 1));
    let phone = party.phone(COMMS);
    let said = guests::read(phone.last(Kind::Guests).unwrap().1).guests;
    assert!(said.contains_key(&member(ANNE)));
}

#[test]
fn everybody_reads_the_lifts_of_those_who_have_a_seat_and_no_others() {
    let mut party = Party::at(StorePlace::Memory, 1);
    let lifts = |party: &mut Party| {
        let phone = party.phone(DORA);
        let said = phone
            .last(Kind::Rides)
            .map(|(_, doc)| rides::read(doc).rides);
        let said = said.into_iter().flatten();
        said.map(|(who, ride)| (who.as_bytes()[0], ride.seats, ride.from))
            .collect::<Vec<_>>()
    };
    party.say(ANNE, &full(Accepted, 3, "Gare du Nord"));
    party.say(BELA, &full(Accepted, 2, WORDS[2]));
    assert_eq!(lifts(&mut party), [(ANNE, 3, "Gare du Nord".into())]);
    assert!(!holds(&party.phone(DORA), WORDS[2]), "she only waits");
    party.say(ANNE, &full(Declined, 3, "Gare du Nord"));
    assert_eq!(lifts(&mut party), [(BELA, 2, WORDS[2].into())]);
    party.say(BELA, &full(Accepted, 0, ""));
    assert_eq!(lifts(&mut party), []);
}

#[test]
fn lifts_follow_a_roster_into_its_next_generation() {
    let mut party = Party::at(StorePlace::Memory, 1);
    party.world.coop.rebuild_after(2);
    for n in [ANNE, BELA, CHLOE] {
        party.say(n, &full(Accepted, i64::from(n), "Gare"));
        party.world.settle();
    }
    for n in [ANNE, BELA] {
        party.say(n, &full(Declined, 0, ""));
        party.world.settle();
    }
    let phone = party.phone(DORA);
    assert!(phone.last(Kind::Roster).unwrap().0.generation > 0);
    let said = rides::read(phone.last(Kind::Rides).unwrap().1).rides;
    let who: Vec<_> = said.keys().copied().collect();
    assert_eq!(who, [member(CHLOE)]);
}

#[test]
fn a_waiting_list_is_read_by_those_who_hold_the_event_and_by_each_member_their_own_place() {
    let mut party = Party::at(StorePlace::Memory, 1);
    for n in [ANNE, BELA, CHLOE] {
        party.say(n, &answer(7, Accepted));
    }
    let team = party.phone(COMMS);
    let said = waitlist::read(team.last(Kind::Waitlist).unwrap().1).places;
    assert_eq!(
        said.keys().copied().collect::<Vec<_>>(),
        [member(BELA), member(CHLOE)]
    );
    let place = |party: &mut Party, n: u8| {
        let phone = party.phone(n);
        assert!(phone.last(Kind::Waitlist).is_none());
        let roster = roster::read(phone.last(Kind::Roster).unwrap().1);
        let ranks = phone
            .last(Kind::Places)
            .map(|(_, doc)| places::read(doc).ranks);
        let rank = ranks.and_then(|ranks| ranks.get(&EVENT).copied());
        (roster.waiting.len(), rank.map(|rank| roster.place_of(rank)))
    };
    assert_eq!(place(&mut party, BELA), (2, Some(1)));
    assert_eq!(place(&mut party, CHLOE), (2, Some(2)));
    assert_eq!(place(&mut party, DORA), (2, None));
    let dora = party.phone(DORA);
    assert!(!dora.heads.values().any(|head| head.kind == Kind::Places));
    let bytes = dora.last(Kind::Roster).unwrap().1.save_nocompress();
    let name = member(CHLOE).to_string();
    let named = bytes
        .windows(name.len())
        .any(|part| part == name.as_bytes());
    assert!(!named, "nobody is told who waits");
    party.say(ANNE, &answer(7, Declined));
    assert_eq!(place(&mut party, BELA), (1, None));
    assert_eq!(place(&mut party, CHLOE), (1, Some(1)));
    party.say(CHLOE, &answer(7, Declined));
    assert_eq!(place(&mut party, CHLOE), (0, None));
}

/// Writes in a roster, as a relay of before did, that somebody waits.
fn as_before(doc: &mut Automerge, who: &str, actor: [u8; 16]) -> Made {
    doc.set_actor(ActorId::from(actor));
    let mut tx = doc.transaction();
    let object = |tx: &automerge::transaction::Transaction<'_>, key: &str| {
        tx.get(ROOT, key).unwrap().unwrap().1
    };
    let (said, seats) = (object(&tx, "roster"), object(&tx, "seats"));
    tx.delete(&said, "waiting").unwrap();
    let place = tx.put_object(&seats, who, ObjType::Map).unwrap();
    tx.put(&place, "status", "waitlisted").unwrap();
    tx.put(&place, "rank", 2).unwrap();
    tx.put(&place, "at", "2026-11-01T10:00:00Z").unwrap();
    tx.commit_with(CommitOptions::default().with_time(0));
    let change = doc.get_last_local_change().unwrap();
    Made {
        hash: CommitHash(change.hash().0),
        change: change.raw_bytes().to_vec(),
        text_bytes: 0,
        left_bytes: 0,
    }
}

#[test]
fn a_roster_of_before_that_names_who_waits_is_left_behind_with_its_history() {
    let folder = std::env::temp_dir().join(format!("besace-waiting-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = StorePlace::File(folder.join("coop.db"));
    let mut party = Party::at(place.clone(), 1);
    party.say(ANNE, &answer(7, Accepted));
    let (bela, dora) = (member(BELA), &mut party.phone(DORA));
    let now = party.world.tick();
    let head = DocHead::roster(EVENT);
    let coop = party.world.coop.id();
    let written = party.world.coop.write(now, |inside| {
        let mut is_done = false;
        let standing = Standing {
            member: bela,
            status: Accepted,
            for_sequence: 0,
            asked_seq: inside.writing.head(),
        };
        seats::count(inside.writing.conn, EVENT, &standing, now)?;
        inside
            .relay
            .write(&mut inside.writing, coop, &head, |doc, actor| {
                if std::mem::replace(&mut is_done, true) {
                    return Err(besace_model::command::CommandError::NoChange);
                }
                Ok(as_before(doc, &bela.to_string(), actor))
            })
    });
    written.unwrap();
    let conn = party.world.coop.store.conn();
    conn.execute_batch("DROP TABLE life; PRAGMA user_version = 12")
        .unwrap();
    party.world.sync(dora, 1 << 16);
    let (_, doc) = dora.last(Kind::Roster).unwrap();
    assert_eq!(roster::read_waiting(doc).map(|it| it.len()), Some(1));

    let World { coop, now, .. } = party.world;
    coop.close().unwrap();
    let mut world = World::of(Coop::open(place, 1).unwrap(), now);
    assert!(world.coop.are_seats_due(world.now));
    while world.coop.are_seats_due(world.now) {
        let now = world.tick();
        world.coop.decide_seats(now).unwrap();
    }
    party.world = world;
    party.world.sync(dora, 1 << 16);
    let (head, doc) = dora.last(Kind::Roster).unwrap();
    assert_eq!(head.generation, 1);
    let said = roster::read(doc);
    assert_eq!((said.seats.len(), said.waiting.len()), (1, 1));
    let saved = doc.save_nocompress();
    let name = bela.to_string();
    assert!(
        !saved
            .windows(name.len())
            .any(|part| part == name.as_bytes())
    );
    let of_before = dora
        .docs
        .keys()
        .filter(|id| dora.heads[id].kind == Kind::Roster);
    assert_eq!(of_before.count(), 1);
    let team = party.phone(COMMS);
    let places = waitlist::read(team.last(Kind::Waitlist).unwrap().1).places;
    assert_eq!(places[&bela].at, "2026-11-01T10:00:00Z", "since then");
    let own = party.phone(BELA);
    let ranks = places::read(own.last(Kind::Places).unwrap().1).ranks;
    assert_eq!(ranks[&EVENT], 2);
    // It is done once.
    let before = party.world.coop.head();
    party.say(CHLOE, &answer(7, Declined));
    let conn = party.world.coop.store.conn();
    let generations: u32 = conn
        .query_row(
            "SELECT max(generation) FROM doc WHERE kind = 8",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(generations, 1);
    assert_eq!(party.world.coop.head(), before + 2);
    drop(party);
    std::fs::remove_dir_all(folder).unwrap();
}
