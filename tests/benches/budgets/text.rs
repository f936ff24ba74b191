//! Figure 8: one more character in a text with a very long history.

use besace_model::kinds::journal::JournalCommand;
use std::time::Instant;

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::head::DocHead;
use besace_model::limits::DOC_BYTES_MAX;

use crate::Setting;
use crate::coop::{Founder, Pen, assert_accepted, fresh_folder, ulid};
use crate::line::{self, Line};
use crate::process::{PACE_LIFTED, Relay};
use crate::report::{Budget, Report, Samples, ms};

mod typed;

/// The year of the journal.
const YEAR: u16 = 2026;
/// Changes written after the history.
const EDITS: usize = 40;

/// The line that is typed on.
fn begin() -> Say {
    Say::Journal(JournalCommand::AddJournalEntry {
        id: ulid(1),
        date: format!("{YEAR}-01-02"),
        text: "x".into(),
    })
}

pub(crate) async fn measure(setting: &Setting, report: &mut Report) {
    edited(setting, report).await;
    typed::typed(setting, report).await;
}

async fn edited(setting: &Setting, report: &mut Report) {
    let data = fresh_folder("text");
    let mut founder = Founder::new(&data);
    let member = founder.member(&[Role::Entrepreneur]);
    let device = founder.device(member);
    let coop = founder.coop.id();
    let mut pen = Pen::new(coop, DocHead::journal(member, YEAR), &device);
    let mut commits = vec![pen.write(&device, &begin(), founder.now)];
    let wanted = setting.pick(100_000, 3_000);
    // The accepted changes of one document have a greatest size; some room is left for the edits.
    let room = DOC_BYTES_MAX as usize - EDITS * 1024;
    let mut bytes = 0;
    let mut length = 1;
    while commits.len() < wanted && bytes < room {
        let removes = commits.len() % 3 == 0;
        let commit = pen.type_one(&device, ulid(1), length / 2, removes);
        length = if removes { length - 1 } else { length + 1 };
        bytes += commit.change.len();
        commits.push(commit);
    }
    let changes = commits.len();
    report.part(&format!(
        "a text of {changes} changes, {length} characters long"
    ));
    if changes < wanted {
        report.note(&format!(
            "a document holds {DOC_BYTES_MAX} bytes of changes, not {wanted} changes"
        ));
    }
    let started = Instant::now();
    founder.admit(&pen.head, &commits);
    let each = started.elapsed().as_secs_f64() / changes as f64 * 1e6;
    report.line(
        "admission while it grew, in process",
        each,
        "µs",
        Budget::None,
    );
    founder.close();

    let relay = Relay::start(&setting.relay, &data, coop, PACE_LIFTED);
    let mut line = Line::hello(&relay, &device, None).await.expect("a link");
    while line.update().await.expect("a page").remaining > 0 {}
    let mut waits = Samples::default();
    for edit in 0..EDITS {
        let commit = pen.type_one(&device, ulid(1), length / 3 + edit, false);
        let frame = line::push(vec![pen.push(vec![commit])]);
        let started = Instant::now();
        line.send(frame).await.expect("sent");
        let update = line.update().await.expect("a verdict");
        waits.add(ms(started.elapsed()));
        assert_accepted(&update.verdicts[0].verdict);
    }
    let first = waits.0.remove(0);
    report.line(
        "the first edit acknowledged after the relay's start",
        first,
        "ms",
        Budget::None,
    );
    report.line("one edit acknowledged", waits, "ms", Budget::Under(8.0));
    report.line(
        "relay's memory meanwhile",
        relay.process.rss_kib() / 1024.0,
        "MiB",
        Budget::None,
    );
}
