//! What the repository promises about itself: its layout, the direction of its dependencies, the size and the
//! openings of its files, and a README that names only what exists.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines a source file may have.
const LINES_MAX: usize = 500;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files git knows, or would know.
fn files() -> Vec<String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git is here");
    let text = String::from_utf8(listed.stdout).expect("paths are UTF-8");
    let mut files: Vec<_> = text
        .lines()
        .map(str::to_owned)
        .filter(|path| root().join(path).is_file())
        .collect();
    files.sort();
    files.dedup();
    files
}

fn sources() -> impl Iterator<Item = String> {
    files().into_iter().filter(|path| {
        [".rs", ".ts", ".svelte", ".css"]
            .iter()
            .any(|ending| path.ends_with(ending))
            && !path.contains("/generated/")
    })
}

#[test]
fn dependencies_point_one_way() {
    let allowed: [(&str, &[&str]); 4] = [
        ("model", &["besace-derive"]),
        ("server", &["besace-model"]),
        ("client-wasm", &["besace-model"]),
        ("tests", &["besace-model", "besace-server", "besace-client"]),
    ];
    for (part, allowed) in allowed {
        let manifest = read(&format!("{part}/Cargo.toml"));
        let ours = manifest.lines().filter_map(|line| {
            let name = line.split(['.', '=', ' ']).next()?;
            name.starts_with("besace-").then_some(name)
        });
        for dependency in ours {
            assert!(
                allowed.contains(&dependency),
                "{part} must not know {dependency}"
            );
        }
    }
}

#[test]
fn the_model_and_the_replica_touch_no_clock_no_chance_and_no_runtime() {
    for part in ["model", "client-wasm"] {
        for path in sources()
            .filter(|path| path.starts_with(&format!("{part}/src/")) && path.ends_with(".rs"))
        {
            let text = read(&path);
            for banned in [
                "SystemTime::now",
                "Instant::now",
                "getrandom::",
                "tokio::",
                "rusqlite::",
                "axum::",
                "std::fs::",
            ] {
                let generator = path.ends_with("typescript.rs") && banned == "std::fs::";
                assert!(!text.contains(banned) || generator, "{path} uses {banned}");
            }
        }
    }
}

#[test]
fn every_rust_module_opens_with_its_job() {
    for path in sources().filter(|path| path.ends_with(".rs")) {
        assert!(
            read(&path).starts_with("//!"),
            "{path} does not say what it is for"
        );
    }
}

#[test]
fn the_mechanism_of_documents_knows_no_kind() {
    let known = besace_model::kind::Kind::ALL.iter();
    let names: Vec<String> = known.map(|kind| format!("Kind::{kind:?}")).collect();
    for path in sources().filter(|path| path.starts_with("model/src/doc")) {
        let text = read(&path);
        assert!(!text.contains("kinds::"), "{path} looks into a kind");
        let named = names.iter().find(|name| text.contains(name.as_str()));
        assert!(named.is_none(), "{path} names {named:?}");
    }
}

/// Where a kind may be named: in its own place of each part, where the relay derives something from it, in the list of
/// them all, in tests.
fn may_name_a_kind(path: &str) -> bool {
    path == "model/src/kind.rs"
        || ["/kinds/", "/projections/", "/tests/", "/plan/"]
            .iter()
            .any(|part| path.contains(part))
        || path.ends_with("tests.rs")
}

#[test]
fn nothing_outside_its_own_place_names_a_kind() {
    let known = besace_model::kind::Kind::ALL.iter();
    let names: Vec<String> = known.map(|kind| format!("Kind::{kind:?}")).collect();
    let parts = ["model/src/", "client-wasm/src/", "server/src/"];
    for path in sources().filter(|path| parts.iter().any(|part| path.starts_with(part))) {
        if may_name_a_kind(&path) {
            continue;
        }
        let text = read(&path);
        let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != ':');
        let named = words
            .into_iter()
            .find(|word| names.iter().any(|name| word == name));
        assert!(named.is_none(), "{path} names {named:?}");
    }
}

#[test]
fn each_kind_has_its_place_in_each_part() {
    let files = files();
    let folders = folders_of_the_app();
    let claimed: String = folders
        .iter()
        .flat_map(|folder| {
            ["index.ts", "paths.ts"].map(|file| format!("pwa/src/kinds/{folder}/{file}"))
        })
        .filter(|path| files.contains(path))
        .map(|path| read(&path))
        .collect();
    for kind in besace_model::kind::Kind::ALL {
        let word = kind.as_str();
        for part in ["model", "client-wasm"] {
            let file = format!("{part}/src/kinds/{word}.rs");
            assert!(files.contains(&file), "{file} is missing");
        }
        assert!(
            claimed.contains(&format!("'{word}'")),
            "no folder of the app claims {word}"
        );
    }
}

/// The folders of kinds in the app.
fn folders_of_the_app() -> Vec<String> {
    let files = files();
    let inside = files
        .iter()
        .filter_map(|path| path.strip_prefix("pwa/src/kinds/"));
    let mut folders: Vec<String> = inside
        .filter_map(|path| Some(path.split_once('/')?.0.to_owned()))
        .collect();
    folders.dedup();
    folders
}

