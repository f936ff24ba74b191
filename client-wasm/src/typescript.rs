//! The TypeScript form of everything that crosses to the app, in one file that is committed.
//!
//! `UPDATE_TYPES=1 cargo test -p besace-client types` writes it; without the variable the same test fails when the
//! file is not what the Rust types say.

mod constants;

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::api::{Dispatched, Effect, Event, Intent, ReplicaConfig};
use crate::kinds::{ViewRequest, Views};
use constants::{about, disposable_stores, limits};

const HEADER: &str = "\
// Written by `UPDATE_TYPES=1 cargo test -p besace-client types` from the Rust types. Do not edit.
/* eslint-disable */
";

const FOOTER: &str = "\
/** The view that answers a request. */
export type ViewOf<R extends ViewRequest> = Views[R['view']];
";

/// Every type, in the order of their names.
#[must_use]
pub fn types() -> String {
    let config = Config::new().with_large_int("number");
    let mut found = Found {
        config: &config,
        seen: BTreeSet::new(),
        text: BTreeMap::new(),
    };
    found.visit::<ReplicaConfig>();
    found.visit::<Effect>();
    found.visit::<Event>();
    found.visit::<Intent>();
    found.visit::<Dispatched>();
    found.visit::<ViewRequest>();
    found.visit::<Views>();
    let types: Vec<String> = found.text.into_values().collect();
    format!(
        "{HEADER}\n{}\n{FOOTER}\n{}\n{}\n{}",
        types.join("\n"),
        disposable_stores(),
        about(),
        limits()
    )
}

struct Found<'a> {
    config: &'a Config,
    seen: BTreeSet<TypeId>,
    text: BTreeMap<String, String>,
}

impl TypeVisitor for Found<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let text = format!("{docs}export {}\n", T::decl(self.config));
            self.text.insert(T::ident(self.config), text);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// The app is written against the committed file: it must say what Rust says.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test compares with a file")]
    fn the_committed_types_are_those_of_the_code() {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../pwa/src/client/generated/types.ts");
        let types = super::types();
        if std::env::var("UPDATE_TYPES").is_ok() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &types).unwrap();
        }
        let committed = String::from_utf8(std::fs::read(&path).unwrap_or_default()).unwrap();
        let differs = committed
            .lines()
            .zip(types.lines())
            .find(|(committed, now)| committed != now);
        assert!(
            committed == types,
            "run UPDATE_TYPES=1 cargo test -p besace-client types; first difference: {differs:?}"
        );
    }
}
