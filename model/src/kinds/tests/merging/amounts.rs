//! Amounts of an activity that two phones wrote at once.

use super::{at_once, with};
use crate::kind::Kind;
use crate::kinds::activity;
use crate::kinds::activity::ActivityCommand;
use crate::kinds::tests::*;

fn edit_expense(changes: ExpenseChanges) -> Command {
    Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id: ulid(11),
        changes,
    })
}

fn net(cents: i64) -> Command {
    edit_expense(ExpenseChanges {
        net_cents: Some(cents),
        ..Default::default()
    })
}

#[test]
fn two_amounts_written_at_once_are_both_shown_until_one_is_chosen() {
    let add = Command::Activity(ActivityCommand::AddExpense {
        id: ulid(11),
        expense: expense(),
    });
    let mut doc = with(Kind::Activity, &[(MEMBER, add)]);
    at_once(
        &mut doc,
        (MEMBER, 60, net(1_900)),
        (MEMBER, 120, net(2_000)),
    );
    let read = activity::read(&doc);
    let [conflict] = read.conflicts.as_slice() else {
        panic!("one question, not {:?}", read.conflicts)
    };
    assert_eq!(conflict.path, format!("expenses/{}/net_cents", ulid(11)));
    let shown = FieldValue::Number(read.expenses[&ulid(11)].net_cents);
    assert_eq!(conflict.values[0].value, shown);
    let mut values: Vec<_> = conflict
        .values
        .iter()
        .map(|v| (v.at.clone(), v.value.clone(), v.by))
        .collect();
    values.sort_by(|a, b| a.0.cmp(&b.0));
    let by = Some(person(MEMBER));
    assert_eq!(
        values,
        [
            (NOW.plus_ms(60_000).rfc3339(), FieldValue::Number(1_900), by),
            (
                NOW.plus_ms(120_000).rfc3339(),
                FieldValue::Number(2_000),
                by
            ),
        ]
    );
    act(&mut doc, MEMBER, &net(read.expenses[&ulid(11)].net_cents)).unwrap();
    assert!(
        activity::read(&doc).conflicts.is_empty(),
        "choosing the one shown settles it"
    );
}

#[test]
fn different_fields_and_equal_values_raise_no_question() {
    let add = Command::Activity(ActivityCommand::AddExpense {
        id: ulid(11),
        expense: expense(),
    });
    let mut doc = with(Kind::Activity, &[(MEMBER, add)]);
    let label = edit_expense(ExpenseChanges {
        label: Some("Repas".into()),
        net_cents: Some(1_900),
        ..Default::default()
    });
    at_once(&mut doc, (MEMBER, 1, label), (MEMBER, 2, net(1_900)));
    let read = activity::read(&doc);
    assert_eq!(read.conflicts, []);
    assert_eq!(read.expenses[&ulid(11)].label, "Repas");
}
