//! The budgets, measured: `make bench`, or `cargo bench --locked --package besace-tests`.
//!
//! One line per figure: name, value (the median, with its range when it was repeated), unit, budget, and whether it is
//! met. A budget that is not met and whose reason is known says it. Nothing fails: a figure is to be read, and the
//! machine beside you may be busy.
//!
//! # How to repeat
//! ```text
//! make bench                                              # everything, a few minutes
//! cargo bench --locked -p besace-tests -- --quick         # small counts, to see that it runs
//! cargo bench --locked -p besace-tests -- sync live       # only these parts
//! BESACE_BIN=/usr/bin/besace cargo bench ...              # another relay than this source's
//! ```
//! # How it is measured
//! The relay is the real binary, a process of its own on a free port of the loopback and a fresh data folder below
//! `target/tmp/budgets`; its CPU and memory are read from `/proc`. Phones are either real replicas
//! (`besace_client`, natively, their disk in memory) or light clients that speak the wire format; devices are enrolled
//! and every commit is signed. Load and relay share the machine's cores. What stands beside a figure (the floor, the
//! client's own part) is measured in the same run. Limits by address are lifted, for all phones here have the same
//! one; limits by device are lifted where a line says so.
//!
//! | part | what |
//! |---|---|
//! | `sync` | a phone comes back with nothing or 1 % changed; a new phone downloads everything; a phone uploads what it wrote offline |
//! | `live` | a change reaches other phones, beside a floor without CRDT that is as durable |
//! | `many` | many write at once, and as many commits as fit; beside the same floor |
//! | `admission` | what one small commit costs, step by step |
//! | `writer` | how long the worst pushes hold the one writer, and that what they cost grows no faster than what they write to |
//! | `text` | one edit of a text with a very long history; a text of 60,000 keystrokes that comes at once |
//! | `people` | the 2,000th member beside the tenth, and 2,000 first contacts of a day |
//! | `newcomer` | a phone comes new to a cooperative of 1,000 members |
//! | `large` | a cooperative of 1,000 members and five years: start, memory, downloads, figures after one change and what they cost |
//! | `crowd` | 2,000 idle phones, and 2,000 at once |
//! | `crash` | `kill -9` under load: acknowledged and lost (`tests/it` does it longer) |
//! | `app` | what the app weighs, how soon it starts, how soon a tap is saved |
#![expect(
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench prints, and stops at the first thing that is wrong"
)]

mod admission;
mod app;
mod coop;
mod crash;
mod crowd;
mod floor;
mod handset;
mod kill;
mod large;
mod line;
mod live;
mod many;
mod newcomer;
mod people;
mod process;
mod report;
mod sync;
mod text;
mod writer;

use std::path::PathBuf;
use std::time::Instant;

use report::Report;

/// What this run does.
pub(crate) struct Setting {
    /// The relay's binary.
    pub(crate) relay: PathBuf,
    quick: bool,
}

impl Setting {
    /// One value for a real run, another for a quick one.
    pub(crate) fn pick<T>(&self, real: T, quick: T) -> T {
        if self.quick { quick } else { real }
    }
}

const PARTS: [&str; 12] = [
    "app",
    "sync",
    "live",
    "many",
    "admission",
    "writer",
    "text",
    "people",
    "newcomer",
    "large",
    "crowd",
    "crash",
];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    if let [first, port, file] = args.as_slice()
        && first == "--floor"
    {
        let port = port.parse().expect("a port");
        runtime.block_on(floor::serve(port, file.as_ref()));
    }
    let quick = args.iter().any(|arg| arg == "--quick");
    let chosen: Vec<&str> = args
        .iter()
        .map(String::as_str)
        .filter(|arg| !arg.starts_with("--"))
        .collect();
    if let Some(unknown) = chosen.iter().find(|arg| !PARTS.contains(arg)) {
        panic!("no part `{unknown}`: {PARTS:?}");
    }
    let setting = Setting {
        relay: process::relay_binary(),
        quick,
    };
    let mut report = Report::default();
    for part in PARTS {
        if !chosen.is_empty() && !chosen.contains(&part) {
            continue;
        }
        let started = Instant::now();
        runtime.block_on(measure(part, &setting, &mut report));
        report.note(&format!(
            "[{part}: {:.0} s]",
            started.elapsed().as_secs_f64()
        ));
    }
    report.close();
}

async fn measure(part: &str, setting: &Setting, report: &mut Report) {
    match part {
        "app" => {
            app::sizes(report);
            app::start(setting, report).await;
        }
        "sync" => sync::measure(setting, report).await,
        "live" => live::measure(setting, report).await,
        "many" => many::measure(setting, report).await,
        "admission" => admission::measure(setting, report),
        "writer" => writer::measure(setting, report),
        "text" => text::measure(setting, report).await,
        "people" => people::measure(setting, report),
        "newcomer" => newcomer::measure(setting, report).await,
        "large" => large::measure(setting, report).await,
        "crowd" => crowd::measure(setting, report).await,
        _ => crash::measure(setting, report).await,
    }
}
