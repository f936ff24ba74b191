//! Settling a field to check: choosing one of its values is an ordinary command that writes that value.

use besace_model::command::{ActionChanges, ExpenseChanges, GoalChanges, LeadChanges, TripChanges};
use besace_model::command::{Command, EventChanges, ProfileChanges, SessionChanges};
use besace_model::error::ErrorCode;
use besace_model::ids::DocId;
use besace_model::kind::{DocHead, Kind};
use besace_model::record::{Conflict, FieldValue, Record};
use besace_model::time::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

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
            Some(command) => self.command(command, None, now),
            None => DispatchResult::rejected(ErrorCode::InvalidCommand),
        }
    }

    fn find_conflict(&self, id: &str) -> Option<(&DocHead, &Conflict)> {
        let (doc, path) = id.split_once(':')?;
        let doc = self.docs.get(doc.parse::<DocId>().ok()?)?;
        let conflict = conflicts_of(doc.record()?)
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

/// The conflicts a record holds.
#[must_use]
pub(crate) fn conflicts_of(record: &Record) -> &[Conflict] {
    match record {
        Record::Profile(profile) => &profile.conflicts,
        Record::Activity(activity) => &activity.conflicts,
        Record::CoachingLog(log) => &log.conflicts,
        Record::CoachNotes(notes) => &notes.conflicts,
        Record::Event(Some(event)) => &event.conflicts,
        Record::Event(None) | Record::Directory(_) | Record::Rsvp(_) | Record::Roster(_) => &[],
    }
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
    let parts: Vec<&str> = path.split('/').collect();
    let value = serde_json::to_value(value).ok()?;
    let changes = json!({ field_name(path): value });
    let member = head.owner;
    let id = || parts.get(1)?.parse().ok();
    match (head.kind, *parts.first()?) {
        (Kind::Profile, _) => Some(Command::EditProfile {
            changes: read::<ProfileChanges>(changes)?,
        }),
        (Kind::Event, "event") => Some(Command::EditEvent {
            id: head.key.parse().ok()?,
            changes: read::<EventChanges>(changes)?,
        }),
        (Kind::Activity, "forecast") => Some(Command::SetForecast {
            month: (*parts.get(1)?).to_owned(),
            cents: value.as_i64()?,
        }),
        (Kind::Activity, collection) => {
            activity(head.key.parse().ok()?, collection, id()?, changes)
        }
        (Kind::CoachingLog, "sessions") => Some(Command::EditSession {
            member,
            id: id()?,
            changes: read::<SessionChanges>(changes)?,
        }),
        (Kind::CoachingLog, "goals") => Some(Command::EditGoal {
            member,
            id: id()?,
            changes: read::<GoalChanges>(changes)?,
        }),
        (Kind::CoachingLog, "actions") => Some(Command::EditAction {
            member,
            id: id()?,
            changes: read::<ActionChanges>(changes)?,
        }),
        (Kind::CoachingLog, "feedback") => {
            let Some(Record::CoachingLog(log)) = record else {
                return None;
            };
            let id = id()?;
            Some(Command::RateSession {
                id,
                score: value.as_i64()?,
                text: log.feedback.get(&id)?.text.clone(),
            })
        }
        _ => None,
    }
}

fn activity(
    year: u16,
    collection: &str,
    id: besace_model::ids::Ulid,
    changes: Value,
) -> Option<Command> {
    match collection {
        "journal" => Some(Command::EditJournalEntry {
            year,
            id,
            date: changes.get("date")?.as_str().map(str::to_owned),
            text: None,
        }),
        "expenses" => Some(Command::EditExpense {
            year,
            id,
            changes: read::<ExpenseChanges>(changes)?,
        }),
        "mileage" => Some(Command::EditTrip {
            year,
            id,
            changes: read::<TripChanges>(changes)?,
        }),
        "pipeline" => Some(Command::EditLead {
            year,
            id,
            changes: read::<LeadChanges>(changes)?,
        }),
        _ => None,
    }
}

fn read<T: DeserializeOwned>(changes: Value) -> Option<T> {
    serde_json::from_value(changes).ok()
}
