//! Figure 6: what admitting one small commit costs, step by step, in process.

use std::time::Instant;

use besace_model::access::Role;
use besace_model::admission::{Author, DocIndex, Judgement, Parsed, judge_parsed, read_signed};
use besace_model::commit::{Commit, signing_bytes};
use besace_model::head::DocHead;
use besace_server::coop::{Prepared, Submission};

use crate::Setting;
use crate::coop::{Founder, Pen, assert_accepted, forecast, fresh_folder, year};
use crate::process::own_cpu_s;
use crate::report::{Budget, Report};

mod bomb;

/// Documents the commits go to.
const DOCS: usize = 50;

pub(crate) fn measure(setting: &Setting, report: &mut Report) {
    steps(setting, report);
    bomb::bomb(report);
}

fn steps(setting: &Setting, report: &mut Report) {
    report.part("admission of one small commit, in process");
    let data = fresh_folder("admission");
    let mut founder = Founder::new(&data);
    let member = founder.member(&[Role::Entrepreneur]);
    let device = founder.device(member);
    let coop = founder.coop.id();
    let each = setting.pick(80, 20);
    let mut pens: Vec<Pen> = (0..DOCS)
        .map(|number| Pen::new(coop, DocHead::activity(member, year(number)), &device))
        .collect();
    // In turns, as commits of many phones come in.
    let mut commits: Vec<(usize, Commit)> = Vec::new();
    for turn in 0..each * 2 {
        for (number, pen) in pens.iter_mut().enumerate() {
            let say = forecast(year(number), turn);
            commits.push((number, pen.write(&device, &say, founder.now)));
        }
    }
    let entry = founder.coop.people();
    let entry = entry.device(device.device).expect("enrolled");
    let author = Author {
        device: device.device,
        public_key: &entry.public_key,
        alive: true,
        grants: &device.grants,
    };
    let count = commits.len() as f64;
    let per = |before: f64| (own_cpu_s() - before) / count * 1e6;

    let bytes: usize = commits.iter().map(|(_, commit)| commit.change.len()).sum();
    report.line(
        "bytes of a small change",
        (bytes as f64 / count).round(),
        "bytes",
        Budget::None,
    );
    let before = own_cpu_s();
    for (_, commit) in &commits {
        Parsed::scan(commit.change.clone()).expect("our own change");
    }
    report.line("CPU of prescan and hash", per(before), "µs", Budget::None);
    let hashes: Vec<_> = commits
        .iter()
        .map(|(_, commit)| besace_model::admission::commit_hash(&commit.change))
        .collect();
    let before = own_cpu_s();
    for ((number, commit), hash) in commits.iter().zip(&hashes) {
        let message = signing_bytes(pens[*number].id, *hash);
        assert!(
            author
                .public_key
                .verifies(&message, commit.signature.as_ref().expect("signed"))
        );
    }
    report.line("CPU of the signature", per(before), "µs", Budget::None);
    let mut parsed = Vec::new();
    for (number, commit) in &commits {
        parsed.push(read_signed(pens[*number].id, &author, commit).expect("our own commit"));
    }
    let mut indexes: Vec<DocIndex> = pens
        .iter()
        .map(|pen| DocIndex::new(pen.head.clone()))
        .collect();
    let before = own_cpu_s();
    for ((number, _), parsed) in commits.iter().zip(parsed) {
        let index = &mut indexes[*number];
        let Judgement::Accept(accepted) = judge_parsed(index, &author, parsed) else {
            panic!("our own commit is accepted");
        };
        index.record(&accepted).expect("it fits");
    }
    report.line(
        "CPU of header, shape, rules, index",
        per(before),
        "µs",
        Budget::None,
    );

    // The same through the cooperative: half in groups of fifty, half one by one.
    let people = founder.coop.people();
    let half = commits.len() / 2;
    let (grouped, single) = commits.split_at(half);
    let prepare = |(number, commit): &(usize, Commit)| {
        let push = pens[*number].push(vec![commit.clone()]);
        Submission {
            pushes: vec![Prepared::new(coop, &people, push)],
        }
    };
    let mut groups: Vec<Vec<Submission>> = grouped
        .chunks(DOCS)
        .map(|chunk| chunk.iter().map(prepare).collect())
        .collect();
    let (before, started) = (own_cpu_s(), Instant::now());
    for group in groups.drain(..) {
        let outcome = founder
            .coop
            .admit(founder.now, group)
            .expect("the file takes it");
        outcome
            .verdicts
            .iter()
            .flatten()
            .for_each(|verdict| assert_accepted(&verdict.verdict));
    }
    let wall = started.elapsed().as_secs_f64() / half as f64 * 1e6;
    let cpu = (own_cpu_s() - before) / half as f64 * 1e6;
    let name = "judge, index, trial, SQL, COMMIT, 50 a group";
    report.line(&format!("CPU of {name}"), cpu, "µs", Budget::None);
    report.line(name, wall, "µs", Budget::None);
    let single: Vec<Submission> = single.iter().map(prepare).collect();
    let singles = single.len() as f64;
    let (before, started) = (own_cpu_s(), Instant::now());
    for submission in single {
        let outcome = founder
            .coop
            .admit(founder.now, vec![submission])
            .expect("the file takes it");
        outcome
            .verdicts
            .iter()
            .flatten()
            .for_each(|verdict| assert_accepted(&verdict.verdict));
    }
    let wall = started.elapsed().as_secs_f64() / singles * 1e6;
    let cpu = (own_cpu_s() - before) / singles * 1e6;
    let name = "judge, index, trial, SQL, COMMIT, one alone";
    report.line(&format!("CPU of {name}"), cpu, "µs", Budget::None);
    report.line(name, wall, "µs", Budget::None);
    founder.close();
}
