//! A phone comes with work.

use std::path::Path;
use std::time::Instant;

use besace_model::access::Role;
use besace_model::head::DocHead;

use super::CHANGES;
use crate::Setting;
use crate::coop::{Device, Founder, Pen, expense, fresh_folder, record, year};
use crate::handset::Handset;
use crate::line::{self, Line};
use crate::process::{PACE_REAL, Relay};
use crate::report::{Budget, Report};

/// Bytes of the disk that a commit may take: 8 MiB for 40,000.
const DISK_BYTES: f64 = 8.0 * 1024.0 * 1024.0 / 40_000.0;

/// What a cooperative's file and what lies beside it take of the disk.
fn disk_bytes(data: &Path) -> f64 {
    let files = std::fs::read_dir(data.join("coops")).expect("the folder is there");
    let sizes = files.map(|file| file.expect("an entry").metadata().expect("a file").len());
    sizes.sum::<u64>() as f64
}

/// Figure 4.
pub(super) async fn upload(setting: &Setting, report: &mut Report) {
    let records = setting.pick(1_000, 50);
    report.part(&format!("{records} records written offline are uploaded"));
    let data = fresh_folder("upload");
    let mut founder = Founder::new(&data);
    let member = founder.member(&[Role::Entrepreneur]);
    let (first, second) = (founder.device(member), founder.device(member));
    let now = founder.now;
    let coop = founder.close();
    let mut pushes = Vec::new();
    for number in 0..records {
        let mut pen = Pen::new(coop, DocHead::activity(member, year(number)), &first);
        let commits = pen.write_all(&first, record(year(number), CHANGES), now);
        pushes.push(pen.push(commits));
    }
    let relay = Relay::start(&setting.relay, &data, coop, PACE_REAL);
    let mut line = Line::short(&relay, &first).await.expect("a link");
    let frames = line::short::ready(pushes);
    let (heard, said) = line.bytes();
    let (before, started) = (relay.process.cpu_s(), Instant::now());
    let commits = line.push_all(frames).await;
    let wall = started.elapsed().as_secs_f64();
    let cpu = relay.process.cpu_s() - before;
    let bytes = (line.bytes().0 - heard, line.bytes().1 - said);
    drop(line);
    let name = |what: &str| format!("upload {records} records x {CHANGES} changes: {what}");
    report.line(
        &name("admitted and durable"),
        wall,
        "s",
        Budget::Under(records as f64 / 1_000.0),
    );
    report.line(
        &name("commits a second"),
        commits as f64 / wall,
        "/s",
        Budget::None,
    );
    report.line(
        &name("server CPU per commit"),
        cpu / commits as f64 * 1e6,
        "µs",
        Budget::None,
    );
    let each = |bytes: usize| bytes as f64 / commits as f64;
    let budget = Budget::Under(75.0);
    report.line(&name("bytes up, a commit"), each(bytes.1), "bytes", budget);
    let budget = Budget::Under(9.0);
    report.line(
        &name("bytes down, a commit"),
        each(bytes.0),
        "bytes",
        budget,
    );
    relay.process.at_rest().await;
    let budget = Budget::Under(commits as f64 * DISK_BYTES);
    report.line(
        &name("file and write-ahead log, once all is quiet"),
        disk_bytes(&data),
        "bytes",
        budget,
    );

    // The real replica, one new expense in each record.
    let commands = records.min(1_000);
    let mut phone = written_offline(&relay, &second, commands, 1).await;
    let started = Instant::now();
    phone.connect(&relay, |phone| phone.unsent() == 0).await;
    let name = format!("upload by the real replica, {commands} commands");
    report.line(&name, started.elapsed().as_secs_f64(), "s", Budget::None);
}

/// A phone that knows its documents and wrote so many commands without signal.
async fn written_offline(relay: &Relay, device: &Device, commands: usize, turn: u64) -> Handset {
    let mut phone = Handset::new(relay.coop, device);
    phone.connect(relay, Handset::is_complete).await;
    let mut phone = phone.reopened(relay.coop);
    phone.load(phone.rows());
    for number in 0..commands {
        let command = expense(year(number % 1_000), turn * 1_000_000 + number as u64);
        phone.tap(command).await;
    }
    assert_eq!(phone.unsent(), commands);
    phone.reopened(relay.coop)
}
