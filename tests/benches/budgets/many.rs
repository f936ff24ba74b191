//! Figures 6 and 7: many write at once, and as much as fits; beside the durable floor.

use std::time::Duration;

use besace_model::head::DocHead;

use crate::Setting;
use crate::coop::{Device, Pen, forecast};
use crate::live::{Crowd, Outcome, Pace, Room, Side, run};
use crate::report::{Budget, Report, Samples};

mod hurry;
mod resting;

use hurry::{SIGNATURE, hurry};
use resting::resting;

/// Figures 6 and 7: many write at once.
pub(crate) async fn measure(setting: &Setting, report: &mut Report) {
    let crowd = Crowd::new("many", setting.pick(50, 5));
    let (coop, now) = (crowd.founder.coop.id(), crowd.founder.now);
    let room = |pair: &(Device, Device), year: u16, changes: u64, reads: bool| {
        let (writer, reader) = pair.clone();
        let mut pen = Pen::new(coop, DocHead::activity(writer.member, year), &writer);
        let says = (0..changes).map(|number| forecast(year, number));
        Room {
            readers: if reads { vec![reader] } else { Vec::new() },
            ..Room::of(&mut pen, &writer, says, now)
        }
    };
    // New documents in each round.
    let rounds = |first: u16, changes: u64, reads: bool| -> Vec<Vec<Room>> {
        let years = first..first + setting.pick(3, 1);
        let round = |year| {
            let pairs = crowd.pairs.iter();
            pairs.map(|pair| room(pair, year, changes, reads)).collect()
        };
        years.map(round).collect()
    };
    let paired = rounds(2000, setting.pick(50, 10), true);
    let hurried = rounds(2010, setting.pick(500, 40), false);
    let (relay, beside) = crowd.serve(setting);
    pair_up(report, Side::Relay(&relay), Side::Floor(&beside), &paired).await;
    hurry(setting, report, &relay, &beside, &hurried).await;
    drop((relay, beside));
    resting(setting, report).await;
}

async fn pair_up(report: &mut Report, ours: Side<'_>, theirs: Side<'_>, rounds: &[Vec<Room>]) {
    let people = rounds[0].len();
    report.part(&format!(
        "{people} people write 10 changes a second each, their other phone reads along"
    ));
    let (mut relay, mut floor) = (Outcome::default(), Outcome::default());
    let pace = Pace::Every(Duration::from_millis(100));
    let mut ratios = Samples::default();
    for rooms in rounds {
        run(theirs, rooms, pace, &mut floor).await;
        run(ours, rooms, pace, &mut relay).await;
        ratios.add(relay.last_cpu() / floor.last_cpu());
    }
    let name = |what: &str| format!("{people} pairs: {what}");
    report.line(&name("p50"), relay.delivered.p50(), "ms", Budget::None);
    report.line(
        &name("p50 of the floor"),
        floor.delivered.p50(),
        "ms",
        Budget::None,
    );
    report.line(&name("p99"), relay.delivered.p99(), "ms", Budget::None);
    report.line(
        &name("p99 of the floor"),
        floor.delivered.p99(),
        "ms",
        Budget::None,
    );
    let per = |outcome: &Outcome| outcome.cpu.0.iter().sum::<f64>() / outcome.commits as f64 * 1e6;
    report.line(
        &name("server CPU per commit"),
        per(&relay),
        "µs",
        Budget::None,
    );
    report.line(
        &name("the floor's CPU per commit"),
        per(&floor),
        "µs",
        Budget::None,
    );
    report.explained(
        &name("server CPU per commit / floor"),
        ratios,
        "x",
        Budget::Under(1.5),
        SIGNATURE,
    );
}
