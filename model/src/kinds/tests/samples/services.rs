//! The account of shared services.

use super::*;
use crate::kinds::services::{
    ServiceAccountChanges, ServiceAccountFields, ServiceLineChanges, ServiceLineFields,
    ServicePost, Services, ServicesCommand,
};

/// The year of the account.
pub(in crate::kinds::tests) const YEAR: u16 = 2026;

pub(in crate::kinds::tests) fn account() -> ServiceAccountFields {
    ServiceAccountFields {
        closes: "2026-12-31".into(),
        settled_on: String::new(),
        words: "Avant le commissaire aux comptes.".into(),
    }
}

pub(in crate::kinds::tests) fn service_line() -> ServiceLineFields {
    ServiceLineFields {
        post: ServicePost::Accompaniment,
        label: "Trois accompagnateurs".into(),
        cents: 14_200_000,
        note: "Salaires et charges.".into(),
    }
}

pub(super) fn services() -> Vec<(u8, Command)> {
    let (year, id, line) = (YEAR, Services::account_id(YEAR), ulid(78));
    [
        ServicesCommand::AddServiceAccount {
            year,
            id,
            account: account(),
        },
        ServicesCommand::EditServiceAccount {
            year,
            id,
            changes: ServiceAccountChanges {
                settled_on: Some("2027-05-14".into()),
                ..ServiceAccountChanges::default()
            },
        },
        ServicesCommand::AddServiceLine {
            year,
            id: line,
            line: service_line(),
        },
        ServicesCommand::EditServiceLine {
            year,
            id: line,
            changes: ServiceLineChanges {
                cents: Some(14_350_000),
                note: Some("Salaires, charges, déplacements.".into()),
                ..ServiceLineChanges::default()
            },
        },
    ]
    .map(|command| (DIRECTOR, Command::Services(command)))
    .into()
}
