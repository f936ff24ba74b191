//! What the app weighs, compressed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command as Program, Stdio};

use crate::report::{Budget, Report};

/// Figure 11: what an entrepreneur's phone downloads in French, and beside it what all phones together may ask for.
pub(crate) fn sizes(report: &mut Report) {
    report.part("what the app weighs");
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pwa/dist");
    let mut files = Vec::new();
    collect(&dist, &mut files);
    let on_demand = on_demand(&dist);
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    let mut asked_for = 0.0;
    for file in &files {
        let kind = match file.extension().and_then(|ending| ending.to_str()) {
            Some("wasm") => "wasm",
            Some("js") => "JS",
            Some("css") => "CSS",
            Some("html") => "HTML",
            _ => continue,
        };
        let Some(bytes) = brotli(file) else {
            report.note("neither .br files nor the `brotli` program: not measured");
            return;
        };
        if on_demand.contains(file) {
            asked_for += bytes / 1024.0;
        } else {
            *sums.entry(kind).or_default() += bytes / 1024.0;
        }
    }
    if !sums.contains_key("wasm") || !sums.contains_key("JS") {
        report.note("pwa/dist is not built (`make pwa`): not measured");
        return;
    }
    for (kind, size) in &sums {
        report.line(&format!("{kind} after brotli"), *size, "KiB", Budget::None);
    }
    let needed = sums.values().sum::<f64>();
    report.line("app after brotli", needed, "KiB", Budget::Under(470.0));
    report.line(
        "app with all that is on demand",
        needed + asked_for,
        "KiB",
        Budget::None,
    );
}

/// The files that a phone downloads only when its person reads another language or does more than an entrepreneur, as
/// the app's build lists them.
fn on_demand(dist: &Path) -> BTreeSet<PathBuf> {
    let Ok(list) = std::fs::read_to_string(dist.join("on-demand.json")) else {
        return BTreeSet::new();
    };
    let parts: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&list).expect("the app's build writes it");
    parts
        .into_values()
        .flatten()
        .map(|address| dist.join(address.trim_start_matches('/')))
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn brotli(file: &Path) -> Option<f64> {
    let mut made = file.as_os_str().to_owned();
    made.push(".br");
    if let Ok(made) = std::fs::metadata(&made) {
        return Some(made.len() as f64);
    }
    let mut program = Program::new("brotli");
    program
        .args(["--quality=11", "--stdout"])
        .arg(file)
        .stderr(Stdio::null());
    let output = program
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(output.stdout.len() as f64)
}