#[test]
fn nothing_of_the_app_outside_its_own_folder_names_a_kind() {
    let folders = folders_of_the_app();
    assert!(folders.len() > 1, "{folders:?}");
    let kinds = besace_model::kind::Kind::ALL.iter();
    let words: Vec<String> = kinds.map(|kind| format!("'{}'", kind.as_str())).collect();
    let list = "pwa/src/kinds/index.ts";
    let is_outside = |path: &String| {
        let inside = path.strip_prefix("pwa/src/kinds/");
        let is_test = path.ends_with(".test.ts");
        let is_in_folder = inside.is_some_and(|path| path.contains('/'));
        path.starts_with("pwa/src/") && path != list && !is_test && !is_in_folder
    };
    for path in sources().filter(is_outside) {
        let text = read(&path);
        let named = folders.iter().find(|folder| {
            let is_named = |before: &str| text.contains(&format!("{before}{folder}/"));
            is_named("kinds/") || path.starts_with("pwa/src/kinds/") && is_named("./")
        });
        assert!(named.is_none(), "{path} looks into {named:?}");
        let named = words.iter().find(|word| text.contains(word.as_str()));
        assert!(named.is_none(), "{path} names {named:?}");
    }
}

#[test]
fn no_source_file_grows_past_one_thing() {
    let long: Vec<_> = sources()
        .map(|path| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > LINES_MAX)
        .collect();
    // Plain lists of types have no inside to cut along.
    let lists = ["pwa/src/lib/i18n/fr.ts", "pwa/src/lib/i18n/en.ts"];
    let long: Vec<_> = long
        .into_iter()
        .filter(|(_, path)| !lists.contains(&path.as_str()))
        .collect();
    assert!(long.is_empty(), "files over {LINES_MAX} lines: {long:?}");
}

#[test]
fn the_top_level_holds_the_parts_and_no_more() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "Makefile",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "clippy.toml",
        "deny.toml",
        "rustfmt.toml",
        "model",
        "server",
        "client-wasm",
        "pwa",
        "tests",
    ];
    for path in files() {
        let top = path.split('/').next().unwrap_or_default();
        assert!(
            top.starts_with('.') || allowed.contains(&top),
            "{top} does not belong at the top level"
        );
    }
}

#[test]
fn the_tree_names_no_machine() {
    let home = ["/wo", "rk/"].concat();
    let user = ["/ro", "ot/"].concat();
    for path in files()
        .iter()
        .filter(|path| !path.ends_with(".lock") && !path.ends_with("package-lock.json"))
    {
        let Ok(text) = std::fs::read_to_string(root().join(path)) else {
            continue;
        };
        assert!(
            !text.contains(&home) && !text.contains(&user),
            "{path} names a machine's folder"
        );
    }
}

#[test]
fn the_readme_names_only_files_that_exist() {
    let readme = read("README.md");
    let parts = [
        "model/",
        "server/",
        "client-wasm/",
        "pwa/",
        "tests/",
        ".ci/",
    ];
    for word in readme.split(['`', '(', ')', ' ', '\n']) {
        if parts.iter().any(|part| word.starts_with(part)) && !word.contains(['*', '{', '<']) {
            let path = word.trim_end_matches(['.', ',', ':']);
            let generated = ["pwa/dist", "pwa/src/client/wasm"]
                .iter()
                .any(|made| path.starts_with(made));
            assert!(
                generated || root().join(path).exists(),
                "README.md names {path}, which does not exist"
            );
        }
    }
}

/// The rows of the README's table that the list of reasons makes.
fn reasons() -> Vec<String> {
    let source = read("model/src/error.rs");
    let (_, list) = source
        .split_once("pub enum ErrorCode {\n")
        .expect("the list");
    let (list, _) = list.split_once("\n}\n").expect("its end");
    let (mut rows, mut meaning, mut number) = (Vec::new(), Vec::new(), "");
    for line in list.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("/// ") {
            meaning.push(words);
        } else if let Some(attribute) = line.strip_prefix("#[n(") {
            number = attribute.trim_end_matches(")]");
        } else if let Some(name) = line.strip_suffix(',') {
            let code = name
                .char_indices()
                .fold(String::new(), |code, (at, letter)| {
                    let between = if at > 0 && letter.is_uppercase() {
                        "_"
                    } else {
                        ""
                    };
                    code + between + &letter.to_lowercase().to_string()
                });
            rows.push(format!("| {number} | `{code}` | {} |", meaning.join(" ")));
            meaning.clear();
        }
    }
    rows
}

#[test]
fn the_readme_lists_every_reason_that_is_answered_as_the_model_says_it() {
    let readme = read("README.md");
    let table = readme
        .lines()
        .skip_while(|line| *line != "| | code | meaning |");
    let table: Vec<&str> = table.skip(2).take_while(|line| !line.is_empty()).collect();
    assert_eq!(table, reasons());
}
