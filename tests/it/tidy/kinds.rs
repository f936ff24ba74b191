//! Where a kind may be named, and what each kind must have.

use super::{files, read, sources};

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
