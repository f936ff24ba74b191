//! How long one push holds the one writer, for the worst that 64 KiB can ask of it, in process: what a push needs is made
//! ready beside the writer, as the relay does, and not counted but shown. What is decided about seats after the push, in
//! steps between other people's pushes, counts by its longest step.

use besace_model::kinds::event::EventCommand;
use besace_model::kinds::journal::JournalCommand;
use std::time::{Duration, Instant};

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, Automerge, ObjType, ROOT, ReadDoc};
use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::commit::Commit;
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::event::{EventFields, EventKind, EventStatus, SlotFields};
use besace_model::wire::{DocName, DocPush, Verdict};
use besace_server::coop::{CoopReader, Prepared, Submission};

use crate::Setting;
use crate::coop::{Device, Founder, Pen, assert_accepted, fresh_folder, ulid};
use crate::report::{Budget, Report, ms};

/// What one push may hold the writer for.
const HOLD_MS: f64 = 20.0;
/// Characters of one change: as many operations.
const LONG_TEXT: usize = 16_000;
/// Events that one member answered, and sessions that answered each of them apart.
const ANSWERED: u64 = 1_999;
const SESSIONS: u8 = 15;

pub(crate) fn measure(setting: &Setting, report: &mut Report) {
    report.part("how long one push of 64 KiB at most holds the writer, in process");
    long_documents(setting, report);
    answers_apart(setting, report);
    popular_event(setting, report);
    many_things(setting, report);
}

/// The cooperative as the relay holds it.
struct Bench {
    founder: Founder,
    reader: CoopReader,
}

/// What a push cost.
struct Cost {
    /// The longest that the writer was held at once.
    held: Duration,
    /// What was done beside it.
    beside: Duration,
    verdicts: Vec<Verdict>,
}

impl Bench {
    fn new(mut founder: Founder) -> Self {
        founder.coop.rely_on_readers();
        let reader = founder.coop.reader().expect("a connection");
        let reader = reader.expect("a file");
        Self { founder, reader }
    }

    /// As after a restart: no index is in memory.
    fn restarted(self, data: &std::path::Path) -> Self {
        drop(self.reader);
        self.founder.coop.close().expect("the file is ours");
        Self::new(Founder::open(data))
    }

    fn push(&mut self, pushes: Vec<DocPush>) -> Cost {
        let coop = &mut self.founder.coop;
        let started = Instant::now();
        let (id, people) = (coop.id(), coop.people());
        let prepare = |push| Prepared::new(id, &people, push);
        let mut pushes: Vec<_> = pushes.into_iter().map(prepare).collect();
        self.reader.make_ready(&mut pushes).expect("it reads");
        let beside = started.elapsed();
        let started = Instant::now();
        let outcome = coop.admit(self.founder.now, vec![Submission { pushes }]);
        let mut held = started.elapsed();
        let verdicts = outcome.expect("the file takes it").verdicts.remove(0);
        while coop.are_seats_due(self.founder.now) {
            let started = Instant::now();
            coop.decide_seats(self.founder.now)
                .expect("the file takes it");
            held = held.max(started.elapsed());
        }
        Cost {
            held,
            beside,
            verdicts: verdicts.into_iter().map(|it| it.verdict).collect(),
        }
    }

    fn accepted(&mut self, pushes: Vec<DocPush>) -> Cost {
        let cost = self.push(pushes);
        cost.verdicts.iter().for_each(assert_accepted);
        cost
    }
}

fn held(report: &mut Report, name: &str, cost: &Cost) {
    report.line(name, ms(cost.held), "ms", Budget::Under(HOLD_MS));
}

fn one(head: &DocHead, commit: Commit) -> Vec<DocPush> {
    vec![DocPush {
        doc: DocName::Head(head.clone()),
        commits: vec![commit],
    }]
}

/// Documents that are not at hand: of many changes, of many operations, one's own and somebody else's.
fn long_documents(setting: &Setting, report: &mut Report) {
    let data = fresh_folder("writer-long");
    let mut founder = Founder::new(&data);
    let (anne, eve) = (
        founder.member(&[Role::Entrepreneur]),
        founder.member(&[Role::Entrepreneur]),
    );
    let (anne, eve) = (founder.device(anne), founder.device(eve));
    let coop = founder.coop.id();
    let mut pens = Vec::new();
    for (year, changes) in [(2025, 1), (2026, 2)] {
        let changes = changes * setting.pick(10_000, 500);
        let mut pen = Pen::new(coop, DocHead::activity(anne.member, year), &anne);
        let entry = Say::Journal(JournalCommand::AddJournalEntry {
            id: ulid(1),
            date: format!("{year}-01-02"),
            text: "x".into(),
        });
        let mut commits = vec![pen.write(&anne, &entry, founder.now)];
        for number in 1..changes {
            commits.push(pen.type_one(&anne, ulid(1), number / 2, false));
        }
        founder.admit(&pen.head, &commits);
        pens.push((format!("of {changes} changes"), pen));
    }
    let texts = setting.pick(30, 3);
    let mut pen = Pen::new(coop, DocHead::activity(anne.member, 2027), &anne);
    for number in 0..texts {
        let commit = pen.write(&anne, &long_entry(2027, number), founder.now);
        founder.admit(&pen.head, &[commit]);
    }
    let ops = texts as usize * LONG_TEXT;
    pens.push((format!("of {ops} operations"), pen));

    let mut bench = Bench::new(founder);
    for (what, mut pen) in pens {
        bench = bench.restarted(&data);
        let commit = pen.type_one(&anne, ulid(1), 0, false);
        let foreign = one(
            &pen.head,
            eve.commit(pen.id, commit.change.clone(), hash(&commit)),
        );
        let cost = bench.push(foreign);
        assert!(matches!(cost.verdicts[..], [Verdict::Refused(..)]));
        held(
            report,
            &format!("a document {what}, by who may not read"),
            &cost,
        );
        let cost = bench.accepted(one(&pen.head, commit));
        held(report, &format!("a document {what} not at hand"), &cost);
        report.line(
            "  made ready beside the writer",
            ms(cost.beside),
            "ms",
            Budget::None,
        );
    }
}

