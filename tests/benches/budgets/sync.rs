//! Figures 1 to 4: a phone comes back, comes new, and comes with work.

use besace_model::access::Role;
use besace_model::head::DocHead;

use crate::Setting;
use crate::coop::{Device, Founder, Pen, fresh_folder, record, year};
use crate::process::{PACE_LIFTED, Relay};
use crate::report::Report;

mod download;
mod reconnect;
mod upload;

use download::download;
use reconnect::reconnect;
use upload::upload;

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
    relay.process.at_rest().await;
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
