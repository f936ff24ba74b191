//! A text typed offline, keystroke by keystroke, that comes at once.

use std::time::{Duration, Instant};

use besace_model::access::Role;
use besace_model::head::DocHead;

use super::{YEAR, begin};
use crate::Setting;
use crate::coop::{Founder, Pen, fresh_folder, ulid};
use crate::line::{self, Line};
use crate::process::{PACE_LIFTED, Relay};
use crate::report::{Budget, Report};

/// How long the relay is watched after the last verdict, for what it does once nobody waits.
const AFTER: Duration = Duration::from_secs(3);

pub(super) async fn typed(setting: &Setting, report: &mut Report) {
    let keys = setting.pick(60_000, 2_000);
    report.part(&format!("a text of {keys} keystrokes comes at once"));
    let data = fresh_folder("typed");
    let mut founder = Founder::new(&data);
    let member = founder.member(&[Role::Entrepreneur]);
    let device = founder.device(member);
    let now = founder.now;
    let coop = founder.close();
    let mut pen = Pen::new(coop, DocHead::journal(member, YEAR), &device);
    let mut commits = vec![pen.write(&device, &begin(), now)];
    let mut length = 1;
    while commits.len() <= keys {
        // A text has a longest length: one in three takes away.
        let removes = commits.len() % 3 == 0;
        let place = if removes { length - 1 } else { length };
        commits.push(pen.type_one(&device, ulid(1), place, removes));
        length = if removes { length - 1 } else { length + 1 };
    }
    let relay = Relay::start(&setting.relay, &data, coop, PACE_LIFTED);
    let mut line = Line::short(&relay, &device).await.expect("a link");
    let frames = line::short::ready(vec![pen.push(commits)]);
    let (before, started) = (relay.process.cpu_s(), Instant::now());
    line.push_all(frames).await;
    let wall = started.elapsed().as_secs_f64();
    let meanwhile = relay.process.cpu_s() - before;
    tokio::time::sleep(AFTER).await;
    let whole = relay.process.cpu_s() - before;
    let name = |what: &str| format!("{keys} keystrokes: {what}");
    report.line(&name("admitted and durable"), wall, "s", Budget::None);
    report.line(&name("relay's CPU meanwhile"), meanwhile, "s", Budget::None);
    report.line(&name("and until it rests"), whole, "s", Budget::None);
}
