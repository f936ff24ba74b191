//! The types of commands, as they reach the app.

use crate::kinds::activity::ActivityCommand;
use crate::kinds::tests::*;
use crate::plain;

#[test]
fn a_cleared_field_survives_json_and_an_unsaid_one_stays_unsaid() {
    let changes = ActionChanges {
        owner: Some(None),
        ..Default::default()
    };
    let json = plain::to_json(&changes);
    assert_eq!(json, r#"{"owner":null}"#);
    assert_eq!(
        plain::from_json::<ActionChanges>(json.as_bytes()).unwrap(),
        changes
    );
    assert_eq!(
        plain::from_json::<ActionChanges>(b"{}").unwrap(),
        ActionChanges::default()
    );
}

#[test]
fn types_for_the_app_can_be_written() {
    use ts_rs::TS;
    let config = ts_rs::Config::new().with_large_int("number");
    let all = Command::decl(&config);
    assert!(all.contains("ActivityCommand"), "{all}");
    let own = ActivityCommand::decl(&config);
    assert!(own.contains("addExpense"), "{own}");
    let changes = ActionChanges::decl(&config);
    assert!(changes.contains("owner?: MemberId | null"), "{changes}");
    assert!(!Feedback::decl(&config).contains("bigint"));
}
