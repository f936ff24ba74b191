//! The figures that those read who lead, counted once more from the exported documents by a program that knows neither the
//! kinds nor how the relay derives them: it walks what any Automerge tool shows.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use automerge::{AutoCommit, AutoSerde};
use besace_server::clock::Clock;
use serde_json::Value;

use crate::operators::{Serving, done};

mod by_hand;
pub(crate) mod counting;

use counting::{Figures, counted};

/// How often it is looked whether the relay has come to say the same.
const LOOKS: u32 = 120;
const BETWEEN: Duration = Duration::from_secs(1);

/// What stands beside what a document says: whose it is, and which of theirs.
const OWNER: &str = "$owner";
const KEY: &str = "$key";

/// Every document of an export, by kind: whose it is, and what it says.
pub(crate) type Documents = BTreeMap<String, Vec<Value>>;

fn documents(folder: &Path) -> Documents {
    let read = |name: &str| fs::read(folder.join(name)).expect("a file of the export");
    let index: Value = serde_json::from_slice(&read("index.json")).expect("an index");
    let mut all = Documents::new();
    for line in index["documents"].as_array().expect("documents") {
        let (file, kind) = (line["file"].as_str(), line["kind"].as_str());
        let whose = [&line["owner"], &line["key"]].map(|it| it.as_str().expect("a word"));
        all.entry(kind.expect("a kind").to_owned())
            .or_default()
            .push(said(&read(file.expect("a file")), whose));
    }
    all
}

/// What an Automerge file says, with whose it is and which of theirs.
pub(crate) fn said(file: &[u8], [owner, key]: [&str; 2]) -> Value {
    let doc = AutoCommit::load(file).expect("an Automerge document");
    let mut said = serde_json::to_value(AutoSerde::from(&doc)).expect("plain data");
    said[OWNER] = owner.into();
    said[KEY] = key.into();
    said
}

fn exported(data: &Path) -> Documents {
    let to = data.with_extension("export");
    done(data, &["export", "--to", &to.display().to_string()]);
    let all = documents(&to);
    fs::remove_dir_all(&to).expect("it is ours");
    all
}

/// What the relay says.
pub(crate) fn told(all: &Documents) -> Figures {
    let mut figures = Figures::default();
    for doc in all.get("indicators").into_iter().flatten() {
        let months = doc["months"].as_object().expect("months");
        for (month, said) in months {
            for (figure, number) in said.as_object().expect("figures") {
                figures.set(month, figure, number.as_i64().expect("a number"));
            }
        }
        for (month, said) in doc["parts"].as_object().expect("parts") {
            for (part, number) in said.as_object().expect("numbers") {
                figures.set(month, part, number.as_i64().expect("a number"));
            }
        }
    }
    figures
}

#[test]
fn figures_counted_from_the_exported_documents_are_those_of_the_relay() {
    let data = std::env::temp_dir().join(format!("besace-figures-{}", std::process::id()));
    done(&data, &["demo", "--today", "2026-11-20"]);
    let serving = Serving::start(&data, &[]);
    let mut differences = Vec::new();
    for _ in 0..LOOKS {
        let all = exported(&data);
        // What stands is told of years of which something else is told.
        let years = all.get("indicators").into_iter().flatten();
        let last = years.filter_map(|doc| doc[KEY].as_str()).max();
        let last = format!("{}-12-31", last.unwrap_or("2026"));
        let today = Clock::system().now().local_date().min(last);
        differences = counted(&all, &today).differences(&told(&all));
        // Of when the relay had what, an export says nothing: a test of the relay holds it.
        differences.retain(|(_, figure, ..)| figure != "decision_minutes");
        if differences.is_empty() {
            break;
        }
        sleep(BETWEEN);
    }
    serving.stop();
    fs::remove_dir_all(&data).expect("it is ours");
    assert!(differences.is_empty(), "counted, told: {differences:#?}");
}
