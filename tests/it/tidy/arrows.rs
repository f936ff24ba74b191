//! Which folders of a part may look into which others.

use std::collections::{BTreeMap, BTreeSet};

use super::{read, sources};

const APP: &str = "pwa/src/";

/// What the app is made of, from the ground up: each knows only itself and what stands before it.
const LAYERS: [&str; 16] = [
    "globals.d.ts",
    "styles/",
    "client/generated/",
    "lib/",
    "client/",
    "worker/",
    "components/",
    "registry/",
    "state/",
    "frame/",
    "form/",
    "kinds/",
    "routes/",
    "App.svelte",
    "main.ts",
    "sw.ts",
];

/// What a kind of the app shows to the others: where it is found, and what is loaded on demand.
const SHOWN_TO_KINDS: [&str; 2] = ["paths.ts", "parts.ts"];

/// Folders of Rust, each with its file of the same name, and the modules of its own crate that it may not know.
const STRANGERS: &[(&str, &[&str])] = &[
    // The mechanism of documents is the same for all kinds, and for whoever carries or judges them.
    (
        "model/src/doc",
        &["admission", "kinds", "reread", "session", "wire"],
    ),
    ("model/src/kind", &["admission", "session", "wire"]),
    ("model/src/kinds", &["session", "wire"]),
    // What is admitted is judged alike however it came.
    ("model/src/admission", &["session", "wire"]),
    // Messages are read without knowing what is in documents, and exchanged without knowing their kinds.
    ("model/src/wire", &["doc", "kinds", "session"]),
    ("model/src/session", &["kinds"]),
    // A phone's documents know neither its screens nor what decides about them; only the binding knows the browser.
    (
        "client-wasm/src/docs",
        &["api", "binding", "kinds", "replica", "view", "views"],
    ),
    (
        "client-wasm/src/view",
        &["binding", "docs", "replica", "store", "views"],
    ),
    ("client-wasm/src/views", &["binding"]),
    ("client-wasm/src/kinds", &["binding", "docs", "store"]),
    ("client-wasm/src/replica", &["binding"]),
    // The log is below whoever writes it, and a cooperative below those that reach it.
    (
        "server/src/store",
        &[
            "app", "coop", "home", "http", "hub", "link", "socket", "writer",
        ],
    ),
    (
        "server/src/coop",
        &["admin", "app", "home", "http", "link", "socket", "writer"],
    ),
    (
        "server/src/hub",
        &["admin", "app", "home", "http", "link", "socket", "writer"],
    ),
    (
        "server/src/writer",
        &["admin", "app", "home", "http", "link", "socket"],
    ),
    // People are told what waits, whoever asked for that.
    (
        "server/src/notices",
        &["admin", "http", "hub", "link", "router", "socket", "writer"],
    ),
    // Files are kept for cooperatives, whoever asks for them.
    (
        "server/src/files",
        &[
            "admin", "app", "http", "hub", "link", "router", "socket", "writer",
        ],
    ),
    ("server/src/decisions", &["admin", "http", "link", "socket"]),
    ("server/src/link", &["admin", "http", "socket"]),
    ("server/src/http", &["admin", "cli", "demo", "socket"]),
];

/// A file of the app that another names, from `pwa/src/`.
struct Arrow {
    to: String,
    /// It is there before the other runs: neither a type alone nor on demand.
    is_static: bool,
}

/// The app's own files, as it runs.
fn app() -> impl Iterator<Item = String> {
    sources()
        .filter_map(|path| path.strip_prefix(APP).map(str::to_owned))
        .filter(|path| !path.ends_with(".test.ts"))
}

/// All that a file names by a relative path, however it imports it.
fn arrows(from: &str) -> Vec<Arrow> {
    let text = read(&format!("{APP}{from}"));
    let mut arrows = Vec::new();
    for quote in ['\'', '"'] {
        for (start, _) in text.match_indices(quote) {
            let (before, named) = (&text[..start], &text[start + 1..]);
            let Some(path) = named.split(quote).next().filter(|path| {
                (path.starts_with("./") || path.starts_with("../")) && !path.contains('\n')
            }) else {
                continue;
            };
            let statement = ["import ", "export "]
                .iter()
                .filter_map(|word| before.rfind(word))
                .max()
                .map_or("", |at| &before[at..]);
            arrows.push(Arrow {
                to: joined(from, path.split('?').next().unwrap_or_default()),
                is_static: (before.ends_with("from ") || before.ends_with("import "))
                    && !["import type ", "export type "]
                        .iter()
                        .any(|word| statement.starts_with(word)),
            });
        }
    }
    arrows
}

