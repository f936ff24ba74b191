//! Many small cooperatives in one relay: what it costs to have them, and what the first phone of each waits.

use std::time::Instant;

use besace_model::access::Role;

use crate::Setting;
use crate::coop::{Device, Founder, fresh_folder};
use crate::line::{self, Line, SYNC};
use crate::process::{PACE_REAL, Relay};
use crate::report::{Budget, Report, Samples};

/// Members of each.
const MEMBERS: usize = 10;

/// Starts a relay with many cooperatives that nobody uses yet; then one phone of each comes.
pub(super) async fn resting(setting: &Setting, report: &mut Report) {
    let data = fresh_folder("resting");
    let count = setting.pick(500, 10);
    let found = |number| {
        let mut founder = Founder::numbered(&data, number);
        let members: Vec<_> = (0..MEMBERS)
            .map(|_| founder.member(&[Role::Director]))
            .collect();
        let phone = founder.device(members[0]);
        (founder.close(), phone)
    };
    let (ids, phones): (Vec<_>, Vec<Device>) = (0..count).map(found).unzip();
    report.part(&format!("{count} cooperatives of {MEMBERS} members"));
    let name = |what: &str| format!("{count} cooperatives: {what}");
    // What they were made with is derived and tried once.
    let mut relay = Relay::start(&setting.relay, &data, ids[0], PACE_REAL);
    relay.process.at_rest().await;
    relay.process.stop();
    let started = Instant::now();
    relay.again();
    let seconds = started.elapsed().as_secs_f64();
    let budget = |most| setting.pick(Budget::Under(most), Budget::None);
    report.line(&name("start"), seconds, "s", budget(2.0));
    let memory = |relay: &Relay| relay.process.rss_kib() / 1024.0;
    report.line(&name("memory"), memory(&relay), "MiB", budget(300.0));
    let descriptors = relay.process.descriptors() as f64;
    report.line(&name("descriptors"), descriptors, "", budget(1_024.0));
    let mut first = Samples::default();
    for phone in &phones {
        let began = Instant::now();
        let token = line::sign_in(relay.process.port, phone).await;
        let token = token.expect("the phone is known");
        let mut line = Line::open(relay.process.port, SYNC).await.expect("a link");
        line.send(line::hello(token, None)).await.expect("a link");
        line.update().await.expect("a page");
        first.add(began.elapsed().as_secs_f64() * 1e3);
    }
    report.line(
        &name("first page of each, p50"),
        first.p50(),
        "ms",
        Budget::None,
    );
    report.line(
        &name("first page of each, p99"),
        first.p99(),
        "ms",
        Budget::None,
    );
    report.line(
        &name("memory once all were used"),
        memory(&relay),
        "MiB",
        Budget::None,
    );
}
