//! What is written reads back, in both forms, and the JSON is that of serde_json.

use super::*;
use crate::ids::{MemberId, Ulid};
use crate::kinds::activity::Activity;
use crate::kinds::journal::JournalEntry;
use crate::kinds::profile::Profile;
use crate::record::{Conflict, ConflictValue, Entry, FieldValue};
use crate::sorted::SortedMap;

const TEXT: &str = "\"Été\" \\ / \u{1}\u{8}\u{c}\n\r\t\u{1f}\u{7f} 🧺 a'b";

#[derive(Debug, PartialEq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase", optional_fields)]
struct Changes {
    first_word: Option<String>,
    amount: Option<Option<i64>>,
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

#[test]
fn what_is_written_reads_back_in_both_forms() {
    let record = record();
    assert_eq!(unpack(&pack(&record)), Ok(record.clone()));
    assert_eq!(from_json(to_json(&record).as_bytes()), Ok(record));
    for order in [
        Order::Stop,
        Order::GoTo {
            far_away: true,
            member: None,
        },
        Order::Change(Changes {
            first_word: None,
            amount: Some(None),
        }),
        Order::Change(Changes {
            first_word: Some(TEXT.to_owned()),
            amount: None,
        }),
    ] {
        assert_eq!(from_json(to_json(&order).as_bytes()).as_ref(), Ok(&order));
        assert_eq!(unpack(&pack(&order)).as_ref(), Ok(&order));
    }
}

#[test]
fn json_has_the_names_and_tags_that_typescript_types_say() {
    let json = |order: &Order| to_json(order);
    assert_eq!(json(&Order::Stop), r#"{"type":"stop"}"#);
    assert_eq!(
        json(&Order::GoTo {
            far_away: false,
            member: None
        }),
        r#"{"type":"goTo","farAway":false,"member":null}"#
    );
    assert_eq!(
        json(&Order::Change(Changes {
            first_word: None,
            amount: Some(None)
        })),
        r#"{"type":"change","amount":null}"#
    );
}

#[test]
fn a_missing_field_and_a_cleared_one_differ_only_where_they_may() {
    let read = |text: &str| from_json::<Changes>(text.as_bytes());
    let changes = |amount| {
        Ok(Changes {
            first_word: None,
            amount,
        })
    };
    assert_eq!(read("{}"), changes(None));
    assert_eq!(
        read(r#"{"firstWord":null,"amount":null}"#),
        changes(Some(None))
    );
    assert_eq!(
        read(r#"{"amount":3,"unknown":[{}]}"#),
        changes(Some(Some(3)))
    );
    assert_eq!(read("[]"), Err(Unfit));
    assert_eq!(read(r#"{"amount":"3"}"#), Err(Unfit));
    let order = |text: &str| from_json::<Order>(text.as_bytes());
    assert_eq!(order(r#"{"type":"goTo"}"#), Err(Unfit));
    assert_eq!(order(r#"{"type":"fly"}"#), Err(Unfit));
    assert!(order(r#"{"type":"goTo","farAway":true}"#).is_ok());
}

#[test]
fn text_is_escaped_as_serde_json_does() {
    assert_eq!(to_json(&TEXT), serde_json::to_string(TEXT).unwrap());
}

#[test]
fn json_is_read_as_serde_json_reads_it() {
    for text in [
        " { \"a\" : [ 1 , -2, 0, true,false , null ] , \"b\":{\"\":\"\"} }\n",
        r#""\ud83e\uddfa\u00e9\/\"\\\b\f\n\r\t""#,
        "9223372036854775807",
        "-9223372036854775808",
        "[]",
        "{}",
        // None of these is JSON.
        "",
        "[1,]",
        "{\"a\":1,}",
        "[1 2]",
        "\"a",
        "\"\u{1}\"",
        r#""\x""#,
        r#""\ud83e""#,
        r#""\ud83e\u0041""#,
        r#""\uddfa""#,
        "01",
        "-01",
        "+1",
        "-",
        "nul",
        "1 1",
        "{1:2}",
    ] {
        let ours = Value::parse(text.as_bytes()).map(|value| same(&value));
        assert_eq!(ours.ok(), serde_json::from_str(text).ok(), "{text}");
    }
    for fraction in ["1.5", "1e3", "9223372036854775808"] {
        assert_eq!(Value::parse(fraction.as_bytes()), Err(Unfit), "{fraction}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(Value::parse(deep.as_bytes()), Err(Unfit));
}

fn same(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Flag(flag) => (*flag).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(list) => list.iter().map(same).collect(),
        Value::Object(object) => object
            .iter()
            .map(|(name, value)| (name.clone(), same(value)))
            .collect(),
    }
}

#[test]
fn bytes_of_another_shape_and_damaged_ones_are_refused() {
    let packed = pack(&record());
    assert!(unpack::<Profile>(&packed).is_err());
    for length in 0..packed.len() {
        assert!(unpack::<Activity>(&packed[..length]).is_err());
    }
    for at in 0..packed.len() {
        let mut damaged = packed.clone();
        damaged[at] ^= 0x5a;
        // Whatever it says, it says it in order.
        let _ = unpack::<Activity>(&damaged);
    }
    assert_ne!(shape(&[("ab", 0), ("c", 0)]), shape(&[("a", 0), ("bc", 0)]));
    assert_ne!(shape(&[("a", 0)]), shape(&[("a", 1)]));
}
