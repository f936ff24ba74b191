//! A member's answers, however many and however often given at once.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Author, ObjType, ROOT, ReadDoc};

use super::*;
use crate::admission::{DocIndex, Judgement, Watch, check_rules};
use crate::doc::genesis::Genesis;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::ids::CommitHash;
use crate::kind::Kind;
use crate::kinds::event::{self, SeatTerms};
use crate::kinds::rsvp;
use crate::limits::RSVP_ANSWERS_MAX;

fn event_number(number: u32) -> Ulid {
    let mut bytes = [0; 16];
    bytes[12..].copy_from_slice(&number.to_be_bytes());
    Ulid(bytes)
}

/// Answers to events, all in one change by a session of its own.
fn answers(
    doc: &mut Automerge,
    session: u8,
    events: std::ops::Range<u32>,
    status: &str,
) -> Vec<u8> {
    doc.set_author(Some(Author::from(person(MEMBER).as_bytes().to_vec())));
    doc.set_actor(ActorId::from(actor(MEMBER, session)));
    let mut tx = doc.transaction();
    let (_, answers) = tx.get(ROOT, "answers").unwrap().unwrap();
    for number in events {
        let event = event_number(number).to_string();
        let answer = match tx.get(&answers, event.as_str()).unwrap() {
            Some((_, answer)) => answer,
            None => tx.put_object(&answers, event, ObjType::Map).unwrap(),
        };
        tx.put(&answer, "status", status).unwrap();
        tx.put(&answer, "for_sequence", i64::from(session)).unwrap();
    }
    tx.commit_with(CommitOptions::default().with_time(1));
    doc.get_last_local_change().unwrap().raw_bytes().to_vec()
}

#[test]
fn a_member_answers_many_events_and_no_endless_number() {
    let mut doc = Genesis::document(Kind::Rsvp);
    let mut index = DocIndex::new(DocHead::rsvp(person(MEMBER)));
    let mut says = |raw: &[u8]| match check_rules(&index, &grants(MEMBER), raw) {
        Judgement::Accept(accepted) => {
            index.record(&accepted).unwrap();
            None
        }
        Judgement::Refuse(refusal) => Some(refusal.code),
        other => panic!("{other:?}"),
    };
    for start in (0..RSVP_ANSWERS_MAX).step_by(500) {
        let raw = answers(&mut doc, 0, start..start + 500, "declined");
        assert_eq!(says(&raw), None);
    }
    let mut one_more = doc.clone();
    let raw = answers(
        &mut one_more,
        0,
        RSVP_ANSWERS_MAX..RSVP_ANSWERS_MAX + 1,
        "declined",
    );
    assert_eq!(says(&raw), Some(ErrorCode::DocFull));
    let raw = answers(&mut doc, 0, 0..1, "accepted");
    assert_eq!(says(&raw), None, "what stands may still be changed");
}

#[test]
fn many_answers_given_twice_at_once_are_each_settled() {
    let mut doc = Genesis::document(Kind::Rsvp);
    answers(&mut doc, 0, 0..RSVP_ANSWERS_MAX, "tentative");
    let mut elsewhere = doc.fork();
    answers(&mut doc, 2, 0..RSVP_ANSWERS_MAX, "declined");
    answers(&mut elsewhere, 1, 0..RSVP_ANSWERS_MAX, "accepted");
    doc.merge(&mut elsewhere).unwrap();
    let read = rsvp::read(&doc);
    assert_eq!(read.answers.len(), RSVP_ANSWERS_MAX as usize);
    assert!(
        read.answers
            .values()
            .all(|answer| answer.status == AnswerStatus::Declined)
    );
}

/// A few numbers that look like chance, from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A document written to by several sessions apart, and what admission keeps of it.
struct Written {
    sessions: Vec<Automerge>,
    whole: Automerge,
    index: DocIndex,
    watch: Watch,
    log: Vec<(Vec<u8>, CommitHash)>,
    author: u8,
}

impl Written {
    fn new(author: u8, head: DocHead, base: &Automerge) -> Self {
        let watch = Watch::new(head.kind).unwrap();
        let mut written = Self {
            sessions: Vec::new(),
            whole: Genesis::document(head.kind),
            index: DocIndex::new(head),
            watch,
            log: Vec::new(),
            author,
        };
        for change in base.get_changes(&[]).into_iter().skip(1) {
            assert!(written.admit(change.raw_bytes().to_vec()));
        }
        for session in 0..4 {
            let mut doc = written.whole.fork();
            doc.set_author(Some(Author::from(person(author).as_bytes().to_vec())));
            doc.set_actor(ActorId::from(actor(author, 10 + session)));
            written.sessions.push(doc);
        }
        written
    }

    /// Judges a change and takes it in; some are refused, as when too much stands at a key.
    fn admit(&mut self, raw: Vec<u8>) -> bool {
        match check_rules(&self.index, &grants(self.author), &raw) {
            Judgement::Accept(accepted) => {
                let hash = accepted.parsed().hash();
                self.index
                    .record_watched(&accepted, &mut self.watch)
                    .unwrap();
                self.whole.load_incremental(&raw).unwrap();
                self.log.push((raw, hash));
                true
            }
            Judgement::Refuse(_) => false,
            other => panic!("{other:?}"),
        }
    }

    /// One session writes, or hears of another.
    fn step(&mut self, dice: &mut Dice, write: impl Fn(&mut Transaction<'_>, &mut Dice)) {
        let place = dice.roll(4) as usize;
        if dice.roll(3) == 0 {
            let mut other = self.sessions[dice.roll(4) as usize].clone();
            self.sessions[place].merge(&mut other).unwrap();
            return;
        }
        let before = self.sessions[place].clone();
        let mut tx = self.sessions[place].transaction();
        write(&mut tx, dice);
        if tx.pending_ops() == 0 {
            tx.rollback();
            return;
        }
        tx.commit_with(CommitOptions::default().with_time(1));
        let change = self.sessions[place].get_last_local_change().unwrap();
        if !self.admit(change.raw_bytes().to_vec()) {
            self.sessions[place] = before;
        }
    }

    /// The same from the log.
    fn replayed(&self) -> Watch {
        let mut index = DocIndex::new(self.index.head().clone());
        let mut watch = Watch::new(self.index.head().kind).unwrap();
        for (raw, hash) in &self.log {
            let replayed = index.replay_watched(raw.clone(), *hash, None, &mut watch);
            replayed.unwrap();
        }
        watch
    }
}

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
