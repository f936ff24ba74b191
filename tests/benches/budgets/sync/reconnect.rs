//! A phone comes back.

use std::time::Instant;

use super::Owner;
use crate::Setting;
use crate::coop::{assert_accepted, expense};
use crate::handset::Handset;
use crate::line::{self, Line};
use crate::process::Relay;
use crate::report::{Budget, Report, Samples, ms};

/// Figures 1 and 2.
pub(super) async fn reconnect(
    setting: &Setting,
    report: &mut Report,
    relay: &Relay,
    owner: &mut Owner,
) {
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
