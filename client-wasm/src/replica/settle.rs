//! Settling a field to check: choosing one of its values is an ordinary command that writes that value.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, Ulid};
use besace_model::kind::{Kind, Record};
use besace_model::plain::{self, Value};
use besace_model::record::{Conflict, FieldValue};
use besace_model::time::Timestamp;

use super::Replica;
use crate::api::DispatchResult;

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

/// The command that writes a value at a path; `None` where no command does. It is made as JSON, of which the reader
/// exists already.
fn settling(
    head: &DocHead,
    record: Option<&Record>,
    path: &str,
    value: &FieldValue,
) -> Option<Command> {
    let parts: Vec<&str> = path.split('/').collect();
    let value = match value {
        FieldValue::Text(text) => Value::Text(text.clone()),
        FieldValue::Number(number) => Value::Number(*number),
        FieldValue::Flag(flag) => Value::Flag(*flag),
    };
    let field = field_name(path);
    let id = parts.get(1).copied().unwrap_or_default();
    let year = || Some(Value::Number(head.key.parse().ok()?));
    let changes = |value| Value::Object([(field.clone(), value)].into());
    let fields = match (head.kind, *parts.first()?) {
        (Kind::Profile, _) => vec![("type", "editProfile".into()), ("changes", changes(value))],
        (Kind::Event, "event") => vec![
            ("type", "editEvent".into()),
            ("id", head.key.as_str().into()),
            ("changes", changes(value)),
        ],
        (Kind::Activity, "forecast") => vec![
            ("type", "setForecast".into()),
            ("month", id.into()),
            ("cents", value),
        ],
        (Kind::Activity, "journal") if field == "date" => vec![
            ("type", "editJournalEntry".into()),
            ("year", year()?),
            ("id", id.into()),
            ("date", value),
        ],
        (Kind::Activity, collection) => {
            let word = match collection {
                "expenses" => "editExpense",
                "mileage" => "editTrip",
                "pipeline" => "editLead",
                _ => return None,
            };
            vec![
                ("type", word.into()),
                ("year", year()?),
                ("id", id.into()),
                ("changes", changes(value)),
            ]
        }
        (Kind::CoachingLog, "feedback") => {
            let Some(Record::CoachingLog(log)) = record else {
                return None;
            };
            let text = log.feedback.get(&id.parse::<Ulid>().ok()?)?.text.as_str();
            vec![
                ("type", "rateSession".into()),
                ("id", id.into()),
                ("score", value),
                ("text", text.into()),
            ]
        }
        (Kind::CoachingLog, collection) => {
            let word = match collection {
                "sessions" => "editSession",
                "goals" => "editGoal",
                "actions" => "editAction",
                _ => return None,
            };
            vec![
                ("type", word.into()),
                ("member", head.owner.to_string().as_str().into()),
                ("id", id.into()),
                ("changes", changes(value)),
            ]
        }
        _ => return None,
    };
    let fields = fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value));
    plain::from_value(&Value::Object(fields.collect())).ok()
}
