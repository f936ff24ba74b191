//! One good command of every sort.

use super::*;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::activity::ActivityCommand;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::contact::{ContactChanges, ContactCommand};
use crate::kinds::event::EventCommand;
use crate::kinds::journal::JournalCommand;
use crate::kinds::profile::ProfileCommand;
use crate::kinds::rsvp::AnswerCommand;

mod coaching;
mod posts;

pub(crate) use coaching::{CLOSED, too_late};
pub(crate) use posts::post;

pub(super) fn expense() -> ExpenseFields {
    ExpenseFields {
        date: "2026-03-05".into(),
        category: ExpenseCategory::Meal,
        label: "Déjeuner à Besançon".into(),
        net_cents: 1_850,
        vat_cents: 185,
        vat_rate_bp: Some(1_000),
        kind: ExpenseKind::Cash,
    }
}

pub(super) fn session() -> SessionFields {
    SessionFields {
        starts_at: "2026-03-05T09:00:00Z".into(),
        minutes: 75,
        mode: SessionMode::Office,
        place: "Salle du haut".into(),
        session_type: SessionType::Statutory,
        statutory: true,
        topics: vec!["prix".into(), "trésorerie".into()],
        status: SessionStatus::Done,
        coaches: vec![person(COACH)],
        objectives: "Faire le point".into(),
        points: "Le carnet de commandes est plein.\nLes prix sont trop bas.".into(),
        plan: "Revoir la grille de prix".into(),
        eight_points: (1..=8)
            .map(|n| format!("Point {n} : vu ensemble"))
            .collect(),
        member_present: Some(true),
        amends: None,
    }
}

pub(super) fn event() -> EventFields {
    EventFields {
        title: "Café des prix".into(),
        kind: EventKind::Workshop,
        description: "On compare nos devis.".into(),
        slots: vec![slot("2026-04-02T08:00:00Z", "2026-04-02T10:00:00Z")],
        branch: "Vallée".into(),
        capacity: 12,
        signup_open: true,
        status: EventStatus::Confirmed,
    }
}

pub(super) fn slot(start: &str, end: &str) -> SlotFields {
    SlotFields {
        id: ulid(70),
        start: start.into(),
        end: end.into(),
        place: "Atelier".into(),
    }
}

pub(super) fn answer(status: AnswerStatus, for_sequence: i64) -> Command {
    Command::Rsvp(AnswerCommand::AnswerEvent {
        event: ulid(60),
        answer: AnswerFields {
            status,
            comment: "J’apporte le café".into(),
            carpool_seats: 3,
            carpool_from: "Ornans".into(),
            diet: String::new(),
            for_sequence,
        },
    })
}

pub(super) fn trip() -> TripFields {
    TripFields {
        date: "2026-03-05".into(),
        from: "Ornans".into(),
        to: "Besançon".into(),
        metres: 26_000,
        vehicle: Vehicle::ElectricCar,
        purpose: String::new(),
    }
}

pub(super) fn lead() -> LeadFields {
    LeadFields {
        title: "Mobilier de la médiathèque".into(),
        contact: "Mme Œuvrard".into(),
        amount_cents: 480_000,
        stage: LeadStage::QuoteSent,
        next_step: "Rappeler".into(),
        due: "2026-03-20".into(),
    }
}

pub(super) fn goal() -> GoalFields {
    GoalFields {
        title: "Trois devis par mois".into(),
        kind: GoalKind::Commercial,
        target_value: 3,
        unit: "devis".into(),
        due: String::new(),
        status: GoalStatus::Open,
        progress_bp: 2_500,
    }
}

pub(super) fn action() -> ActionFields {
    ActionFields {
        text: "Relancer la mairie".into(),
        due: "2026-03-12".into(),
        status: ActionStatus::Todo,
        owner: Some(person(MEMBER)),
        session: Some(ulid(20)),
        goal: None,
    }
}