fn hash(commit: &Commit) -> [u8; 32] {
    besace_model::admission::commit_hash(&commit.change).0
}

fn long_entry(year: u16, number: u64) -> Say {
    Say::Journal(JournalCommand::AddJournalEntry {
        id: ulid(number + 1),
        date: format!("{year}-01-02"),
        text: "e".repeat(LONG_TEXT),
    })
}

/// A session's answers to some events, all in one change.
fn answer_all(
    doc: &mut Automerge,
    member: MemberId,
    session: u8,
    events: std::ops::Range<u64>,
    status: &str,
) -> Vec<u8> {
    doc.set_author(Some(Author::from(member.as_bytes().to_vec())));
    doc.set_actor(ActorId::from([session; 16]));
    let mut tx = doc.transaction();
    let (_, answers) = tx.get(ROOT, "answers").expect("a map").expect("stands");
    for number in events {
        let event = ulid(number).to_string();
        let found = tx.get(&answers, event.as_str()).expect("a map");
        let answer = match found {
            Some((_, answer)) => answer,
            None => tx
                .put_object(&answers, event, ObjType::Map)
                .expect("a new answer"),
        };
        tx.put(&answer, "status", status).expect("a word");
        tx.put(&answer, "for_sequence", i64::from(session) + 1)
            .expect("a number");
    }
    tx.commit_with(CommitOptions::default().with_time(1));
    let change = doc.get_last_local_change().expect("just made");
    change.raw_bytes().to_vec()
}

fn signed(founder: &Founder, head: &DocHead, device: &Device, change: Vec<u8>) -> Commit {
    let hash = besace_model::admission::commit_hash(&change).0;
    device.commit(head.id(founder.coop.id()), change, hash)
}

/// One more answer of a member who answered nearly 2,000 events, each from fifteen sessions apart.
fn answers_apart(setting: &Setting, report: &mut Report) {
    let data = fresh_folder("writer-answers");
    let mut founder = Founder::new(&data);
    let member = founder.member(&[Role::Entrepreneur]);
    let device = founder.device(member);
    let head = DocHead::rsvp(member);
    let events = setting.pick(ANSWERED, 100);
    let mut doc = Genesis::document(Kind::Rsvp);
    for start in (0..events).step_by(500) {
        let upto = events.min(start + 500);
        let change = answer_all(&mut doc, member, 100, start..upto, "tentative");
        let commit = signed(&founder, &head, &device, change);
        founder.admit(&head, &[commit]);
    }
    let base = doc.clone();
    for session in 0..SESSIONS {
        let mut apart = base.fork();
        for start in (0..events).step_by(1000) {
            let upto = events.min(start + 1000);
            let change = answer_all(&mut apart, member, session, start..upto, "accepted");
            let commit = signed(&founder, &head, &device, change);
            founder.admit(&head, &[commit]);
        }
        doc.merge(&mut apart).expect("it merges");
    }
    let mut bench = Bench::new(founder).restarted(&data);
    for (what, status) in [("not at hand", "declined"), ("at hand", "accepted")] {
        let change = answer_all(&mut doc, member, 101, 0..1, status);
        let commit = signed(&bench.founder, &head, &device, change);
        let cost = bench.accepted(one(&head, commit));
        held(
            report,
            &format!("one of {events} answers given {SESSIONS} times apart, {what}"),
            &cost,
        );
    }
}

fn an_event(number: u64) -> Say {
    Say::Event(EventCommand::CreateEvent {
        id: ulid(number),
        event: EventFields {
            title: "Atelier devis".into(),
            kind: EventKind::Workshop,
            description: String::new(),
            slots: vec![SlotFields {
                id: Ulid([1; 16]),
                start: "2026-12-01T09:00:00Z".into(),
                end: "2026-12-01T12:00:00Z".into(),
                place: "Salle du marché".into(),
            }],
            branch: String::new(),
            capacity: 20,
            signup_open: true,
            status: EventStatus::Confirmed,
        },
    })
}