/// The path that a relative one leads to.
fn joined(from: &str, path: &str) -> String {
    let mut parts: Vec<_> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Where a file stands among the layers: in the narrowest that holds it.
fn layer(path: &str) -> usize {
    let holding = LAYERS.iter().enumerate();
    let narrowest = holding
        .filter(|(_, layer)| path.starts_with(*layer))
        .max_by_key(|(_, layer)| layer.len());
    narrowest
        .unwrap_or_else(|| panic!("{APP}{path} stands in no layer"))
        .0
}

#[test]
fn arrows_between_the_folders_of_the_app_point_one_way() {
    let mut seen = BTreeSet::new();
    for path in app() {
        for Arrow { to, .. } in arrows(&path) {
            assert!(
                layer(&to) <= layer(&path),
                "{path} looks up to {to}: {LAYERS:?}"
            );
            seen.insert((layer(&path), layer(&to)));
        }
    }
    assert!(seen.len() > LAYERS.len(), "few arrows were found: {seen:?}");
}

#[test]
fn a_kind_of_the_app_looks_at_no_more_of_another_than_it_shows() {
    let folder = |path: &str| {
        let (folder, file) = path.strip_prefix("kinds/")?.split_once('/')?;
        Some((folder.to_owned(), file.to_owned()))
    };
    for path in app() {
        let Some((own, _)) = folder(&path) else {
            continue;
        };
        for Arrow { to, .. } in arrows(&path) {
            let is_shown = folder(&to)
                .is_none_or(|(of, file)| of == own || SHOWN_TO_KINDS.contains(&file.as_str()));
            assert!(is_shown, "{path} looks into another kind: {to}");
        }
    }
}

#[test]
fn no_file_of_the_app_waits_for_itself() {
    let mut waiting: BTreeMap<String, BTreeSet<String>> = app()
        .map(|path| {
            let all = arrows(&path).into_iter();
            let to = all.filter(|arrow| arrow.is_static).map(|arrow| arrow.to);
            (path, to.collect())
        })
        .collect();
    // Whoever waits for nobody is done; a circle never is.
    loop {
        let left: BTreeSet<_> = waiting.keys().cloned().collect();
        waiting.retain(|_, to| to.iter().any(|to| left.contains(to)));
        if waiting.len() == left.len() {
            break;
        }
    }
    let circle: Vec<_> = waiting.keys().collect();
    assert!(circle.is_empty(), "in a circle, or above one: {circle:?}");
}

/// The modules of its own crate that a text names.
fn modules(text: &str) -> BTreeSet<&str> {
    let is_outside = |letter: char| !letter.is_alphanumeric() && letter != '_';
    let mut names = BTreeSet::new();
    for (start, found) in text.match_indices("crate::") {
        let named = &text[start + found.len()..];
        match named.strip_prefix('{') {
            // One of a list may go deeper; what is listed there counts as named too.
            Some(list) => names.extend(
                list.split("};")
                    .next()
                    .unwrap_or_default()
                    .split(is_outside),
            ),
            None => names.extend(named.split(is_outside).next()),
        }
    }
    names
}

#[test]
fn modules_know_no_strangers() {
    for (folder, strangers) in STRANGERS {
        let inside: Vec<_> = sources()
            .filter(|path| {
                let rest = path.strip_prefix(folder);
                let is_test = path.contains("/tests/") || path.ends_with("tests.rs");
                !is_test && rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
            })
            .collect();
        assert!(!inside.is_empty(), "{folder} is gone");
        for path in inside {
            let text = read(&path);
            let known = modules(&text);
            let stranger = strangers.iter().find(|name| known.contains(*name));
            assert!(stranger.is_none(), "{path} knows {stranger:?}");
        }
    }
}
