//! What answers and events mean for seats is what a full read says.

use automerge::transaction::Transactable;
use automerge::{ObjType, ROOT, ReadDoc};

use super::written::{Dice, Written};
use super::{answers, event_number};
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::event::{self, SeatTerms};
use crate::kinds::rsvp;
use crate::kinds::tests::*;

#[test]
fn what_an_answer_means_for_seats_is_what_a_full_read_says_whatever_was_written_apart() {
    let mut contested = 0;
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let mut base = Genesis::document(Kind::Rsvp);
        answers(&mut base, 0, 0..3, "tentative");
        let mut written = Written::new(MEMBER, DocHead::rsvp(person(MEMBER)), &base);
        for _ in 0..60 {
            written.step(&mut dice, |tx, dice| {
                let (_, answers) = tx.get(ROOT, "answers").unwrap().unwrap();
                for number in 0..3 {
                    let event = event_number(number).to_string();
                    let (_, answer) = tx.get(&answers, event.as_str()).unwrap().unwrap();
                    if dice.roll(2) == 0 {
                        let word = AnswerStatus::WORDS[dice.roll(3) as usize];
                        tx.put(&answer, "status", word).unwrap();
                    }
                    if dice.roll(3) == 0 {
                        tx.put(&answer, "for_sequence", dice.roll(3) as i64)
                            .unwrap();
                    }
                    if dice.roll(2) == 0 {
                        let at = NOW.plus_ms(1000 * dice.roll(3) as i64).rfc3339();
                        tx.put(&answer, "responded_at", at).unwrap();
                    }
                    if dice.roll(4) == 0 {
                        tx.put(&answer, "comment", dice.roll(9).to_string())
                            .unwrap();
                    }
                }
            });
            let read = rsvp::read(&written.whole).answers;
            let replayed = written.replayed();
            for number in 0..3 {
                let event = event_number(number);
                let wanted = (read[&event].status, read[&event].for_sequence);
                for watch in [&written.watch, &replayed] {
                    let entry = watch.entry(&event.to_string()).unwrap();
                    assert_eq!(rsvp::standing(entry), wanted, "seed {seed}, event {number}");
                    contested += usize::from(entry.competing().count() > 1);
                }
            }
        }
    }
    assert!(
        contested > 1000,
        "hardly anything was written apart: {contested}"
    );
}

#[test]
fn what_an_event_means_for_seats_is_what_a_full_read_says() {
    for seed in 0..30 {
        let mut dice = Dice(seed);
        let base = Genesis::document(Kind::Event);
        let mut written = Written::new(COACH, DocHead::event(event_number(1)), &base);
        for step in 0..40 {
            written.step(&mut dice, |tx, dice| {
                let (_, event) = tx.get(ROOT, "event").unwrap().unwrap();
                let (_, slots) = tx.get(ROOT, "slots").unwrap().unwrap();
                let key = event_number(1).to_string();
                // Made once, as an event's author makes it.
                if step == 0 {
                    tx.put_object(&slots, &key, ObjType::Map).unwrap();
                    return;
                }
                let end = format!("2026-12-0{}T12:00:00Z", 1 + dice.roll(4));
                let which = dice.roll(7);
                match (which, tx.get(&slots, &key).unwrap()) {
                    (0, _) => tx.put(&event, "created_at", NOW.rfc3339()),
                    (1, _) => tx.put(&event, "capacity", dice.roll(4) as i64),
                    (2, _) => tx.put(&event, "sequence", dice.roll(4) as i64),
                    (4, Some((_, slot))) => tx.put(&slot, "removed_at", NOW.rfc3339()),
                    (5, Some((_, slot))) if tx.get(&slot, "removed_at").unwrap().is_some() => {
                        tx.delete(&slot, "removed_at")
                    }
                    (6, Some((_, slot))) => tx.put(&slot, "end", end),
                    _ => tx.put(&event, "signup_open", dice.roll(2) == 0),
                }
                .unwrap();
            });
            let wanted = event::read(&written.whole).map(|event| SeatTerms::from(&*event));
            for watch in [&written.watch, &written.replayed()] {
                let terms = SeatTerms::of(watch);
                assert_eq!(terms, wanted, "seed {seed}");
            }
        }
    }
}
