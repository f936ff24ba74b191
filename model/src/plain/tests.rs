//! What is written reads back, in both forms, and the JSON is that of serde_json.

mod json;
mod packed;

use super::*;
use crate::ids::{MemberId, Ulid};
use crate::kinds::activity::Activity;
use crate::kinds::journal::JournalEntry;
use crate::record::{Conflict, ConflictValue, Entry, FieldValue};
use crate::sorted::SortedMap;

const TEXT: &str = "\"Été\" \\ / \u{1}\u{8}\u{c}\n\r\t\u{1f}\u{7f} 🧺 a'b";

#[derive(Debug, PartialEq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase", optional_fields)]
struct Changes {
    first_word: Option<String>,
    amount: Option<Option<i64>>,
}

#[derive(Debug, Clone, PartialEq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
struct Begins {
    with: Option<i64>,
    then: i64,
}

#[derive(Debug, PartialEq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase", optional_fields)]
struct Said {
    begins: Option<Changes>,
    then: Option<i64>,
}

#[derive(Debug, PartialEq, ToPlain, FromPlain)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
enum Order {
    Stop,
    GoTo {
        far_away: bool,
        member: Option<MemberId>,
    },
    Change(Changes),
}

fn record() -> Activity {
    let journal = JournalEntry {
        entry: Entry {
            created_by: Some(MemberId::from_bytes([7; 16])),
            ..Entry::default()
        },
        date: "2026-05-04".to_owned(),
        text: TEXT.to_owned(),
    };
    let conflict = Conflict {
        path: "journal/x/date".to_owned(),
        values: [
            FieldValue::Text(TEXT.to_owned()),
            FieldValue::Number(i64::MIN),
            FieldValue::Flag(true),
        ]
        .map(|value| ConflictValue {
            value,
            by: None,
            at: String::new(),
        })
        .to_vec(),
    };
    Activity {
        journal: SortedMap::from([(Ulid([1; 16]), journal.clone()), (Ulid([2; 16]), journal)]),
        forecast: SortedMap::from([("2026-05".to_owned(), -1)]),
        conflicts: vec![conflict],
        ..Activity::default()
    }
}
