//! Consultations and what people answer.

use super::*;
use crate::kinds::consultation::{
    ConsultationChanges, ConsultationCommand, ConsultationFields, ConsultationStatus, Electorate,
    Method, OptionChanges, OptionFields,
};
use crate::kinds::stance::{StanceCommand, StanceFields};

/// The consultation of the samples, and an option of it.
pub(crate) const ASKED: u8 = 80;
pub(crate) const OPTION: u8 = 81;
const OTHER: u8 = 82;

pub(crate) fn consultation() -> ConsultationFields {
    ConsultationFields {
        question: "Où ouvrir l’antenne ?".into(),
        details: "Deux villes nous attendent.".into(),
        method: Method::Poll,
        secret: false,
        closes: "2026-03-12T18:00:00Z".into(),
        quorum_bp: Some(5_000),
        proxies: 1,
    }
}

pub(crate) fn option() -> OptionFields {
    OptionFields {
        label: "Vannes".into(),
        day: "2026-04-02".into(),
    }
}

pub(crate) fn stance(option: Option<Ulid>) -> StanceFields {
    StanceFields {
        option,
        closes: consultation().closes,
        ..StanceFields::default()
    }
}

pub(super) fn consultations() -> Vec<(u8, Command)> {
    let (id, offered) = (ulid(ASKED), ulid(OPTION));
    let to = |id, status| ConsultationCommand::SetConsultationStatus { id, status };
    let add = |id| ConsultationCommand::AddConsultation {
        id,
        consultation: consultation(),
        electorate: Electorate::Everyone,
    };
    let asked = [
        add(id),
        ConsultationCommand::EditConsultation {
            id,
            changes: ConsultationChanges::default(),
            electorate: Some(Electorate::Group { group: ulid(GROUP) }),
        },
        ConsultationCommand::EditConsultation {
            id,
            changes: ConsultationChanges {
                details: Some("Trois villes nous attendent.".into()),
                quorum_bp: Some(None),
                ..Default::default()
            },
            electorate: Some(Electorate::Associates),
        },
        ConsultationCommand::AddOption {
            consultation: id,
            id: offered,
            option: option(),
        },
        ConsultationCommand::EditOption {
            consultation: id,
            id: offered,
            changes: OptionChanges {
                day: Some(String::new()),
                ..Default::default()
            },
        },
        to(id, ConsultationStatus::Open),
        ConsultationCommand::PublishOutcome {
            id,
            outcome: "Ce sera Vannes.".into(),
        },
        add(ulid(OTHER)),
        to(ulid(OTHER), ConsultationStatus::CalledOff),
    ];
    let reasoned = StanceFields {
        reason: "C’est plus près.".into(),
        days: vec![offered],
        ..stance(Some(offered))
    };
    let given = StanceFields {
        proxy: Some(person(COACH)),
        ..stance(None)
    };
    let stances = [
        StanceCommand::TakeStance {
            id,
            stance: reasoned,
        },
        StanceCommand::TakeStance { id, stance: given },
        StanceCommand::TakeStanceBack { id },
        StanceCommand::TakeStance {
            id,
            stance: stance(Some(offered)),
        },
    ];
    let asked = asked.map(|command| (DIRECTOR, Command::Consultation(command)));
    let stances = stances.map(|command| (MEMBER, Command::Stance(command)));
    asked.into_iter().chain(stances).collect()
}
