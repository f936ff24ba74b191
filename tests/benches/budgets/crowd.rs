//! Figure 9: two thousand phones, doing nothing and all at once.

use std::time::{Duration, Instant};

use besace_model::access::Role;
use besace_model::wire::Cursor;
use tokio::task::JoinSet;

use crate::Setting;
use crate::coop::{Device, Founder, expense, fresh_folder};
use crate::line::{self, Line, SYNC};
use crate::process::{PACE_LIFTED, Relay};
use crate::report::{Budget, Report, Samples, ms};

mod synced;

/// Devices of one member.
const DEVICES: usize = 8;
/// Descriptors this process and the relay need beside the sockets.
const SPARE_FILES: usize = 200;

pub(crate) async fn measure(setting: &Setting, report: &mut Report) {
    many(setting, report).await;
    synced::synced(setting, report).await;
}

async fn many(setting: &Setting, report: &mut Report) {
    let wanted = setting.pick(2_000, 80);
    let phones = wanted.min(files().saturating_sub(SPARE_FILES)) / DEVICES * DEVICES;
    report.part(&format!("{phones} phones of {} members", phones / DEVICES));
    if phones < wanted {
        report.note(&format!(
            "`ulimit -n` allows {} files: not {wanted} phones",
            files()
        ));
    }
    let data = fresh_folder("crowd");
    let mut founder = Founder::new(&data);
    let members: Vec<Vec<Device>> = (0..phones / DEVICES)
        .map(|_| {
            let member = founder.member(&[Role::Entrepreneur]);
            (0..DEVICES).map(|_| founder.device(member)).collect()
        })
        .collect();
    let coop = founder.close();
    let mut relay = Relay::start(&setting.relay, &data, coop, PACE_LIFTED);
    let mut crowd: Vec<(Device, Cursor)> = Vec::new();
    for devices in &members {
        // What a cursor says depends on the member alone.
        let (_, cursor) = Line::synced(&relay, &devices[0]).await.expect("a download");
        crowd.extend(
            devices
                .iter()
                .map(|device| (device.clone(), cursor.clone())),
        );
    }

    relay.restart();
    let first = Line::hello(&relay, &crowd[0].0, Some(crowd[0].1.clone())).await;
    let mut first = first.expect("a link");
    first.update().await.expect("an answer");
    tokio::time::sleep(Duration::from_millis(500)).await;
    let before = relay.process.rss_kib();
    let mut lines = Vec::new();
    for (device, cursor) in &crowd {
        let line = Line::hello(&relay, device, Some(cursor.clone())).await;
        let mut line = line.expect("a link");
        line.update().await.expect("an answer");
        lines.push(line);
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let after = relay.process.rss_kib();
    let cpu = relay.process.cpu_s();
    tokio::time::sleep(Duration::from_secs(setting.pick(3, 1))).await;
    let idle = (relay.process.cpu_s() - cpu) / setting.pick(3.0, 1.0) * 1e3;
    report.line(
        "memory of one idle connection",
        (after - before) / phones as f64,
        "KiB",
        Budget::Under(12.0),
    );
    report.line(
        "relay's memory with all of them",
        after / 1024.0,
        "MiB",
        Budget::Under(40.0),
    );
    report.line(
        "relay's memory before",
        before / 1024.0,
        "MiB",
        Budget::None,
    );
    report.line("relay's CPU while they idle", idle, "ms/s", Budget::None);
    drop((lines, first));

    // Somebody wrote something while the relay was away.
    relay.restart();
    let (mut line, _) = Line::synced(&relay, &crowd[0].0).await.expect("a link");
    let mut pen = crate::coop::Pen::new(
        coop,
        besace_model::head::DocHead::activity(crowd[0].0.member, 2026),
        &crowd[0].0,
    );
    let now = besace_server::clock::Clock::system().now();
    let commit = pen.write(&crowd[0].0, &expense(2026, 1), now);
    line.send(line::push(vec![pen.push(vec![commit])]))
        .await
        .expect("sent");
    line.update().await.expect("a verdict");
    drop(line);
    for signs_in in [false, true] {
        let cpu = relay.process.cpu_s();
        let (all, each) = rush(&relay, &crowd, signs_in).await;
        let cpu = relay.process.cpu_s() - cpu;
        let how = if signs_in {
            "with sign-in"
        } else {
            "with a token"
        };
        let name = |what: &str| format!("all at once, {how}: {what}");
        report.line(
            &name("all served"),
            all.as_secs_f64(),
            "s",
            Budget::Under(10.0),
        );
        report.line(&name("p99 of one"), each.p99(), "ms", Budget::None);
        report.line(
            &name("server CPU each"),
            cpu / phones as f64 * 1e6,
            "µs",
            Budget::None,
        );
    }
}

/// Everybody connects at the same time, and stays.
async fn rush(relay: &Relay, crowd: &[(Device, Cursor)], signs_in: bool) -> (Duration, Samples) {
    let port = relay.process.port;
    let phones: Vec<_> = crowd
        .iter()
        .map(|(device, cursor)| {
            let token = (!signs_in).then(|| relay.token(device));
            (device.clone(), cursor.clone(), token)
        })
        .collect();
    let mut tasks = JoinSet::new();
    let started = Instant::now();
    for (device, cursor, token) in phones {
        tasks.spawn(async move {
            let token = match token {
                Some(token) => token,
                None => line::sign_in(port, &device).await.expect("a token"),
            };
            let mut line = Line::open(port, SYNC).await.expect("a link");
            line.send(line::hello(token, Some(cursor)))
                .await
                .expect("sent");
            while line.update().await.expect("an answer").remaining > 0 {}
            (line, started.elapsed())
        });
    }
    let served = tasks.join_all().await;
    let all = started.elapsed();
    let each = served.iter().map(|(_, at)| ms(*at)).collect();
    (all, Samples(each))
}

/// How many files a process may have open.
fn files() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().nth(3)?.parse().ok());
    soft.unwrap_or(1_024)
}
