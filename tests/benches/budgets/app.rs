//! Figures 11 and 12: what the app weighs, and how soon it shows something.

use std::time::Instant;

use besace_client::view::{View, ViewRequest};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_server::clock::Clock;
use besace_server::config::{Config, Setting as Named, Sources};
use besace_server::coop::Decision;
use besace_server::demo;

use crate::Setting;
use crate::coop::{Founder, expense, fresh_folder};
use crate::handset::Handset;
use crate::process::{PACE_LIFTED, Relay};
use crate::report::{Budget, Report, Samples, ms};

mod weight;

pub(crate) use weight::sizes;

/// Members of the coach.
const COACHED: usize = 40;
/// How much slower the phone of the budget is.
const SLOWER: f64 = 4.0;

/// Figure 12.
pub(crate) async fn start(setting: &Setting, report: &mut Report) {
    report.part(&format!(
        "the app of a coach of {COACHED} members, with a year of data, natively"
    ));
    let data = fresh_folder("app");
    let mut sources = Sources::default();
    sources
        .flags
        .insert(Named::Data, data.display().to_string());
    let config = Config::read(&sources).expect("a folder is all it takes");
    let clock = Clock::system();
    demo::make(
        &config,
        &clock,
        demo::Wanted {
            seed: 1,
            until: clock.now(),
            receipts: false,
        },
    )
    .expect("a demonstration");
    let mut founder = Founder::open(&data);
    let people = founder.coop.people();
    let coach = people
        .members()
        .filter(|member| member.grants.has(Role::Coach))
        .max_by_key(|member| member.grants.coached.len())
        .expect("somebody accompanies");
    let missing = COACHED.saturating_sub(coach.grants.coached.len());
    let others: Vec<_> = people
        .members()
        .filter(|member| member.grants.has(Role::Entrepreneur))
        .filter(|member| !coach.grants.coached.contains(&member.row.member))
        .map(|member| member.row.member)
        .take(missing)
        .collect();
    let coach = coach.row.member;
    for member in others {
        founder.decide(&Decision::assign(&people, coach, member, true));
    }
    let device = founder.device(coach);
    let coop = founder.close();
    let relay = Relay::start(&setting.relay, &data, coop, PACE_LIFTED);
    let mut phone = Handset::new(coop, &device);
    let started = Instant::now();
    phone.connect(&relay, Handset::is_complete).await;
    report.line("first download", ms(started.elapsed()), "ms", Budget::None);
    report.line(
        "bytes of the first download",
        phone.payload.0 as f64,
        "bytes",
        Budget::None,
    );
    drop(relay);
    let rows = phone.rows();
    let bytes: usize = rows.iter().map(|row| row.value.len()).sum();
    report.line("rows on the phone", rows.len() as f64, "", Budget::None);
    report.line("bytes on the phone", bytes as f64, "bytes", Budget::None);
    let (mut load, mut first) = (Samples::default(), Samples::default());
    for _ in 0..setting.pick(15, 3) {
        phone = phone.reopened(coop);
        let rows = phone.rows();
        let started = Instant::now();
        phone.load(rows);
        load.add(ms(started.elapsed()));
        let view = phone.view(&ViewRequest::Whole(WholeRequest::Today));
        assert!(matches!(view, View::Whole(WholeAnswer::Today(_))));
        first.add(ms(started.elapsed()));
    }
    let slowed = Samples(first.0.iter().map(|time| time * SLOWER).collect());
    report.line("rows read", load, "ms", Budget::None);
    report.line(
        "rows read and the first screen's view made",
        first,
        "ms",
        Budget::None,
    );
    report.line(
        "the same on a CPU 4x slower",
        slowed,
        "ms",
        Budget::Under(1_500.0),
    );
    report.note("without IndexedDB, wasm and rendering, which the browser tests have");
    let (mut asked, mut saved) = (Samples::default(), Samples::default());
    for number in 0..setting.pick(100, 10) {
        // Every tenth tap is the first one in its document.
        let year = 2000 + (number / 10) as u16;
        let (first, done) = phone.tap(expense(year, number)).await;
        asked.add(ms(first));
        saved.add(ms(done));
    }
    report.line(
        "tap to the write asked for, p95",
        asked.at(0.95),
        "ms",
        Budget::None,
    );
    report.line(
        "tap to \"saved\", signed, disk in memory, p95",
        saved.at(0.95),
        "ms",
        Budget::None,
    );
    report.line(
        "the same on a CPU 4x slower",
        saved.at(0.95) * SLOWER,
        "ms",
        Budget::Under(50.0),
    );
}
