//! Who changed what of an entry.

use super::*;
use crate::doc::genesis::Genesis;
use crate::history::{self, Field, How, STEPS_MAX, TOGETHER_S};
use crate::kind::Kind;
use crate::kinds::activity::ActivityCommand;
use FieldValue::{Number, Text};

const MINUTE: i64 = TOGETHER_S + 1;

fn with_expense() -> (Automerge, String) {
    let mut doc = Genesis::document(Kind::Activity);
    for number in [11, 12] {
        let add = Command::Activity(ActivityCommand::AddExpense {
            id: ulid(number),
            expense: expense(),
        });
        act(&mut doc, MEMBER, &add).unwrap();
    }
    (doc, format!("expenses/{}", ulid(11)))
}

fn edit(number: u8, changes: ExpenseChanges) -> Command {
    Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id: ulid(number),
        changes,
    })
}

fn net(cents: i64) -> ExpenseChanges {
    ExpenseChanges {
        net_cents: Some(cents),
        ..Default::default()
    }
}

fn remove(removed: bool) -> Command {
    let activity = DocHead::activity(person(MEMBER), 2026);
    let entry = EntryRef::new(activity, "expenses", ulid(11));
    Command::remove(entry, removed)
}

#[test]
fn an_entry_tells_who_made_it_what_was_changed_and_that_it_was_removed_and_brought_back() {
    let (mut doc, path) = with_expense();
    let label = ExpenseChanges {
        label: Some("Vis à bois".into()),
        ..net(4_200)
    };
    act_at(&mut doc, MEMBER, MINUTE, &edit(11, label)).unwrap();
    act_at(&mut doc, MEMBER, 2 * MINUTE, &edit(12, net(1))).unwrap();
    act_at(&mut doc, MEMBER, 3 * MINUTE, &remove(true)).unwrap();
    act_at(&mut doc, MEMBER, 5 * MINUTE, &remove(false)).unwrap();
    let steps = history::of(&doc, &path);
    let hows: Vec<How> = steps.iter().map(|step| step.how).collect();
    assert_eq!(
        hows,
        [How::BroughtBack, How::Removed, How::Changed, How::Made],
        "the last first, and nothing of another entry"
    );
    let [_, removed, changed, made] = &steps[..] else {
        unreachable!("four")
    };
    assert!(steps.iter().all(|step| step.by == Some(person(MEMBER))));
    assert_eq!(removed.at, NOW.0 / 1000 + 3 * MINUTE);
    let mut fields = changed.fields.clone();
    fields.sort_by(|one, other| one.path.cmp(&other.path));
    let sample = expense();
    let field = |path: &str, was, now| Field {
        path: path.into(),
        was: Some(was),
        now: Some(now),
    };
    assert_eq!(
        fields,
        [
            field("label", Text(sample.label), Text("Vis à bois".into())),
            field("net_cents", Number(sample.net_cents), Number(4_200)),
        ]
    );
    let amount = made.fields.iter().find(|field| field.path == "net_cents");
    assert_eq!(amount.unwrap().was, None);
}

#[test]
fn what_one_person_does_at_once_is_one_step_and_nothing_where_it_is_taken_back() {
    let (mut doc, path) = with_expense();
    let first = expense().net_cents;
    for (seconds, cents) in [(MINUTE, 1), (MINUTE + 5, 2), (MINUTE + 9, 3)] {
        act_at(&mut doc, MEMBER, seconds, &edit(11, net(cents))).unwrap();
    }
    for (seconds, cents) in [(4 * MINUTE, 9), (4 * MINUTE + 5, 3)] {
        act_at(&mut doc, MEMBER, seconds, &edit(11, net(cents))).unwrap();
    }
    let steps = history::of(&doc, &path);
    assert_eq!(steps.len(), 2, "{steps:?}");
    assert_eq!(steps[0].fields[0].was, Some(Number(first)));
    assert_eq!(steps[0].fields[0].now, Some(Number(3)));
}

#[test]
fn two_who_write_apart_are_both_told() {
    let (mut doc, path) = with_expense();
    let mut second = doc.fork();
    act_at(&mut doc, MEMBER, MINUTE, &edit(11, net(1))).unwrap();
    let context = Context {
        author: &grants(MEMBER),
        now: NOW.plus_ms(3 * MINUTE * 1000),
    };
    commit(&mut second, &edit(11, net(2)), &context, actor(MEMBER, 1)).unwrap();
    doc.merge(&mut second).unwrap();
    let mut wrote: Vec<_> = history::of(&doc, &path)
        .into_iter()
        .filter(|step| step.how == How::Changed)
        .map(|step| step.fields[0].now.clone())
        .collect();
    wrote.sort_by_key(|it| format!("{it:?}"));
    assert_eq!(wrote, [Some(Number(1)), Some(Number(2))]);
}

#[test]
fn a_long_history_tells_its_last_steps_and_a_path_that_names_nothing_tells_none() {
    let (mut doc, path) = with_expense();
    for step in 1..=STEPS_MAX as i64 + 5 {
        act_at(&mut doc, MEMBER, step * MINUTE, &edit(11, net(step))).unwrap();
    }
    let steps = history::of(&doc, &path);
    assert_eq!(steps.len(), STEPS_MAX);
    assert_eq!(
        steps[0].fields[0].now,
        Some(Number(STEPS_MAX as i64 + 5)),
        "the last first"
    );
    for nothing in ["", "expenses", "expenses/nobody", "a/b/c/d", "/"] {
        assert!(history::of(&doc, nothing).len() <= STEPS_MAX, "{nothing}");
    }
    assert_eq!(history::of(&doc, "expenses/nobody"), []);
}
