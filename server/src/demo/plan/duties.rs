//! The cooperative's own calendar, this year's and the last one's: most is done, something is late, something is due soon.

use besace_model::command::Command;
use besace_model::kinds::duties::{
    DutiesCommand, DutyCause, DutyChanges, DutyFields, DutyTemplate, DutyTerms, calendar,
};
use besace_model::time::{DAY_MS, civil_from_days, days_from_date};

use super::super::dice::{Dice, date, instant, working_day};
use super::super::people::People;
use super::Plan;

const TERMS: DutyTerms = DutyTerms {
    closing_month: 12,
    dsn_day: 15,
    vat_day: 21,
};
/// What should have been done in the last days is not all done.
const LATE_DAYS: i64 = 12;

/// Months as they stand in titles.
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let (this_year, ..) = civil_from_days(plan.today);
    for year in [this_year - 1, this_year] {
        for (number, proposed) in (0..).zip(calendar(u16::try_from(year).unwrap_or(2000), TERMS)) {
            let due = days_from_date(&proposed.due).unwrap_or_default();
            if due < plan.start {
                continue;
            }
            let at = instant(working_day(plan.start), 11, number % 60);
            let who = responsible(proposed.template);
            let duty = DutyFields {
                template: proposed.template,
                title: title(proposed.cause, &proposed.of),
                due: proposed.due.clone(),
                responsible: who.map(|index| people.0[index].member),
                done_on: String::new(),
                evidence: String::new(),
                note: note(proposed.cause).to_owned(),
            };
            let id = proposed.id;
            plan.add(at, 0, Command::Duties(DutiesCommand::AddDuty { id, duty }));
            let late = due > plan.today - LATE_DAYS && number % 3 == 0;
            let done = (due - dice.between(0, 4)).max(plan.start + 1);
            if due >= plan.today || late {
                continue;
            }
            let changes = DutyChanges {
                done_on: Some(date(done)),
                evidence: Some(format!("Classeur {year}, pièce {}", number + 1)),
                ..DutyChanges::default()
            };
            let year = u16::try_from(year).unwrap_or(2000);
            let edit = DutiesCommand::EditDuty { year, id, changes };
            let at = instant(done, 16, dice.between(0, 59)).max(at.plus_ms(DAY_MS));
            // Direction marks as done what finance did not.
            plan.add(
                at,
                who.filter(|index| *index >= 5 && *index <= 7).unwrap_or(0),
                Command::Duties(edit),
            );
        }
    }
}

/// Where in the team who answers for it stands.
fn responsible(template: DutyTemplate) -> Option<usize> {
    match template {
        DutyTemplate::Dsn => Some(6),
        DutyTemplate::Vat | DutyTemplate::Tax | DutyTemplate::Cfe => Some(5),
        DutyTemplate::Accounts => Some(5),
        DutyTemplate::Agm | DutyTemplate::Elections => Some(0),
        DutyTemplate::Insurance => Some(7),
        DutyTemplate::Qualiopi | DutyTemplate::Training => Some(3),
        DutyTemplate::Other => None,
    }
}

fn title(cause: DutyCause, of: &str) -> String {
    let month = of.get(5..7).and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| MONTHS.get(month - 1)).unwrap_or(&"");
    let year = of.get(..4).unwrap_or_default();
    match cause {
        DutyCause::Dsn => format!("DSN de {month} {year}"),
        DutyCause::Vat => format!("TVA de {month} {year}"),
        DutyCause::TaxInstalment => "Acompte d’impôt sur les sociétés".to_owned(),
        DutyCause::TaxBalance => "Solde de l’impôt sur les sociétés".to_owned(),
        DutyCause::TaxReturn => "Liasse fiscale".to_owned(),
        DutyCause::CfeDeposit => "Acompte de CFE".to_owned(),
        DutyCause::CfeBalance => "Solde de CFE".to_owned(),
        DutyCause::AgmCall => "Convocation à l’assemblée générale annuelle".to_owned(),
        DutyCause::Agm => "Assemblée générale annuelle".to_owned(),
        DutyCause::Mandates => "Renouvellement des mandats qui s’achèvent".to_owned(),
        DutyCause::SharedServices => "Compte des services mutualisés montré aux membres".to_owned(),
        DutyCause::AccountsFiled => "Dépôt des comptes au greffe".to_owned(),
        DutyCause::VariablePay => "Solde de la part variable".to_owned(),
        DutyCause::Certificates => "Attestations d’assurance des membres".to_owned(),
        DutyCause::TrainingReport => "Bilan pédagogique et financier".to_owned(),
        DutyCause::QualiopiAudit => "Audit Qualiopi".to_owned(),
        DutyCause::Risks => "Document unique des risques".to_owned(),
    }
}

fn note(cause: DutyCause) -> &'static str {
    match cause {
        DutyCause::Agm => "Salle réservée, quorum à vérifier la veille.",
        DutyCause::QualiopiAudit => "Date à fixer avec le certificateur.",
        DutyCause::Certificates => "Relancer les chantiers d’abord.",
        _ => "",
    }
}
