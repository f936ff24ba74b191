//! Partners: who to speak to, what was done, what was agreed.

use super::*;
use crate::kinds::partner::{
    PartnerAct, PartnerAgreementChanges, PartnerAgreementFields, PartnerChanges, PartnerCommand,
    PartnerContactChanges, PartnerContactFields, PartnerFields, PartnerInteractionChanges,
    PartnerInteractionFields, PartnerKind,
};

pub(in crate::kinds::tests) fn partner() -> PartnerFields {
    PartnerFields {
        name: "Mission locale".into(),
        kind: PartnerKind::Prescriber,
        territory: "Pays de Vannes".into(),
        brings: "Des jeunes qui ont un projet.".into(),
        ask: Some(person(COACH)),
        presented: false,
    }
}

pub(in crate::kinds::tests) fn interaction() -> PartnerInteractionFields {
    PartnerInteractionFields {
        date: "2026-03-02".into(),
        minutes: 45,
        act: PartnerAct::Visit,
        note: "Deux jeunes intéressés.".into(),
        next_step: "Envoyer le calendrier".into(),
        due: "2026-03-16".into(),
        done_at: String::new(),
    }
}

pub(super) fn partners() -> Vec<(u8, Command)> {
    let (id, partner_id) = (ulid(80), ulid(80));
    let contact = PartnerContactFields {
        name: "Soazig Le Bihan".into(),
        role: "Conseillère".into(),
        phone: "02 97 00 00 00".into(),
        email: "soazig@mission.example".into(),
    };
    let agreement = PartnerAgreementFields {
        title: "Convention 2026".into(),
        start: "2026-01-01".into(),
        end: "2026-12-31".into(),
        amount_cents: 400_000,
        deliverables: "Quatre réunions.".into(),
    };
    let commands = [
        PartnerCommand::AddPartner {
            id,
            partner: partner(),
        },
        PartnerCommand::EditPartner {
            id,
            changes: PartnerChanges {
                brings: Some("Des jeunes qui ont un projet, et des idées.".into()),
                ask: Some(None),
                presented: Some(true),
                ..Default::default()
            },
        },
        PartnerCommand::AddPartnerContact {
            partner: partner_id,
            id: ulid(81),
            contact,
        },
        PartnerCommand::EditPartnerContact {
            partner: partner_id,
            id: ulid(81),
            changes: PartnerContactChanges {
                role: Some("Directrice".into()),
                ..Default::default()
            },
        },
        PartnerCommand::AddPartnerInteraction {
            partner: partner_id,
            id: ulid(82),
            interaction: interaction(),
        },
        PartnerCommand::EditPartnerInteraction {
            partner: partner_id,
            id: ulid(82),
            changes: PartnerInteractionChanges {
                note: Some("Deux jeunes intéressés, puis trois.".into()),
                done_at: Some("2026-03-05".into()),
                ..Default::default()
            },
        },
        PartnerCommand::AddPartnerAgreement {
            partner: partner_id,
            id: ulid(83),
            agreement,
        },
        PartnerCommand::EditPartnerAgreement {
            partner: partner_id,
            id: ulid(83),
            changes: PartnerAgreementChanges {
                end: Some(String::new()),
                deliverables: Some("Quatre réunions et un bilan.".into()),
                ..Default::default()
            },
        },
    ];
    commands
        .map(|command| (COACH, Command::Partner(command)))
        .into()
}
