//! One run: some write, the others read, and everything is timed.

use std::time::{Duration, Instant};

use automerge::{Automerge, Change};
use axum::body::Bytes;
use besace_model::doc::genesis::Genesis;
use besace_model::kind::Kind;
use besace_model::wire::{ToPhone, ToRelay, decode};

use super::{Outcome, Pace, Room, Side};
use crate::coop::{Device, assert_accepted};
use crate::floor;
use crate::line::Line;
use crate::report::ms;

/// Nobody waits longer for a frame of a bench.
const FRAME_WAIT: Duration = Duration::from_secs(60);

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

pub(super) fn changes(frame: &[u8], is_floor: bool) -> Vec<Vec<u8>> {
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
