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
    let collection = match plain::from_value(&value) {
        Ok(Command::Entry(said)) => said.entry().collection.clone(),
        _ => kinds::collection(head.kind, value.get("type")?.as_text()?).to_owned(),
    };
    Some(Place::new(head, &collection, &entry_key(command)))
}

/// What an entry (as JSON) is, in its own words.
#[must_use]
pub fn label(entry: &Value) -> String {
    [
        "label",
        "title",
        "displayName",
        "name",
        "question",
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

#[cfg(test)]
mod tests {
    use besace_model::command::EntryRef;
    use besace_model::ids::{MemberId, Ulid};

    use super::*;

    #[test]
    fn what_is_removed_is_found_where_it_is_shown_also_as_versions_before_named_it() {
        let (member, id) = (MemberId(Ulid([7; 16])), Ulid([8; 16]));
        let head = DocHead::coaching_log(member);
        for (collection, word) in [
            ("goals", "goal"),
            ("actions", "action"),
            ("asks", "ask"),
            ("sessions", "session"),
        ] {
            let place = Place::new(&head, collection, &id.to_string());
            let entry = EntryRef::new(head.clone(), collection, id);
            let command = command_json(&Command::remove(entry, true));
            assert_eq!(place_of_command(&head, &command), Some(place.clone()));
            let before = format!(
                r#"{{"type":"remove","entry":{{"type":"{word}","member":"{member}","id":"{id}"}},"removed":true}}"#
            );
            assert_eq!(place_of_command(&head, &before), Some(place));
        }
    }
}
