//! Activities.

use besace_model::head::DocHead;
use besace_model::plain::Value;

use super::{Said, Settling};
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

pub(super) fn settle(at: Settling<'_>) -> Option<Said> {
    let year = Value::Number(at.head.key.parse().ok()?);
    let id = at.id.into();
    let word = match at.collection {
        "forecast" => {
            return Some(vec![
                ("type", "setForecast".into()),
                ("month", id),
                ("cents", at.value),
            ]);
        }
        "journal" if at.field == "date" => {
            return Some(vec![
                ("type", "editJournalEntry".into()),
                ("year", year),
                ("id", id),
                ("date", at.value),
            ]);
        }
        "expenses" => "editExpense",
        "mileage" => "editTrip",
        "pipeline" => "editLead",
        _ => return None,
    };
    Some(vec![
        ("type", word.into()),
        ("year", year),
        ("id", id),
        ("changes", at.changes()),
    ])
}
