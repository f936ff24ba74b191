//! What the register of sessions says, and to whom.

use besace_model::command::{Command as Say, EntryRef};
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::{CoachingCommand, SessionChanges};

use super::{DIRECTOR, FINANCE, People, WORDS, log, sign};
use crate::coop::tests::world::*;
use crate::store::StorePlace;

#[test]
fn finance_and_direction_see_when_sessions_were_and_who_signed_and_not_a_word_of_them() {
    let mut people = People::at(StorePlace::Memory);
    people.interview(7);
    for reader in [FINANCE, DIRECTOR, 1, 2] {
        let said = people.register(reader).unwrap();
        let session = &said.sessions[&Ulid([7; 16])];
        assert!(session.counts);
        assert_eq!((session.minutes, session.statutory), (75, true));
        assert_eq!(session.starts_at, "2026-12-05T09:00:00Z");
        assert_eq!(session.signed_by.len(), 2);
    }
    assert_eq!(people.register(3), None);
    for n in [FINANCE, DIRECTOR] {
        let phone = people.world.fresh(n);
        let found = WORDS.iter().find(|word| phone.knows(word));
        assert_eq!(found, None);
    }
}

#[test]
fn what_is_derived_follows_what_happens_to_a_session() {
    let mut people = People::at(StorePlace::Memory);
    people.interview(7);
    people.say(true, &log(8));
    let said = people.register(FINANCE).unwrap();
    assert!(!said.sessions[&Ulid([8; 16])].counts);
    let changes = SessionChanges {
        points: Some("autre chose".into()),
        ..SessionChanges::default()
    };
    people.say(true, &sign(8, 1));
    let edit = CoachingCommand::EditSession {
        member: member(2),
        id: Ulid([8; 16]),
        changes,
    };
    people.say(true, &Say::CoachingLog(edit));
    let said = people.register(FINANCE).unwrap();
    let session = &said.sessions[&Ulid([8; 16])];
    assert!(session.signed_by.is_empty(), "the text changed since");
    let entry = EntryRef::new(DocHead::coaching_log(member(2)), "sessions", Ulid([8; 16]));
    people.say(true, &Say::remove(entry.clone(), true));
    let said = people.register(FINANCE).unwrap();
    assert_eq!(said.sessions.len(), 1);
    people.say(true, &Say::remove(entry, false));
    let said = people.register(FINANCE).unwrap();
    assert_eq!(said.sessions.len(), 2);
}
