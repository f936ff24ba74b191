//! JSON is written and read as serde_json does.

use super::super::*;
use super::{Changes, Order, TEXT};

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
