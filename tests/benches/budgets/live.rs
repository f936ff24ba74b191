//! Figure 5: changes on their way to other phones, beside the durable floor, with the same commits, the same readers and
//! the same machine.

use besace_model::kinds::profile::ProfileCommand;
use std::time::{Duration, Instant};

use automerge::{Automerge, Change};
use axum::body::Bytes;
use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::kind::Kind;
use besace_model::kinds::profile::ProfileSet;
use besace_model::wire::{ToPhone, ToRelay, decode};

use crate::Setting;
use crate::coop::{Device, Founder, Pen, assert_accepted, fresh_folder};
use crate::floor;
use crate::line::{self, Line};
use crate::process::{PACE_LIFTED, Process, Relay};
use crate::report::{Budget, Report, Samples, ms};

/// Nobody waits longer for a frame of a bench.
const FRAME_WAIT: Duration = Duration::from_secs(60);

/// Somebody writes, and others read along.
pub(crate) struct Room {
    pub(crate) writer: Device,
    pub(crate) readers: Vec<Device>,
    pub(crate) kind: Kind,
    pub(crate) frames: Vec<Bytes>,
}

/// How fast writers write.
#[derive(Clone, Copy)]
pub(crate) enum Pace {
    Every(Duration),
    /// The next when the last was acknowledged.
    Acknowledged,
}

#[derive(Clone, Copy)]
pub(crate) enum Side<'a> {
    Relay(&'a Relay),
    Floor(&'a Process),
}

/// What came of it.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) delivered: Samples,
    pub(crate) acknowledged: Samples,
    pub(crate) cpu: Samples,
    pub(crate) commits: usize,
    pub(crate) wall: Duration,
}

impl Outcome {
    /// Seconds of CPU of the last run.
    pub(crate) fn last_cpu(&self) -> f64 {
        self.cpu.0.last().copied().unwrap_or(f64::NAN)
    }
}

/// People of a bench, each with two phones, and where their relay keeps them.
pub(crate) struct Crowd {
    pub(crate) data: std::path::PathBuf,
    pub(crate) founder: Founder,
    pub(crate) pairs: Vec<(Device, Device)>,
}

impl Crowd {
    pub(crate) fn new(name: &str, people: usize) -> Self {
        let data = fresh_folder(name);
        let mut founder = Founder::new(&data);
        let pairs = (0..people).map(|_| {
            let member = founder.member(&[Role::Entrepreneur]);
            (founder.device(member), founder.device(member))
        });
        let pairs = pairs.collect();
        Self {
            data,
            founder,
            pairs,
        }
    }

    /// The relay and the floor, on the same disk.
    pub(crate) fn serve(self, setting: &Setting) -> (Relay, Process) {
        let coop = self.founder.close();
        let relay = Relay::start(&setting.relay, &self.data, coop, PACE_LIFTED);
        (relay, crate::process::floor(&self.data.join("floor.db")))
    }
}

/// Figure 5: one writes, others read along.
pub(crate) async fn measure(setting: &Setting, report: &mut Report) {
    let mut crowd = Crowd::new("live", setting.pick(100, 10));
    let (coop, now) = (crowd.founder.coop.id(), crowd.founder.now);
    let changes = setting.pick(125, 20);
    let mut fans = Vec::new();
    for readers in setting.pick(&[1, 10, 100][..], &[1, 10][..]) {
        let rooms = (0..setting.pick(2, 1)).map(|_| {
            let member = crowd.founder.member(&[Role::Entrepreneur]);
            let writer = crowd.founder.device(member);
            let mut pen = Pen::new(coop, DocHead::profile(member), &writer);
            let readers = crowd.pairs.iter().take(*readers);
            let frames = (0..changes).map(|number| frame(&mut pen, &writer, &tag(number), now));
            Room {
                frames: frames.collect(),
                readers: readers.map(|(first, _)| first.clone()).collect(),
                writer,
                kind: Kind::Profile,
            }
        });
        fans.push((*readers, rooms.collect::<Vec<_>>()));
    }
    let (relay, beside) = crowd.serve(setting);
    for (readers, rooms) in fans {
        report.part(&format!(
            "one writes 25 changes a second, {readers} phones read along"
        ));
        let (mut ours, mut theirs) = (Outcome::default(), Outcome::default());
        for room in rooms {
            let rooms = [room];
            let pace = Pace::Every(Duration::from_millis(40));
            run(Side::Floor(&beside), &rooms, pace, &mut theirs).await;
            run(Side::Relay(&relay), &rooms, pace, &mut ours).await;
        }
        fan(report, readers, &ours, &theirs);
    }
}

