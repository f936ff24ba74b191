//! Settling a field to check: choosing one of its values is an ordinary command that writes that value.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::kind::Record;
use besace_model::plain::Value;
use besace_model::record::{Conflict, FieldValue};
use besace_model::time::Timestamp;

use super::Replica;
use crate::api::DispatchResult;
use crate::kinds::{self, Settling};

impl Replica {
    pub(super) fn settle(&mut self, conflict: &str, choice: u32, now: Timestamp) -> DispatchResult {
        let found = self.find_conflict(conflict);
        let Some((head, path, value)) = found.and_then(|(head, conflict)| {
            let value = conflict.values.get(choice as usize)?;
            Some((head.clone(), conflict.path.clone(), value.value.clone()))
        }) else {
            return DispatchResult::rejected(ErrorCode::NotFound);
        };
        let record = self
            .docs
            .get(head.id(self.coop))
            .and_then(|doc| doc.record());
        match settling(&head, record, &path, &value) {
            Some(command) => self.command(command, None, None, now),
            None => DispatchResult::rejected(ErrorCode::InvalidCommand),
        }
    }

    fn find_conflict(&self, id: &str) -> Option<(&DocHead, &Conflict)> {
        let (doc, path) = id.split_once(':')?;
        let doc = self.docs.get(doc.parse::<DocId>().ok()?)?;
        let conflict = doc
            .record()?
            .said()
            .conflicts()
            .iter()
            .find(|conflict| conflict.path == path)?;
        Some((&doc.row.head, conflict))
    }
}

/// The name of a conflict.
#[must_use]
pub(crate) fn conflict_id(doc: DocId, conflict: &Conflict) -> String {
    format!("{doc}:{}", conflict.path)
}

/// A field's name in commands, from its name in documents.
#[must_use]
pub(crate) fn field_name(path: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or_default();
    if last == "type" {
        return "sessionType".to_owned();
    }
    let mut parts = last.split('_');
    let mut name = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// The command that writes a value at a path; `None` where no command does.
fn settling(
    head: &DocHead,
    record: Option<&Record>,
    path: &str,
    value: &FieldValue,
) -> Option<Command> {
    let mut parts = path.split('/');
    kinds::settle(&Settling {
        head,
        record,
        collection: parts.next()?,
        id: parts.next().unwrap_or_default(),
        field: &field_name(path),
        value: match value {
            FieldValue::Text(text) => Value::Text(text.clone()),
            FieldValue::Number(number) => Value::Number(*number),
            FieldValue::Flag(flag) => Value::Flag(*flag),
        },
    })
}
