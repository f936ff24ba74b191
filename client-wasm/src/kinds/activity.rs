//! Activities.

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::kinds::activity::{ActivityCommand, JournalChanges};

use super::Settling;
use crate::api::Topic;
use crate::view::Place;

pub(super) const TOPIC: Topic = Topic::Activity;

pub(super) fn place(head: &DocHead, collection: &str, key: &str) -> Option<Place> {
    let member = head.owner;
    if collection == "forecast" {
        let month = key.to_owned();
        return Some(Place::Forecast { member, month });
    }
    Some(Place::ActivityEntry {
        member,
        year: head.key.parse().ok()?,
        id: key.parse().ok()?,
    })
}

pub(super) fn settle(at: &Settling<'_>) -> Option<Command> {
    let year = at.head.key.parse().ok()?;
    if at.collection == "forecast" {
        return Some(Command::Activity(ActivityCommand::SetForecast {
            month: at.id.to_owned(),
            cents: at.value()?,
        }));
    }
    let id = at.id.parse().ok()?;
    Some(Command::Activity(match at.collection {
        "journal" => {
            let JournalChanges { date, text } = at.changes()?;
            ActivityCommand::EditJournalEntry {
                year,
                id,
                date,
                text,
            }
        }
        "expenses" => ActivityCommand::EditExpense {
            year,
            id,
            changes: at.changes()?,
        },
        "mileage" => ActivityCommand::EditTrip {
            year,
            id,
            changes: at.changes()?,
        },
        "pipeline" => ActivityCommand::EditLead {
            year,
            id,
            changes: at.changes()?,
        },
        _ => return None,
    }))
}
