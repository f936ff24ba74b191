//! Good input for each entry.

use crate::files::NamedFile;
use crate::ids::FileHash;
use crate::kinds::rsvp::AnswerCommand;
use crate::kinds::tests::*;

/// A picture that a document may name.
pub(in crate::kinds::tests) fn picture(number: u8) -> NamedFile {
    NamedFile {
        hash: FileHash([number; 32]),
        bytes: 300_000 + u32::from(number),
    }
}

pub(in crate::kinds::tests) fn expense() -> ExpenseFields {
    ExpenseFields {
        date: "2026-03-05".into(),
        category: ExpenseCategory::Meal,
        label: "Déjeuner à Besançon".into(),
        net_cents: 1_850,
        vat_cents: 185,
        vat_rate_bp: Some(1_000),
        kind: ExpenseKind::Cash,
        receipt: Some(ReceiptState::Kept),
        files: [picture(1)].into_iter().collect(),
    }
}

pub(in crate::kinds::tests) fn session() -> SessionFields {
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

pub(in crate::kinds::tests) fn event() -> EventFields {
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

pub(in crate::kinds::tests) fn slot(start: &str, end: &str) -> SlotFields {
    SlotFields {
        id: ulid(70),
        start: start.into(),
        end: end.into(),
        place: "Atelier".into(),
    }
}

pub(in crate::kinds::tests) fn answer(status: AnswerStatus, for_sequence: i64) -> Command {
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

pub(in crate::kinds::tests) fn trip() -> TripFields {
    TripFields {
        date: "2026-03-05".into(),
        from: "Ornans".into(),
        to: "Besançon".into(),
        metres: 26_000,
        vehicle: Vehicle::ElectricCar,
        purpose: String::new(),
    }
}

pub(in crate::kinds::tests) fn lead() -> LeadFields {
    LeadFields {
        title: "Mobilier de la médiathèque".into(),
        contact: "Mme Œuvrard".into(),
        amount_cents: 480_000,
        stage: LeadStage::QuoteSent,
        next_step: "Rappeler".into(),
        due: "2026-03-20".into(),
    }
}

pub(in crate::kinds::tests) fn goal() -> GoalFields {
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

pub(in crate::kinds::tests) fn action() -> ActionFields {
    ActionFields {
        text: "Relancer la mairie".into(),
        due: "2026-03-12".into(),
        status: ActionStatus::Todo,
        owner: Some(person(MEMBER)),
        session: Some(ulid(20)),
        goal: None,
    }
}
