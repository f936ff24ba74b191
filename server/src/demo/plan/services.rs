//! The account of shared services: that of each year is written in March and settled by the assembly in May.

use besace_model::command::Command;
use besace_model::kinds::services::{
    ServiceAccountChanges, ServiceAccountFields, ServiceLineFields, ServicePost, Services,
    ServicesCommand,
};
use besace_model::time::{DAY_MS, civil_from_days, days_from_civil};

use super::super::dice::{Dice, date, instant, working_day};
use super::Plan;

/// Where finance stands in the team, and direction.
const FINANCE: usize = 5;
const DIRECTOR: usize = 0;
const MINUTE_MS: i64 = 60_000;

/// What pays for the services and what they cost, in euros.
const LINES: [(ServicePost, &str, i64, &str); 13] = [
    (
        ServicePost::Contributions,
        "Contributions des entrepreneurs",
        262_400,
        "10,5 % de la marge, 30 € par mois de part fixe.",
    ),
    (
        ServicePost::Grants,
        "Région, convention d’accompagnement",
        58_000,
        "Troisième année de la convention triennale.",
    ),
    (ServicePost::Grants, "Fonds social européen", 31_500, ""),
    (
        ServicePost::TrainingIncome,
        "Formations vendues par la coopérative",
        22_800,
        "",
    ),
    (ServicePost::OtherIncome, "Location de la salle", 3_200, ""),
    (
        ServicePost::Accompaniment,
        "Trois accompagnateurs",
        141_700,
        "Salaires, charges, déplacements.",
    ),
    (
        ServicePost::Accounting,
        "Comptabilité et paie",
        118_300,
        "Équipe de gestion et commissaire aux comptes.",
    ),
    (
        ServicePost::Premises,
        "Loyers des trois antennes",
        38_600,
        "",
    ),
    (ServicePost::Tools, "Informatique et téléphone", 19_400, ""),
    (
        ServicePost::Insurance,
        "Responsabilité civile commune",
        14_900,
        "Les décennales restent à la charge des activités.",
    ),
    (
        ServicePost::Outreach,
        "Communication et partenariats",
        21_700,
        "",
    ),
    (
        ServicePost::Governance,
        "Assemblées, élus, vie coopérative",
        9_100,
        "",
    ),
    (
        ServicePost::Solidarity,
        "Fonds de solidarité",
        7_500,
        "Deux avances en cours.",
    ),
];

pub(super) fn year(plan: &mut Plan, dice: &mut Dice) {
    let (this_year, ..) = civil_from_days(plan.today);
    for year in this_year - 3..this_year {
        let march = working_day(days_from_civil(year + 1, 3, 10)).max(plan.start + 3);
        let may = working_day(days_from_civil(year + 1, 5, 20));
        let year_of = u16::try_from(year).unwrap_or(2000);
        let id = Services::account_id(year_of);
        let account = ServiceAccountFields {
            closes: format!("{year:04}-12-31"),
            settled_on: String::new(),
            words: "Les comptes de chacun en sont séparés : ici, ce que nous mettons en commun."
                .to_owned(),
        };
        let add = ServicesCommand::AddServiceAccount {
            year: year_of,
            id,
            account,
        };
        let mut at = instant(march, 9, dice.between(0, 20));
        plan.add(at, FINANCE, Command::Services(add));
        for (post, label, euros, note) in LINES {
            at = at.plus_ms(dice.between(2, 5) * MINUTE_MS);
            // Some three percent more each year.
            let cents = euros * 100 * (100 + 3 * (year - this_year)) / 100;
            let line = ServiceLineFields {
                post,
                label: label.to_owned(),
                cents: cents + dice.between(-900, 900) * 100,
                note: note.to_owned(),
            };
            let id = dice.ulid(at);
            let year = year_of;
            let add = ServicesCommand::AddServiceLine { year, id, line };
            plan.add(at, FINANCE, Command::Services(add));
        }
        let settled = ServicesCommand::EditServiceAccount {
            year: year_of,
            id,
            changes: ServiceAccountChanges {
                settled_on: Some(date(may)),
                ..ServiceAccountChanges::default()
            },
        };
        let at = instant(may, 18, 30).max(at.plus_ms(DAY_MS));
        plan.add(at, DIRECTOR, Command::Services(settled));
    }
}
