//! Figure 5: changes on their way to other phones, beside the durable floor, with the same commits, the same readers and
//! the same machine.

use std::time::Duration;

use axum::body::Bytes;
use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::head::DocHead;
use besace_model::kind::Kind;
use besace_model::time::Timestamp;

use crate::coop::{Device, Founder, Pen, fresh_folder};
use crate::process::{PACE_LIFTED, Process, Relay};
use crate::report::{Report, Samples};
use crate::{Setting, line};

mod fan;
mod run;

use fan::{fan, tag};
pub(crate) use run::run;

/// Somebody writes, and others read along.
pub(crate) struct Room {
    pub(crate) writer: Device,
    pub(crate) readers: Vec<Device>,
    pub(crate) kind: Kind,
    pub(crate) frames: Vec<Bytes>,
}

impl Room {
    /// Somebody says all of this in one document, each in a frame of its own.
    pub(crate) fn of(
        pen: &mut Pen,
        writer: &Device,
        says: impl Iterator<Item = Say>,
        now: Timestamp,
    ) -> Self {
        let frame = |say: Say| {
            let commit = pen.write(writer, &say, now);
            line::push(vec![pen.push(vec![commit])]).into()
        };
        Self {
            frames: says.map(frame).collect(),
            writer: writer.clone(),
            readers: Vec::new(),
            kind: pen.head.kind,
        }
    }
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
            Room {
                readers: readers.map(|(first, _)| first.clone()).collect(),
                ..Room::of(&mut pen, &writer, (0..changes).map(tag), now)
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
