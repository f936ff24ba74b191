//! Bad input about activities and journals.

use super::{assert_invalid, complaint};
use crate::kinds::activity::ActivityCommand;
use crate::kinds::journal::JournalCommand;
use crate::kinds::tests::*;

#[test]
fn bad_activity_input_is_named() {
    let add = |change: fn(&mut ExpenseFields)| {
        let mut expense = expense();
        change(&mut expense);
        Command::Activity(ActivityCommand::AddExpense {
            id: ulid(40),
            expense,
        })
    };
    let at = |key| format!("expenses/{}/{key}", ulid(40));
    assert_invalid(MEMBER, add(|e| e.net_cents = i64::MAX), &at("net_cents"));
    assert_invalid(
        MEMBER,
        add(|e| e.vat_rate_bp = Some(10_001)),
        &at("vat_rate_bp"),
    );
    assert_invalid(MEMBER, add(|e| e.label = " \n ".into()), &at("label"));
    assert_invalid(MEMBER, add(|e| e.label = "x".repeat(500)), &at("label"));
    assert_invalid(MEMBER, add(|e| e.label = "\u{200b}".into()), &at("label"));
    assert_invalid(MEMBER, add(|e| e.date = "0026-11-28".into()), &at("date"));
    assert_invalid(MEMBER, add(|e| e.date = "2026-02-30".into()), &at("date"));
    let elsewhere = ExpenseChanges {
        date: Some("2027-01-01".into()),
        ..Default::default()
    };
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::EditExpense {
            year: 2026,
            id: ulid(11),
            changes: elsewhere,
        }),
        &format!("expenses/{}/date", ulid(11)),
    );
}

#[test]
fn bad_trips_leads_forecasts_and_journal_lines_are_named() {
    let mut trip = trip();
    trip.metres = 0;
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::AddTrip { id: ulid(40), trip }),
        &format!("mileage/{}/metres", ulid(40)),
    );
    let mut lead = lead();
    lead.due = "demain".into();
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::AddLead {
            year: 2026,
            id: ulid(40),
            lead,
        }),
        &format!("pipeline/{}/due", ulid(40)),
    );
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::SetForecast {
            month: "2026-4".into(),
            cents: 1,
        }),
        "forecast/2026-4",
    );
    assert_invalid(
        MEMBER,
        Command::Activity(ActivityCommand::SetForecast {
            month: "2026-04".into(),
            cents: -1,
        }),
        "forecast/2026-04",
    );
    let empty = Command::Journal(JournalCommand::AddJournalEntry {
        id: ulid(40),
        date: "2026-03-05".into(),
        text: " ".into(),
    });
    assert_invalid(MEMBER, empty, &format!("journal/{}/text", ulid(40)));
    let unknown = Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id: ulid(41),
        changes: Default::default(),
    });
    assert_eq!(complaint(MEMBER, &unknown), CommandError::NoSuchEntry);
}
