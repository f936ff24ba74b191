//! Figures 1 to 4: a phone comes back, comes new, and comes with work.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::CommitHash;
use besace_model::limits::{PUSH_COMMITS_MAX, PUSHES_IN_FLIGHT};
use besace_model::wire::{DocPush, Verdict};

use crate::Setting;
use crate::coop::{Device, Founder, Pen, assert_accepted, expense, fresh_folder, record, year};
use crate::handset::Handset;
use crate::line::{self, Line};
use crate::process::{PACE_LIFTED, PACE_REAL, Relay};
use crate::report::{Budget, Report, Samples, ms};

/// Changes of one record.
const CHANGES: u64 = 40;

/// A member with so many records.
struct Owner {
    records: usize,
    /// The phone that comes back.
    phone: Device,
    /// Another one of theirs.
    other: Device,
    pens: Vec<Pen>,
}

pub(crate) async fn measure(setting: &Setting, report: &mut Report) {
    let data = fresh_folder("sync");
    let mut founder = Founder::new(&data);
    let mut owners: Vec<Owner> = setting
        .pick(&[50, 200, 1_000][..], &[50][..])
        .iter()
        .map(|&records| owner(&mut founder, records))
        .collect();
    let coop = founder.close();
    let mut relay = Relay::start(&setting.relay, &data, coop, PACE_LIFTED);
    for owner in &mut owners {
        reconnect(setting, report, &relay, owner).await;
    }
    for owner in &owners {
        download(setting, report, &mut relay, owner).await;
    }
    drop(relay);
    upload(setting, report).await;
}

fn owner(founder: &mut Founder, records: usize) -> Owner {
    let member = founder.member(&[Role::Entrepreneur]);
    let (phone, other) = (founder.device(member), founder.device(member));
    let coop = founder.coop.id();
    let mut pens = Vec::new();
    for number in 0..records {
        let head = DocHead::activity(member, year(number));
        let mut pen = Pen::new(coop, head, &other);
        let commits = pen.write_all(&other, record(year(number), CHANGES), founder.now);
        founder.admit(&pen.head, &commits);
        pens.push(pen);
    }
    Owner {
        records,
        phone,
        other,
        pens,
    }
}

/// Figures 1 and 2.
async fn reconnect(setting: &Setting, report: &mut Report, relay: &Relay, owner: &mut Owner) {
    let records = owner.records;
    report.part(&format!(
        "a phone with {records} records comes back (the real replica)"
    ));
    let mut phone = Handset::new(relay.coop, &owner.phone);
    phone.connect(relay, Handset::is_complete).await;
    let (mut whole, mut answer) = (Samples::default(), Samples::default());
    let mut unchanged = 0;
    for _ in 0..setting.pick(20, 3) {
        phone = phone.reopened(relay.coop);
        let started = Instant::now();
        let effects = phone.load(phone.rows());
        let loaded = started.elapsed();
        drop(effects);
        phone = phone.reopened(relay.coop);
        let started = Instant::now();
        phone
            .connect(relay, |phone| !phone.received.is_empty())
            .await;
        whole.add(ms(started.elapsed().saturating_sub(loaded)));
        unchanged = phone.payload.0 + phone.payload.1;
    }
    let (read, written) = phone.bytes();
    // The exchange alone: a light client, the link already open.
    let (_, cursor) = Line::synced(relay, &owner.phone).await.expect("a download");
    let mut trips = 0.0;
    for _ in 0..setting.pick(50, 5) {
        let token = relay.token(&owner.phone);
        let mut line = Line::open(relay.process.port, line::SYNC)
            .await
            .expect("a link");
        let hello = line::hello(token, Some(cursor.clone()));
        let started = Instant::now();
        line.send(hello).await.expect("sent");
        trips = 0.0;
        loop {
            trips += 1.0;
            if line.update().await.expect("an answer").remaining == 0 {
                break;
            }
        }
        answer.add(ms(started.elapsed()));
    }
    let name = |what: &str| format!("reconnect {records}, unchanged: {what}");
    report.line(
        &name("bytes of frames both ways"),
        unchanged as f64,
        "bytes",
        Budget::Under(1024.0),
    );
    report.line(
        &name("bytes on the connection, handshake too"),
        (read + written) as f64,
        "bytes",
        Budget::None,
    );
    report.line(
        &name("round trips after the handshake"),
        trips,
        "",
        Budget::Under(1.0),
    );
    report.line(&name("hello to answer"), answer, "ms", Budget::Under(5.0));
    report.line(
        &name("connect, handshake, hello, answer taken in"),
        whole,
        "ms",
        Budget::Under(5.0),
    );

    // One in a hundred changes, made on the other phone.
    let changed = (records / 100).max(1);
    let mut bytes = 0;
    let (mut line, _) = Line::synced(relay, &owner.other).await.expect("a download");
    for number in 0..changed {
        let pen = &mut owner.pens[number * 97 % records];
        let year = pen.head.key.parse().expect("a year");
        let now = besace_server::clock::Clock::system().now();
        let commit = pen.write(&owner.other, &expense(year, 90_000 + number as u64), now);
        bytes += commit.change.len();
        line.send(line::push(vec![pen.push(vec![commit])]))
            .await
            .expect("sent");
        for verdict in line.update().await.expect("verdicts").verdicts {
            assert_accepted(&verdict.verdict);
        }
    }
    phone = phone.reopened(relay.coop);
    phone
        .connect(relay, |phone| {
            !phone.received.is_empty() && phone.is_complete()
        })
        .await;
    let total = phone.payload.0 + phone.payload.1;
    let name = |what: &str| format!("reconnect {records}, 1 % changed: {what}");
    report.line(
        &name("frames received"),
        phone.received.len() as f64,
        "",
        Budget::Under(1.0),
    );
    report.line(
        &name("bytes of the changes"),
        bytes as f64,
        "bytes",
        Budget::None,
    );
    report.explained(
        &name("bytes beyond the unchanged exchange"),
        total.saturating_sub(unchanged) as f64,
        "bytes",
        Budget::Under(bytes as f64 * 1.1),
        "each change names its document, 16 bytes and its framing beside one small change",
    );
}

