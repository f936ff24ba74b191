//! Figure 10: the relay is killed while commits are in flight; whatever it acknowledged must be there.

use crate::Setting;
use crate::kill::{self, CLIENTS};
use crate::report::{Budget, Report};

/// Commits that each client has ready.
const READY: u64 = 4_000;

pub(crate) async fn measure(setting: &Setting, report: &mut Report) {
    let rounds = setting.pick(8, 2);
    report.part(&format!(
        "kill -9 while {CLIENTS} clients write, {rounds} rounds"
    ));
    let toll = kill::rounds(&setting.relay, rounds, setting.pick(READY, 1_000)).await;
    report.line(
        "commits acknowledged before a kill",
        toll.acknowledged as f64,
        "",
        Budget::None,
    );
    report.line(
        "acknowledged and lost",
        toll.lost as f64,
        "",
        Budget::Under(0.0),
    );
    report.line(
        "acknowledged and given another place",
        toll.moved as f64,
        "",
        Budget::Under(0.0),
    );
}
