//! The parts, what they may know of each other, and what the top level holds.

use super::{files, read, root, sources};

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