/// One changes their mind about an event that so many answered.
fn popular_event(setting: &Setting, report: &mut Report) {
    for members in [setting.pick(600, 50), setting.pick(1_200, 100)] {
        let data = fresh_folder("writer-event");
        let (mut founder, crowd) = Founder::crowd(&data, members);
        let team = founder.member(&[Role::Comms]);
        let team = founder.device(team);
        let coop = founder.coop.id();
        let mut pen = Pen::new(coop, DocHead::event(ulid(0)), &team);
        let commit = pen.write(&team, &an_event(0), founder.now);
        founder.admit(&pen.head, &[commit]);
        let mut bench = Bench::new(founder);
        let mut docs = Vec::new();
        for devices in crowd.chunks(200) {
            let mut pushes = Vec::new();
            for device in devices {
                let mut doc = Genesis::document(Kind::Rsvp);
                let change = answer_all(&mut doc, device.member, 1, 0..1, "accepted");
                let head = DocHead::rsvp(device.member);
                pushes.extend(one(&head, signed(&bench.founder, &head, device, change)));
                docs.push(doc);
            }
            bench.accepted(pushes);
        }
        let (first, doc) = (&crowd[0], &mut docs[0]);
        let head = DocHead::rsvp(first.member);
        let mut longest: Option<Cost> = None;
        for status in ["declined", "accepted", "declined", "accepted"] {
            let change = answer_all(doc, first.member, 1, 0..1, status);
            let commit = signed(&bench.founder, &head, first, change);
            let cost = bench.accepted(one(&head, commit));
            if longest
                .as_ref()
                .is_none_or(|before| before.held < cost.held)
            {
                longest = Some(cost);
            }
        }
        let cost = longest.expect("four were measured");
        held(
            report,
            &format!("a change of mind about an event with {members} answers"),
            &cost,
        );
    }
}

/// As much as a push holds: of operations, documents, answers and refusals.
fn many_things(setting: &Setting, report: &mut Report) {
    let data = fresh_folder("writer-many");
    let mut founder = Founder::new(&data);
    let team = founder.member(&[Role::Comms]);
    let team = founder.device(team);
    let coop = founder.coop.id();
    let mut bench = Bench::new(founder);

    let mut pen = Pen::new(coop, DocHead::activity(team.member, 2026), &team);
    let says = [long_entry(2026, 0), long_entry(2026, 1)];
    let commits = pen.write_all(&team, says, bench.founder.now);
    let cost = bench.accepted(vec![pen.push(commits)]);
    held(report, &format!("{} operations", 2 * LONG_TEXT), &cost);

    let events = setting.pick(800, 200);
    let mut longest: Option<Cost> = None;
    for start in (0..events).step_by(100) {
        let pushes = (start..start + 100).map(|number| {
            let mut pen = Pen::new(coop, DocHead::event(ulid(number)), &team);
            let commit = pen.write(&team, &an_event(number), bench.founder.now);
            pen.push(vec![commit])
        });
        let pushes = pushes.collect();
        let cost = bench.accepted(pushes);
        if longest
            .as_ref()
            .is_none_or(|before| before.held < cost.held)
        {
            longest = Some(cost);
        }
    }
    let cost = longest.expect("some were measured");
    held(report, &format!("100 new events, {events} in all"), &cost);

    let mut doc = Genesis::document(Kind::Rsvp);
    let head = DocHead::rsvp(team.member);
    let change = answer_all(&mut doc, team.member, 1, 0..events, "accepted");
    let name = format!("answers to {events} events in {} KiB", change.len() / 1024);
    let commit = signed(&bench.founder, &head, &team, change);
    let cost = bench.accepted(one(&head, commit));
    held(report, &name, &cost);

    let head = DocHead::profile(team.member);
    let refused = |bench: &mut Bench, round: u64| {
        let commits = (0..100).map(|number| {
            let mut doc = Genesis::document(Kind::Profile);
            doc.set_author(Some(Author::from(team.member.as_bytes().to_vec())));
            let actor = ulid(round * 100 + number).0;
            doc.set_actor(ActorId::from(actor));
            let mut tx = doc.transaction();
            tx.put(ROOT, "nothing", 1_i64).expect("a number");
            tx.commit_with(CommitOptions::default().with_time(1));
            let change = doc.get_last_local_change().expect("just made");
            signed(&bench.founder, &head, &team, change.raw_bytes().to_vec())
        });
        let commits = commits.collect();
        let doc = DocName::Head(head.clone());
        let cost = bench.push(vec![DocPush { doc, commits }]);
        let is_refused = |verdict: &Verdict| matches!(verdict, Verdict::Refused(..));
        assert!(cost.verdicts.iter().all(is_refused), "{:?}", cost.verdicts);
        cost
    };
    let rounds = setting.pick(21, 3);
    for round in 1..rounds {
        refused(&mut bench, round);
    }
    let cost = refused(&mut bench, rounds);
    held(report, "100 refusals of a device with 2,000", &cost);
}
