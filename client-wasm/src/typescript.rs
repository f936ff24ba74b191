//! The TypeScript form of everything that crosses to the app, in one file that is committed.
//!
//! `UPDATE_TYPES=1 cargo test -p besace-client types` writes it; without the variable the same test fails when the
//! file is not what the Rust types say.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use besace_model::access::about::about_members;
use besace_model::doc::rules::Value;
use besace_model::kind::Kind;
use besace_model::limits::{LINE_BYTES_MAX, TEXT_BYTES_MAX, YEARS};
use ts_rs::{Config, TS, TypeVisitor};

use crate::api::{Dispatched, Effect, Event, Intent, ReplicaConfig};
use crate::kinds::{ViewRequest, Views};
use crate::replica::settle::field_name;
use crate::store::{APPLYING, DISPOSABLE, NOW};

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

/// What stands about a member, to be told in words: the parts of each kind.
fn about() -> String {
    let mut parts: BTreeMap<u8, (&str, Vec<String>)> = BTreeMap::new();
    for part in about_members() {
        let kind = part.kind;
        let (_, maps) = parts
            .entry(kind.number())
            .or_insert((kind.as_str(), Vec::new()));
        maps.push(format!("'{}'", part.map));
    }
    let kinds = parts.values();
    let kinds = kinds.map(|(kind, maps)| format!("  {kind}: [{}],\n", maps.join(", ")));
    format!(
        "/** The parts of each kind's documents in which something about a member may stand. */\n\
         export const ABOUT_MEMBERS = {{\n{}}} as const;\n",
        kinds.collect::<String>()
    )
}

/// What a form may take, as the rules of what is stored have it: numbers by kind and field.
fn limits() -> String {
    let mut numbers = String::new();
    for kind in Kind::ALL.iter().filter(|kind| !kind.is_relays()) {
        let mut fields = BTreeMap::new();
        for rule in kind.table().rules() {
            let Value::Int(min, max) = rule.value else {
                continue;
            };
            // A field that a parameter names is called after its map.
            let parts = rule.path.rsplit('/');
            let name = parts.into_iter().find(|part| !part.starts_with('{'));
            let name = field_name(name.unwrap_or_default());
            let before = fields.insert(name, (min, max));
            assert!(before.is_none(), "two limits of one name: {}", rule.path);
        }
        if fields.is_empty() {
            continue;
        }
        numbers += &format!("  {}: {{\n", kind.as_str());
        for (name, (min, max)) in fields {
            numbers += &format!("    {name}: {{ min: {min}, max: {max} }},\n");
        }
        numbers += "  },\n";
    }
    format!(
        "/** What a form may take: numbers by kind and field, bytes of a line and of a text, years. */\n\
         export const LIMITS = {{\n{numbers}  \
           lineBytes: {LINE_BYTES_MAX},\n  \
           textBytes: {TEXT_BYTES_MAX},\n  \
           years: {{ first: {}, last: {} }},\n}} as const;\n",
        YEARS.start(),
        YEARS.end()
    )
}

/// The stores that may be dropped, as a constant.
fn disposable_stores() -> String {
    let names = DISPOSABLE.map(|name| format!("'{name}'")).join(", ");
    format!(
        "/** Rows of these stores come again from the relay; those of the others are a person's work. */\n\
         export const DISPOSABLE_STORES = [{names}] as const;\n\n\
         /** The row that tells the next life of the replica what was being read when this one ended. */\n\
         export const APPLYING_ROW = {{ store: '{APPLYING}', key: '{NOW}' }} as const;\n"
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
