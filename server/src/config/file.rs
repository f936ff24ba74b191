//! The configuration file: TOML, each value as text.

use std::collections::BTreeMap;

use super::faults::Fault;
use super::setting::Setting;

pub(super) fn read_file(text: &str) -> (BTreeMap<String, String>, Vec<Fault>) {
    let table = match text.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            return (
                BTreeMap::new(),
                vec![Fault::Toml(error.message().to_owned())],
            );
        }
    };
    let mut values = BTreeMap::new();
    let mut faults = Vec::new();
    for (key, value) in table {
        if Setting::ALL.iter().all(|setting| setting.key() != key) {
            faults.push(Fault::Unknown(key));
            continue;
        }
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Array(parts) => {
                let parts: Vec<String> = parts.into_iter().map(plain).collect();
                parts.join(",")
            }
            other => plain(other),
        };
        values.insert(key, text);
    }
    (values, faults)
}

fn plain(value: toml::Value) -> String {
    match value {
        toml::Value::String(text) => text,
        other => other.to_string(),
    }
}