fn fan(report: &mut Report, readers: usize, ours: &Outcome, theirs: &Outcome) {
    let name = |what: &str| format!("change to {readers} other phones: {what}");
    let judged = readers != 10;
    report.line(&name("p50"), ours.delivered.p50(), "ms", Budget::None);
    report.line(
        &name("p50 of the floor"),
        theirs.delivered.p50(),
        "ms",
        Budget::None,
    );
    report.line(&name("p99"), ours.delivered.p99(), "ms", Budget::None);
    report.line(
        &name("p99 of the floor"),
        theirs.delivered.p99(),
        "ms",
        Budget::None,
    );
    report.line(
        &name("p50 / floor"),
        ours.delivered.p50() / theirs.delivered.p50(),
        "x",
        Budget::None,
    );
    let budget = if judged {
        Budget::Under(2.0)
    } else {
        Budget::None
    };
    report.line(
        &name("p99 / floor"),
        ours.delivered.p99() / theirs.delivered.p99(),
        "x",
        budget,
    );
    report.line(
        &name("acknowledged p50"),
        ours.acknowledged.p50(),
        "ms",
        Budget::None,
    );
    let per = |outcome: &Outcome| outcome.cpu.0.iter().sum::<f64>() / outcome.commits as f64 * 1e6;
    report.line(
        &name("server CPU per change"),
        per(ours),
        "µs",
        Budget::None,
    );
    report.line(
        &name("the floor's CPU per change"),
        per(theirs),
        "µs",
        Budget::None,
    );
}

/// A small change of one's profile: a word comes, or goes.
fn tag(number: u64) -> Say {
    Say::Profile(ProfileCommand::SetProfileTag {
        set: ProfileSet::Skills,
        tag: format!("métier {}", number / 2 % 10),
        present: number.is_multiple_of(2),
    })
}

pub(crate) fn frame(
    pen: &mut Pen,
    writer: &Device,
    say: &Say,
    now: besace_model::time::Timestamp,
) -> Bytes {
    let commit = pen.write(writer, say, now);
    line::push(vec![pen.push(vec![commit])]).into()
}

/// Lets the rooms live, and adds what was measured.
pub(crate) async fn run(side: Side<'_>, rooms: &[Room], pace: Pace, outcome: &mut Outcome) {
    let (mut writers, mut readers) = (Vec::new(), Vec::new());
    for (number, room) in rooms.iter().enumerate() {
        // Rooms of the floor are new each time.
        let key = outcome.commits + number + room.readers.len() * 1_000_000;
        for reader in &room.readers {
            let line = join(side, reader, key).await;
            let is_floor = matches!(side, Side::Floor(_));
            let task = tokio::spawn(read(line, room.kind, room.frames.len(), is_floor));
            readers.push((number, task));
        }
        writers.push((number, join(side, &room.writer, key).await));
    }
    let process = match side {
        Side::Relay(relay) => &relay.process,
        Side::Floor(floor) => floor,
    };
    let (before, started) = (process.cpu_s(), Instant::now());
    let count = rooms.len() as u32;
    let writers: Vec<_> = writers
        .into_iter()
        .map(|(number, line)| {
            let wait = match pace {
                Pace::Every(every) => every * number as u32 / count,
                Pace::Acknowledged => Duration::ZERO,
            };
            tokio::spawn(write(line, rooms[number].frames.clone(), pace, wait))
        })
        .collect();
    let mut sent = Vec::new();
    for writer in writers {
        let (at, acknowledged) = writer.await.expect("a writer ends well");
        let waits = at
            .iter()
            .zip(&acknowledged)
            .map(|(from, to)| ms(*to - *from));
        outcome.acknowledged.0.extend(waits);
        sent.push(at);
    }
    for (number, reader) in readers {
        let heard = reader.await.expect("a reader ends well");
        let waits = sent[number]
            .iter()
            .zip(&heard)
            .map(|(from, to)| ms(*to - *from));
        outcome.delivered.0.extend(waits);
    }
    outcome.wall += started.elapsed();
    outcome.cpu.add(process.cpu_s() - before);
    outcome.commits += rooms.iter().map(|room| room.frames.len()).sum::<usize>();
}

