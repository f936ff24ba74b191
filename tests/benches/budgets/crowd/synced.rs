//! What a link keeps of the relay's memory once its phone has downloaded what it reads.

use std::time::Duration;

use besace_model::head::DocHead;

use super::DEVICES;
use crate::Setting;
use crate::coop::{Device, Founder, Pen, expense, fresh_folder};
use crate::line::Line;
use crate::process::{PACE_LIFTED, Relay};
use crate::report::{Budget, Report};
use besace_model::access::Role;

/// Documents of each member, a year of expenses each.
const YEARS: std::ops::Range<u16> = 2024..2027;
const EXPENSES: u64 = 20;

pub(super) async fn synced(setting: &Setting, report: &mut Report) {
    let members = setting.pick(100, 5);
    let data = fresh_folder("synced");
    let mut founder = Founder::new(&data);
    let mut phones: Vec<Device> = Vec::new();
    for _ in 0..members {
        let member = founder.member(&[Role::Entrepreneur]);
        let devices: Vec<Device> = (0..DEVICES).map(|_| founder.device(member)).collect();
        for year in YEARS {
            let head = DocHead::activity(member, year);
            let mut pen = Pen::new(founder.coop.id(), head, &devices[0]);
            let says = (0..EXPENSES).map(|number| expense(year, number));
            let commits = pen.write_all(&devices[0], says, founder.now);
            founder.admit(&pen.head, &commits);
        }
        phones.extend(devices);
    }
    let coop = founder.close();
    let relay = Relay::start(&setting.relay, &data, coop, PACE_LIFTED);
    let first = Line::short(&relay, &phones[0]).await.expect("a link");
    tokio::time::sleep(Duration::from_millis(500)).await;
    let before = relay.process.rss_kib();
    let mut lines = Vec::new();
    for phone in &phones {
        lines.push(Line::short(&relay, phone).await.expect("a link"));
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let after = relay.process.rss_kib();
    report.line(
        "memory of one idle connection that downloaded three documents",
        (after - before) / phones.len() as f64,
        "KiB",
        Budget::Under(12.0),
    );
    drop((lines, first));
}
