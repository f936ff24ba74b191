//! The figures of one fan-out, beside those of the floor.

use besace_model::command::Command as Say;
use besace_model::kinds::profile::{ProfileCommand, ProfileSet};

use super::Outcome;
use crate::report::{Budget, Report};

pub(super) fn fan(report: &mut Report, readers: usize, ours: &Outcome, theirs: &Outcome) {
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
pub(super) fn tag(number: u64) -> Say {
    Say::Profile(ProfileCommand::SetProfileTag {
        set: ProfileSet::Skills,
        tag: format!("métier {}", number / 2 % 10),
        present: number.is_multiple_of(2),
    })
}
