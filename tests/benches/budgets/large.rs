//! The large cooperative: a thousand members with five years of activity, statements, sessions and posts.

use std::time::{Duration, Instant};

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_server::coop::Decision;

use crate::Setting;
use crate::coop::{Device, Founder, fresh_folder};
use crate::handset::Handset;
use crate::line::{Line, push};
use crate::live::{Outcome, Pace, Room, Side, run};
use crate::process::{PACE_LIFTED, Relay};
use crate::report::{Budget, Report, Samples, ms};

mod past;

use past::{LAST_YEAR, Past, statement, turnover};

/// Members of a coach.
const COACHED: usize = 40;

pub(crate) async fn measure(setting: &Setting, report: &mut Report) {
    let members = setting.pick(1_000, 20);
    report.part(&format!(
        "a cooperative of {members} members and five years"
    ));
    let data = fresh_folder("large");
    let (mut founder, crowd) = Founder::crowd(&data, members);
    // Each at a link of their own: a device has few.
    let people = setting.pick(50, 5);
    let accountants: Vec<Device> = (0..people)
        .map(|_| {
            let member = founder.member(&[Role::Finance]);
            founder.device(member)
        })
        .collect();
    let mut devices = Vec::new();
    for role in [Role::Coach, Role::Director] {
        let member = founder.member(&[role]);
        for one in crowd.iter().take(COACHED).filter(|_| role == Role::Coach) {
            let assigns = Decision::assign(&founder.coop.people(), member, one.member, true);
            founder.decide(&assigns);
        }
        devices.push(founder.device(member));
    }
    let [coach, director] = devices.try_into().expect("two roles");
    let now = founder.now;
    let mut past = Past::default();
    for (number, device) in crowd.iter().enumerate() {
        let accountant = &accountants[number % people];
        past.write(&mut founder, number as u64, device, accountant);
    }
    let Past {
        commits,
        mut ledgers,
    } = past;
    let coop = founder.close();
    report.line("commits in its file", commits as f64, "", Budget::None);

    let started = Instant::now();
    let mut relay = Relay::start(&setting.relay, &data, coop, PACE_LIFTED);
    report.line("start", started.elapsed().as_secs_f64(), "s", Budget::None);
    relay.process.at_rest().await;
    let derived = relay.process.cpu_s();
    let name = "everything derived for the first time: server CPU";
    report.line(name, derived, "s", Budget::None);
    relay.restart();
    let started = Instant::now();
    let mut leads = Handset::new(coop, &director);
    leads.connect(&relay, Handset::is_complete).await;
    let name = "cold download of the director";
    report.line(name, started.elapsed().as_secs_f64(), "s", Budget::None);
    report.line(
        &format!("{name}, payload"),
        leads.payload.0 as f64 / 1024.0,
        "KiB",
        Budget::None,
    );
    let mut wall = Samples::default();
    for _ in 0..setting.pick(3, 1) {
        let mut phone = Handset::new(coop, &coach);
        let started = Instant::now();
        phone.connect(&relay, Handset::is_complete).await;
        wall.add(started.elapsed().as_secs_f64());
        if wall.0.len() == 1 {
            let name = "cold download of a coach of 40, payload";
            let payload = phone.payload.0 as f64 / 1024.0;
            report.line(name, payload, "KiB", Budget::None);
        }
    }
    report.line("cold download of a coach of 40", wall, "s", Budget::None);
    relay.process.at_rest().await;
    let memory = relay.process.rss_kib() / 1024.0;
    report.line("memory", memory, "MiB", Budget::None);

    // One statement changes, and the director's phone has the figures of the year anew.
    let figures = DocHead::indicators(LAST_YEAR).id(coop);
    let (mut seen, mut cpu) = (Samples::default(), Samples::default());
    for number in 0..setting.pick(10, 2) {
        let accountant = &accountants[number];
        let (mut line, _) = Line::synced(&relay, accountant).await.expect("a link");
        let shown = leads.row(figures).map(<[u8]>::to_vec);
        let before = relay.process.cpu_s();
        let started = Instant::now();
        let pen = &mut ledgers[number];
        let member = crowd[number].member;
        let commit = pen.write(accountant, &statement(member, LAST_YEAR, 12, 90_000), now);
        line.send(push(vec![pen.push(vec![commit])]))
            .await
            .expect("the link stands");
        let is_new = |phone: &Handset| phone.row(figures).map(<[u8]>::to_vec) != shown;
        leads.go_on(&relay, is_new).await;
        seen.add(ms(started.elapsed()));
        relay.process.at_rest().await;
        cpu.add((relay.process.cpu_s() - before) * 1e3);
    }
    let name = "one statement changes: the director has the new figures after";
    report.line(name, seen, "ms", Budget::None);
    report.line("… server CPU in all", cpu, "ms", Budget::None);

    // Small changes of which figures are made, and how long those took of all that the relay worked.
    let changes = setting.pick(100, 10);
    let (mut all, mut shares) = <(Samples, Samples)>::default();
    for round in 0..setting.pick(3, 1) {
        let pace = Pace::Every(Duration::from_millis(100));
        let cents = |at: usize| (round * changes + at) as i64;
        let rooms = (0..people).map(|number| {
            let (pen, device) = (&mut ledgers[number], &accountants[number]);
            let member = crowd[number].member;
            let says = (0..changes).map(|at| turnover(member, LAST_YEAR, 11, cents(at)));
            Room::of(pen, device, says, now)
        });
        let rooms: Vec<Room> = rooms.collect();
        let (before, mut outcome) = (relay.derived_s(), Outcome::default());
        run(Side::Relay(&relay), &rooms, pace, &mut outcome).await;
        let ended = relay.process.cpu_s();
        relay.process.at_rest().await;
        let cpu = outcome.last_cpu() + relay.process.cpu_s() - ended;
        all.add(cpu * 1e6 / (people * changes) as f64);
        shares.add(100.0 * (relay.derived_s() - before) / cpu);
    }
    let name = "500 statements a second: server CPU per commit, until it rests";
    report.line(name, all, "µs", Budget::None);
    let name = "… what is derived of it";
    report.line(name, shares, "%", Budget::Under(10.0));
}
