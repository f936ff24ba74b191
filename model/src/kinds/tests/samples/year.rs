//! Activities: what was spent and driven, who was met, what is expected.

use super::{expense, lead, picture, trip};
use crate::kinds::activity::ActivityCommand;
use crate::kinds::journal::JournalCommand;
use crate::kinds::tests::*;

/// On a member's activity.
pub(super) fn activity() -> Vec<(u8, Command)> {
    let year = 2026;
    let date = || "2026-03-05".to_owned();
    vec![
        (
            MEMBER,
            Command::Journal(JournalCommand::AddJournalEntry {
                id: ulid(10),
                date: date(),
                text: "Marché\nde Noël".into(),
            }),
        ),
        (
            MEMBER,
            Command::Journal(JournalCommand::EditJournalEntry {
                year,
                id: ulid(10),
                date: None,
                text: Some("Marché de Pâques".into()),
            }),
        ),
        (
            MEMBER,
            Command::Activity(ActivityCommand::AddExpense {
                id: ulid(11),
                expense: expense(),
            }),
        ),
        (
            MEMBER,
            Command::Activity(ActivityCommand::EditExpense {
                year,
                id: ulid(11),
                changes: ExpenseChanges {
                    net_cents: Some(2_000),
                    receipt: Some(Some(ReceiptState::HandedIn)),
                    files: Some([picture(2)].into_iter().collect()),
                    ..Default::default()
                },
            }),
        ),
        (
            MEMBER,
            Command::Activity(ActivityCommand::AddTrip {
                id: ulid(12),
                trip: trip(),
            }),
        ),
        (
            MEMBER,
            Command::Activity(ActivityCommand::EditTrip {
                year,
                id: ulid(12),
                changes: TripChanges {
                    metres: Some(27_000),
                    ..Default::default()
                },
            }),
        ),
        (MEMBER, submit(11, true)),
        (MEMBER, submit(11, false)),
        (MEMBER, submit(12, true)),
    ]
}

fn submit(number: u8, submitted: bool) -> Command {
    Command::Activity(ActivityCommand::SubmitLine {
        year: 2026,
        id: ulid(number),
        submitted,
    })
}

/// On what is hoped for.
pub(super) fn outlook() -> Vec<(u8, Command)> {
    let year = 2026;
    vec![
        (
            MEMBER,
            Command::Activity(ActivityCommand::AddLead {
                year,
                id: ulid(13),
                lead: lead(),
            }),
        ),
        (
            MEMBER,
            Command::Activity(ActivityCommand::EditLead {
                year,
                id: ulid(13),
                changes: LeadChanges {
                    due: Some(String::new()),
                    ..Default::default()
                },
            }),
        ),
        (
            MEMBER,
            Command::Activity(ActivityCommand::SetForecast {
                month: "2026-04".into(),
                cents: 250_000,
            }),
        ),
    ]
}
