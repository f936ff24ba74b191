//! What contracts and the law make due: of each member, and of the cooperative itself.

use besace_client::kinds::Wait;
use besace_client::kinds::duties::{DutiesAnswer, DutiesRequest, DutiesWait};
use besace_client::kinds::ledger::{DeadlineRow, LedgerAnswer, LedgerRequest};
use besace_model::command::Command;
use besace_model::ids::MemberId;
use besace_model::kinds::duties::{DutiesCommand, DutyFields, DutyStanding, DutyTemplate};
use besace_model::kinds::ledger::{Alert, ContractFields, ContractKind, DeadlineKind};
use besace_model::time::DAY_MS;

use super::cast::{ALL, Coop, asked, on};
use super::papers::{contract, signs};

/// What the director is told of a deadline on days.
fn is_told(coop: &mut Coop, what: DeadlineKind, days: &[(&str, Alert)]) {
    for (day, alert) in days {
        let request = LedgerRequest::Deadlines {
            search: String::new(),
            window: ALL,
        };
        let rows: Vec<DeadlineRow> = asked!(coop, coop.dominique, on(day), Ledger: request,
            LedgerAnswer::Deadlines(page) => page.rows);
        let told: Vec<_> = rows
            .iter()
            .filter(|row| row.what == Some(what))
            .map(|row| (row.name.as_str(), row.alert))
            .collect();
        // What is more than a year away is not told yet.
        let near = Some(("Anna", *alert)).filter(|_| *alert != Alert::Later);
        assert_eq!(told, Vec::from_iter(near), "{day}");
    }
}

fn with_contract(name: &str, contract: ContractFields) -> Coop {
    let mut coop = Coop::new(name);
    let id = coop.id();
    coop.does(coop.fatou, signs(coop.anna.id, id, contract));
    coop.settle();
    coop
}

pub(super) fn the_end_of_a_cape_is_told_before_it_comes() {
    let cape = contract(ContractKind::Cape, "2026-01-01", "2026-12-31");
    let mut coop = with_contract("cape", cape);
    is_told(
        &mut coop,
        DeadlineKind::CapeEnd,
        &[
            ("2026-03-02", Alert::TwelveMonths),
            ("2026-06-30", Alert::TwelveMonths),
            ("2026-07-01", Alert::SixMonths),
            ("2026-10-01", Alert::ThreeMonths),
            ("2027-01-01", Alert::Past),
        ],
    );
}

pub(super) fn so_is_the_end_of_a_trial() {
    let cesa = ContractFields {
        trial_end: "2026-10-31".into(),
        ..contract(ContractKind::Cesa, "2026-03-01", "")
    };
    let mut coop = with_contract("trial", cesa);
    is_told(
        &mut coop,
        DeadlineKind::TrialEnd,
        &[
            ("2026-03-02", Alert::TwelveMonths),
            ("2026-04-30", Alert::TwelveMonths),
            ("2026-05-01", Alert::SixMonths),
            ("2026-07-31", Alert::ThreeMonths),
        ],
    );
}

pub(super) fn the_associate_deadline_is_told_at_twelve_six_and_three_months() {
    let cesa = contract(ContractKind::Cesa, "2026-03-01", "");
    let mut coop = with_contract("associate", cesa);
    is_told(
        &mut coop,
        DeadlineKind::Associate,
        &[
            ("2028-02-29", Alert::Later),
            ("2028-03-01", Alert::TwelveMonths),
            ("2028-08-31", Alert::TwelveMonths),
            ("2028-09-01", Alert::SixMonths),
            ("2028-11-30", Alert::SixMonths),
            ("2028-12-01", Alert::ThreeMonths),
            ("2029-03-02", Alert::Past),
        ],
    );
}

/// Puts something into the calendar, due after so many days.
fn is_due(coop: &mut Coop, title: &str, days: i64, responsible: Option<MemberId>) {
    let duty = DutyFields {
        template: DutyTemplate::Dsn,
        title: title.into(),
        due: coop.world.now.plus_ms(days * DAY_MS).local_date(),
        responsible,
        done_on: String::new(),
        evidence: String::new(),
        note: String::new(),
    };
    let id = coop.id();
    let add = DutiesCommand::AddDuty { id, duty };
    coop.does(coop.dominique, Command::Duties(add));
}

const DUE: Wait = Wait::Duties {
    word: DutiesWait::DutyDue,
};
const LATE: Wait = Wait::Duties {
    word: DutiesWait::DutyLate,
};

pub(super) fn the_calendar_shows_overdue_duties_with_who_answers_for_them() {
    let mut coop = Coop::new("calendar");
    let (fatou, dominique) = (coop.fatou, coop.dominique);
    is_due(&mut coop, "Sans personne", 3, None);
    is_due(&mut coop, "À la finance", 2, Some(fatou.id));
    is_due(&mut coop, "Plus tard", 30, Some(dominique.id));
    coop.settle();
    for who in [dominique, fatou] {
        assert_eq!(coop.waits_for(who, DUE), ["À la finance", "Sans personne"]);
    }
    for who in [coop.camille, coop.anna] {
        assert!(coop.waits_for(who, DUE).is_empty());
    }
    coop.days_pass(4);
    // The nearest to today first.
    assert_eq!(
        coop.waits_for(fatou, LATE),
        ["Sans personne", "À la finance"]
    );
    let request = DutiesRequest::Duties {
        year: 2026,
        done: false,
        window: ALL,
    };
    let rows = asked!(coop, dominique, Duties: request,
        DutiesAnswer::Duties(page) => page.rows);
    let told: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.fields.title.as_str(),
                row.standing,
                row.responsible_name.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("À la finance", DutyStanding::Late, "Fatou"),
            ("Sans personne", DutyStanding::Late, ""),
            ("Plus tard", DutyStanding::Open, "Dominique"),
        ]
    );
}
