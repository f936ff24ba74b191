//! As much as fits, as fast as it goes.

use std::time::Duration;

use crate::coop::fresh_folder;
use crate::live::{Outcome, Pace, Room, Side, run};
use crate::process::{Process, Relay};
use crate::report::{Budget, Report, Samples};
use crate::{Setting, floor};

/// What the floor does not do.
pub(super) const SIGNATURE: &str = "the floor verifies no signature (23 to 30 µs each), judges nothing, and \
     keeps no index of its log (two of three pages a commit)";

pub(super) async fn hurry(
    setting: &Setting,
    report: &mut Report,
    relay: &Relay,
    beside: &Process,
    rounds: &[Vec<Room>],
) {
    let clients = rounds[0].len();
    report.part(&format!(
        "{clients} clients, each sends the next commit when the last was acknowledged"
    ));
    let (mut ours, mut theirs) = (Outcome::default(), Outcome::default());
    let mut ratios = Samples::default();
    for rooms in rounds {
        run(Side::Floor(beside), rooms, Pace::Acknowledged, &mut theirs).await;
        run(Side::Relay(relay), rooms, Pace::Acknowledged, &mut ours).await;
        ratios.add(ours.last_cpu() / theirs.last_cpu());
    }
    let bytes = rounds[0][0].frames[1].len();
    let file = fresh_folder("bare").join("bare.db");
    let time = Duration::from_secs_f64(setting.pick(2.0, 0.3));
    let bare = floor::bare_sqlite(&file, bytes, clients, time);
    let rate = |outcome: &Outcome| outcome.commits as f64 / outcome.wall.as_secs_f64();
    let per = |outcome: &Outcome| outcome.cpu.0.iter().sum::<f64>() / outcome.commits as f64 * 1e6;
    let name = |what: &str| format!("{clients} hurried clients: {what}");
    report.line(
        &name("acknowledged commits"),
        rate(&ours),
        "/s",
        Budget::Over(5_000.0),
    );
    report.line(&name("the floor's"), rate(&theirs), "/s", Budget::None);
    report.line(
        &format!("SQLite alone, {clients} rows of {bytes} bytes a commit"),
        bare,
        "/s",
        Budget::None,
    );
    report.line(
        &name("floor / ours"),
        rate(&theirs) / rate(&ours),
        "x",
        Budget::None,
    );
    report.line(
        &name("acknowledged p50"),
        ours.acknowledged.p50(),
        "ms",
        Budget::None,
    );
    report.line(
        &name("acknowledged p99"),
        ours.acknowledged.p99(),
        "ms",
        Budget::None,
    );
    report.line(
        &name("server CPU per commit"),
        per(&ours),
        "µs",
        Budget::None,
    );
    report.line(
        &name("the floor's CPU per commit"),
        per(&theirs),
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
