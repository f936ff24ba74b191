//! Assemblies and what people do to them.

use super::*;
use crate::kinds::assembly::{
    AgendaChanges, AgendaFields, AssemblyChanges, AssemblyCommand, AssemblyDocumentChanges,
    AssemblyDocumentFields, AssemblyFields, AssemblyStatus, Majority, ResolutionChanges,
    ResolutionFields,
};

/// The assembly of the samples, and a resolution of it.
pub(crate) const ASSEMBLY: u8 = 90;
pub(crate) const RESOLUTION: u8 = 91;
const ITEM: u8 = 92;
const DOCUMENT: u8 = 93;
/// One that is called off.
const OTHER: u8 = 94;

pub(crate) fn assembly() -> AssemblyFields {
    AssemblyFields {
        title: "Assemblée générale ordinaire".into(),
        starts_at: "2026-06-12T16:00:00Z".into(),
        place: "Salle des fêtes".into(),
        notice_sent: "2026-05-20".into(),
        voters: 48,
        present: 20,
        proxies_max: 2,
        quorum_bp: Some(5_000),
        proceedings: "La séance est ouverte.".into(),
    }
}

pub(crate) fn resolution() -> ResolutionFields {
    ResolutionFields {
        title: "Approbation des comptes".into(),
        body: "L’assemblée approuve les comptes.".into(),
        majority: Majority::Simple,
        votes_for: 30,
        votes_against: 4,
        votes_abstain: 2,
    }
}

pub(super) fn assemblies() -> Vec<(u8, Command)> {
    let id = ulid(ASSEMBLY);
    let (item, document, voted) = (ulid(ITEM), ulid(DOCUMENT), ulid(RESOLUTION));
    let proxy = |holder| AssemblyCommand::GiveAssemblyProxy { id, holder };
    let all = [
        (
            DIRECTOR,
            AssemblyCommand::AddAssembly {
                id,
                assembly: assembly(),
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::EditAssembly {
                id,
                changes: AssemblyChanges {
                    proceedings: Some("La séance est ouverte à 18 h.".into()),
                    notice_sent: Some(String::new()),
                    quorum_bp: Some(None),
                    ..Default::default()
                },
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::AddAgendaItem {
                assembly: id,
                id: item,
                item: AgendaFields {
                    rank: 1,
                    title: "Comptes".into(),
                    details: "Présentés par la trésorière.".into(),
                },
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::EditAgendaItem {
                assembly: id,
                id: item,
                changes: AgendaChanges {
                    rank: Some(2),
                    ..Default::default()
                },
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::AddAssemblyDocument {
                assembly: id,
                id: document,
                document: AssemblyDocumentFields {
                    title: "Comptes annuels".into(),
                    link: "https://example.coop/comptes".into(),
                },
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::EditAssemblyDocument {
                assembly: id,
                id: document,
                changes: AssemblyDocumentChanges {
                    title: Some("Comptes de l’année".into()),
                    ..Default::default()
                },
            },
        ),
        (MEMBER, proxy(Some(person(COACH)))),
        (MEMBER, proxy(None)),
        (
            DIRECTOR,
            AssemblyCommand::AddResolution {
                assembly: id,
                id: voted,
                resolution: resolution(),
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::EditResolution {
                assembly: id,
                id: voted,
                changes: ResolutionChanges {
                    votes_for: Some(31),
                    ..Default::default()
                },
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::LockResolution {
                assembly: id,
                id: voted,
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::SetAssemblyStatus {
                id,
                status: AssemblyStatus::Held,
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::AddAssembly {
                id: ulid(OTHER),
                assembly: assembly(),
            },
        ),
        (
            DIRECTOR,
            AssemblyCommand::SetAssemblyStatus {
                id: ulid(OTHER),
                status: AssemblyStatus::CalledOff,
            },
        ),
    ];
    let all = all.into_iter();
    all.map(|(by, command)| (by, Command::Assembly(command)))
        .collect()
}
