//! A README that names only what exists, and lists every reason.

use super::{read, root};

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