/// Every command with someone who may give it, in an order in which each finds what it needs.
pub(crate) fn every_command() -> Vec<(u8, Command)> {
    [
        activity(),
        outlook(),
        coaching::closed_session(),
        coaching::sessions(),
        coaching::coaching(),
        coaching::support(),
        shared(),
        posts::posts(),
        removals(),
    ]
    .concat()
}

/// On a member's activity.
fn activity() -> Vec<(u8, Command)> {
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
    ]
}

/// On what is hoped for.
fn outlook() -> Vec<(u8, Command)> {
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

/// What it takes to sign a session whose fields are these, in its signer's name.
pub(crate) fn sign(number: u8, signer: u8, fields: &SessionFields) -> Command {
    let read = crate::kinds::coaching_log::as_logged(ulid(number), fields);
    Command::CoachingLog(CoachingCommand::SignSession {
        member: person(MEMBER),
        id: ulid(number),
        signer: person(signer),
        hand: Some(hand(&read.content_sha256)),
    })
}

/// A signature drawn under a text of this digest.
pub(crate) fn hand(content_sha256: &str) -> SignedHand {
    SignedHand {
        content_sha256: content_sha256.to_owned(),
        strokes: "100,200 130,180 160,210;300,120 320,260".into(),
        typed: String::new(),
    }
}

/// On events, answers and profiles.
fn shared() -> Vec<(u8, Command)> {
    vec![
        (
            COACH,
            Command::Event(EventCommand::CreateEvent {
                id: ulid(60),
                event: event(),
            }),
        ),
        (
            COACH,
            Command::Event(EventCommand::EditEvent {
                id: ulid(60),
                changes: EventChanges {
                    slots: Some(vec![slot("2026-04-03T08:00:00Z", "2026-04-03T10:00:00Z")]),
                    ..Default::default()
                },
            }),
        ),
        (MEMBER, answer(AnswerStatus::Accepted, 1)),
        (
            MEMBER,
            Command::Profile(ProfileCommand::EditProfile {
                changes: ProfileChanges {
                    display_name: Some("Élodie Œuvrard".into()),
                    offers: Some("Coup de main\nen menuiserie".into()),
                    needs: Some("Un tour à bois".into()),
                    contact_visible: Some(true),
                    ..Default::default()
                },
            }),
        ),
        (
            MEMBER,
            Command::Contact(ContactCommand::EditContact {
                changes: ContactChanges {
                    phone: Some("06 12 34 56 78".into()),
                    emergency: Some("Appeler Paul".into()),
                    shown: Some(true),
                    ..Default::default()
                },
            }),
        ),
        (
            MEMBER,
            Command::Profile(ProfileCommand::SetProfileTag {
                set: ProfileSet::Skills,
                tag: "Ébénisterie".into(),
                present: true,
            }),
        ),
        (
            MEMBER,
            Command::Profile(ProfileCommand::SetProfileTag {
                set: ProfileSet::Skills,
                tag: "Ébénisterie".into(),
                present: false,
            }),
        ),
    ]
}

/// Each entry removed and brought back.
fn removals() -> Vec<(u8, Command)> {
    let (member, year) = (person(MEMBER), 2026);
    let mut commands = Vec::new();
    let activity = || DocHead::activity(member, year);
    let log = || DocHead::coaching_log(member);
    let entries = [
        EntryRef::new(DocHead::journal(member, year), "journal", ulid(10)),
        EntryRef::new(activity(), "expenses", ulid(11)),
        EntryRef::new(activity(), "mileage", ulid(12)),
        EntryRef::new(activity(), "pipeline", ulid(13)),
        EntryRef::new(log(), "sessions", ulid(20)),
        EntryRef::new(log(), "goals", ulid(21)),
        EntryRef::new(log(), "actions", ulid(22)),
        EntryRef::new(log(), "asks", ulid(23)),
        EntryRef::new(
            DocHead::coach_notes(person(COACH), member),
            "notes",
            ulid(30),
        ),
    ];
    for entry in entries {
        let by = if entry.kind == Kind::CoachNotes {
            COACH
        } else {
            MEMBER
        };
        for removed in [true, false] {
            commands.push((by, Command::remove(entry.clone(), removed)));
        }
    }
    commands
}