/// Figure 3.
async fn download(setting: &Setting, report: &mut Report, relay: &mut Relay, owner: &Owner) {
    let records = owner.records;
    report.part(&format!(
        "a new phone downloads {records} records of {CHANGES} changes (the real replica)"
    ));
    let name = |what: &str| format!("download {records}: {what}");
    for restarted in [false, true] {
        let (mut wall, mut own, mut cpu) = Default::default();
        let (mut bytes, mut ratio) = (0, Samples::default());
        let times = setting.pick(3, 1);
        for _ in 0..times {
            if restarted {
                relay.restart();
            }
            let mut phone = Handset::new(relay.coop, &owner.phone);
            let (before, started) = (relay.process.cpu_s(), Instant::now());
            phone.connect(relay, Handset::is_complete).await;
            let elapsed = started.elapsed();
            Samples::add(&mut cpu, relay.process.cpu_s() - before);
            bytes = phone.payload.0;
            // Its memory is given back first, so that both ask the system for as much.
            let frames = std::mem::take(&mut phone.received);
            drop(phone);
            let mut again = Handset::new(relay.coop, &owner.phone);
            let alone = again.replay(&frames).await;
            Samples::add(&mut wall, ms(elapsed));
            Samples::add(&mut own, ms(alone));
            ratio.add(elapsed.as_secs_f64() / alone.as_secs_f64());
        }
        let when = if restarted {
            ", relay just restarted"
        } else {
            ""
        };
        let share = records as f64 / 1_000.0;
        report.line(
            &name(&format!("server CPU{when}")),
            cpu,
            "s",
            Budget::Under(0.1 * share),
        );
        report.line(&name(&format!("wall{when}")), wall, "ms", Budget::None);
        report.line(
            &name(&format!("the client's own part{when}")),
            own,
            "ms",
            Budget::None,
        );
        report.line(
            &name(&format!("wall / own part{when}")),
            ratio,
            "x",
            Budget::Under(1.2),
        );
        if !restarted {
            report.line(&name("bytes"), bytes as f64, "bytes", Budget::None);
        }
    }
}

/// Figure 4.
async fn upload(setting: &Setting, report: &mut Report) {
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
    let (mut line, _) = Line::synced(&relay, &first).await.expect("a link");
    let (before, started) = (relay.process.cpu_s(), Instant::now());
    let commits = push_all(&mut line, pushes).await;
    let wall = started.elapsed().as_secs_f64();
    let cpu = relay.process.cpu_s() - before;
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

/// Pushes with the window a phone uses: at most so many pushes' commits without a verdict. How many were accepted.
async fn push_all(line: &mut Line, pushes: Vec<DocPush>) -> usize {
    let mut waiting: BTreeMap<CommitHash, ()> = BTreeMap::new();
    let (mut accepted, mut in_flight) = (0, 0);
    for frame in frames(pushes) {
        let commits: usize = frame.iter().map(|push| push.commits.len()).sum();
        while in_flight + commits > PUSHES_IN_FLIGHT * PUSH_COMMITS_MAX {
            let done = verdicts(line, &mut waiting).await;
            in_flight -= done;
            accepted += done;
        }
        line.send(line::push(frame)).await.expect("sent");
        in_flight += commits;
    }
    while in_flight > 0 {
        let done = verdicts(line, &mut waiting).await;
        in_flight -= done;
        accepted += done;
    }
    accepted
}

/// Fills each push to its brim, as a phone does.
fn frames(pushes: Vec<DocPush>) -> Vec<Vec<DocPush>> {
    let mut frames: Vec<Vec<DocPush>> = vec![Vec::new()];
    let mut room = PUSH_COMMITS_MAX;
    for mut push in pushes {
        while !push.commits.is_empty() {
            if room == 0 {
                frames.push(Vec::new());
                room = PUSH_COMMITS_MAX;
            }
            let rest = push.commits.split_off(room.min(push.commits.len()));
            room -= push.commits.len();
            let doc = push.doc.clone();
            let commits = std::mem::replace(&mut push.commits, rest);
            if let Some(frame) = frames.last_mut() {
                frame.push(DocPush { doc, commits });
            }
        }
    }
    frames
}

async fn verdicts(line: &mut Line, seen: &mut BTreeMap<CommitHash, ()>) -> usize {
    let wait = Duration::from_secs(60);
    let update = tokio::time::timeout(wait, line.update())
        .await
        .expect("in time")
        .expect("verdicts");
    for verdict in &update.verdicts {
        assert!(
            matches!(verdict.verdict, Verdict::Accepted(_)),
            "{:?}",
            verdict.verdict
        );
        assert!(seen.insert(verdict.hash, ()).is_none(), "one verdict each");
    }
    update.verdicts.len()
}