async fn join(side: Side<'_>, device: &Device, room: usize) -> Line {
    match side {
        Side::Relay(relay) => Line::synced(relay, device).await.expect("a link").0,
        Side::Floor(floor) => {
            let line = Line::open(floor.port, &format!("/room/{room}")).await;
            line.expect("a room")
        }
    }
}

/// Writes everything; when each was sent, and when it was acknowledged.
async fn write(
    mut line: Line,
    frames: Vec<Bytes>,
    pace: Pace,
    wait: Duration,
) -> (Vec<Instant>, Vec<Instant>) {
    tokio::time::sleep(wait).await;
    let (mut sent, mut acknowledged) = (Vec::new(), Vec::new());
    let every = match pace {
        Pace::Every(every) => every,
        Pace::Acknowledged => Duration::from_secs(3600),
    };
    let mut ticks = tokio::time::interval(every);
    while acknowledged.len() < frames.len() {
        let is_due = match pace {
            Pace::Every(_) => false,
            Pace::Acknowledged => acknowledged.len() == sent.len(),
        };
        if is_due {
            let frame = frames[sent.len()].clone();
            sent.push(Instant::now());
            line.send(frame).await.expect("sent");
        }
        tokio::select! {
            _ = ticks.tick(), if matches!(pace, Pace::Every(_)) && sent.len() < frames.len() => {
                let frame = frames[sent.len()].clone();
                sent.push(Instant::now());
                line.send(frame).await.expect("sent");
            }
            frame = tokio::time::timeout(FRAME_WAIT, line.next()) => {
                let frame = frame.expect("in time").expect("the link stands");
                let count = acknowledgements(&frame);
                acknowledged.extend(std::iter::repeat_n(Instant::now(), count));
            }
        }
    }
    (sent, acknowledged)
}

fn acknowledgements(frame: &[u8]) -> usize {
    if frame == floor::ACK {
        return 1;
    }
    match decode(frame) {
        Ok(ToPhone::Update(update)) => {
            for verdict in &update.verdicts {
                assert_accepted(&verdict.verdict);
            }
            update.verdicts.len()
        }
        other => panic!("not an update: {other:?}"),
    }
}

/// Reads and applies so many changes; when each was there.
async fn read(mut line: Line, kind: Kind, count: usize, is_floor: bool) -> Vec<Instant> {
    let mut doc = Genesis::document(kind);
    let mut heard = Vec::with_capacity(count);
    while heard.len() < count {
        let frame = tokio::time::timeout(FRAME_WAIT, line.next()).await;
        let frame = frame.expect("in time").expect("the link stands");
        for change in changes(&frame, is_floor) {
            take_in(&mut doc, change);
            heard.push(Instant::now());
        }
    }
    heard
}

fn changes(frame: &[u8], is_floor: bool) -> Vec<Vec<u8>> {
    if is_floor {
        let Ok(ToRelay::Push(pushes)) = decode(frame) else {
            panic!("the floor sends pushes")
        };
        let commits = pushes.into_iter().flat_map(|push| push.commits);
        return commits.map(|commit| commit.change).collect();
    }
    match decode(frame) {
        Ok(ToPhone::Update(update)) => {
            let logged = update.docs.into_iter().flat_map(|doc| doc.changes);
            logged.map(|logged| logged.change).collect()
        }
        other => panic!("not an update: {other:?}"),
    }
}

fn take_in(doc: &mut Automerge, change: Vec<u8>) {
    let change = Change::from_bytes(change).expect("a change");
    doc.apply_changes([change]).expect("it applies");
}
