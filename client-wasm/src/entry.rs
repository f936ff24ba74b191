//! Which entry of which document something concerns, and where the app shows it.

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::plain::{self, Value};

use crate::kinds;
use crate::view::Place;

/// Characters of a label.
const LABEL_CHARS_MAX: usize = 80;

/// The key of the entry a command (as JSON) writes: a ULID, a month, or empty for the document itself.
#[must_use]
pub fn entry_key(command: &str) -> String {
    Value::parse(command.as_bytes())
        .ok()
        .and_then(|value| {
            ["id", "event", "month"]
                .iter()
                .find_map(|key| value.get(key).or_else(|| value.get("entry")?.get(key)))
                .and_then(|key| key.as_text().map(str::to_owned))
        })
        .unwrap_or_default()
}

/// A command as it is stored.
#[must_use]
pub fn command_json(command: &Command) -> String {
    plain::to_json(command)
}

/// Where a command is shown.
#[must_use]
pub fn place_of_command(head: &DocHead, command: &str) -> Option<Place> {
    let value = Value::parse(command.as_bytes()).ok()?;
    let word = value.get("type")?.as_text()?;
    let word = match value.get("entry").and_then(|entry| entry.get("type")) {
        Some(entry) => entry.as_text()?,
        None => word,
    };
    let lower = word.to_lowercase();
    let collection = ["goal", "action", "forecast", "ask"]
        .into_iter()
        .find(|part| lower.contains(part))
        .map(|part| match part {
            "forecast" => part.to_owned(),
            part => format!("{part}s"),
        })
        .unwrap_or_default();
    kinds::place(head, &collection, &entry_key(command))
}

/// What an entry (as JSON) is, in its own words.
#[must_use]
pub fn label(entry: &Value) -> String {
    [
        "label",
        "title",
        "displayName",
        "name",
        "text",
        "purpose",
        "objectives",
        "startsAt",
        "date",
        "month",
    ]
    .iter()
    .filter_map(|key| entry.get(key)?.as_text())
    .find(|text| !text.trim().is_empty())
    .map(shorten)
    .unwrap_or_default()
}

/// The first line of a text, cut to a label.
#[must_use]
pub fn shorten(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= LABEL_CHARS_MAX {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LABEL_CHARS_MAX - 1).collect();
    format!("{}…", cut.trim_end())
}
