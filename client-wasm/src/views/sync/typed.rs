//! What somebody typed in a command.

use besace_model::plain::Value;

/// Everything typed in a command, one field a line, identifiers left out.
pub(super) fn typed_text(command: &str) -> String {
    fn collect(value: &Value, name: &str, lines: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                // `entry` only names what something is done to.
                for (key, value) in map.iter().filter(|(key, _)| *key != "entry") {
                    collect(value, key, lines);
                }
            }
            Value::List(all) => {
                for value in all {
                    collect(value, name, lines);
                }
            }
            Value::Text(text) if !text.is_empty() && !is_identifier(name, text) => {
                lines.push(text.clone());
            }
            Value::Number(number) => lines.push(number.to_string()),
            _ => {}
        }
    }
    let mut lines = Vec::new();
    if let Ok(value) = Value::parse(command.as_bytes()) {
        collect(&value, "", &mut lines);
    }
    lines.join("\n")
}

fn is_identifier(name: &str, text: &str) -> bool {
    matches!(name, "type" | "contentSha256" | "strokes")
        || text.parse::<besace_model::ids::Ulid>().is_ok()
}

#[cfg(test)]
mod tests {
    use besace_model::command::{Command, EntryRef};
    use besace_model::head::DocHead;
    use besace_model::ids::{MemberId, Ulid};

    use super::*;
    use crate::entry::command_json;

    #[test]
    fn a_removal_says_nothing_that_somebody_typed() {
        let head = DocHead::coaching_log(MemberId(Ulid([7; 16])));
        let entry = EntryRef::new(head, "goals", Ulid([8; 16]));
        let command = Command::remove(entry, true);
        assert_eq!(typed_text(&command_json(&command)), "");
    }
}
