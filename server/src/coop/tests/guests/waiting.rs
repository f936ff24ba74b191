//! Waiting lists: who reads them, and those that rosters of before told everybody.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc};
use besace_model::doc::writer::Made;
use besace_model::head::DocHead;
use besace_model::ids::CommitHash;
use besace_model::kind::Kind;
use besace_model::kinds::rsvp::AnswerStatus::{Accepted, Declined};
use besace_model::kinds::{places, roster, waitlist};

use super::{ANNE, BELA, CHLOE, COMMS, DORA, EVENT, Party};
use crate::coop::Coop;
use crate::coop::tests::world::*;
use crate::store::StorePlace;
use crate::store::seats::{self, Standing};

/// The schema whose relays named on the roster who waits.
const BEFORE: u32 = 12;

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
    crate::store::take_back(conn, BEFORE).unwrap();
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
