//! What a coach opens before they meet somebody, where there is no network.

use besace_client::kinds::coaching_log::{CoachingAnswer, CoachingRequest};
use besace_client::kinds::ledger::{LedgerAnswer, LedgerRequest};
use besace_client::kinds::profile::{ProfileAnswer, ProfileRequest};
use besace_client::view::Window;
use besace_model::command::Command;
use besace_model::kinds::coaching_log::{CoachingCommand, GoalFields, GoalKind, GoalStatus};
use besace_model::kinds::profile::Sector;
use besace_tests::people;

use super::cast::{Coop, asked};
use super::papers::states;
use super::sectors::{guide, sheet, with_sheets, works_in};
use super::sessions::interviews;

/// A goal that somebody pursues.
pub(super) fn goal(title: &str) -> GoalFields {
    GoalFields {
        title: title.into(),
        kind: GoalKind::Commercial,
        target_value: 10,
        unit: "clients".into(),
        due: "2026-12-31".into(),
        status: GoalStatus::Open,
        progress_bp: 2_000,
    }
}

/// A year with Anna: a goal, an action, four interviews, a statement, a sector.
fn accompanied() -> Coop {
    let mut coop = with_sheets("brief");
    let (anna, camille) = (coop.anna, coop.camille);
    works_in(&mut coop, anna, Sector::Building);
    let (member, id) = (anna.id, coop.id());
    let goal = goal("Dix clients");
    let add = CoachingCommand::AddGoal { member, id, goal };
    coop.does(camille, Command::CoachingLog(add));
    let id = coop.id();
    coop.does(camille, people::action(member, member, id));
    for day in ["2025-09-01", "2025-11-03", "2026-01-12", "2026-02-23"] {
        interviews(&mut coop, (camille, anna), &format!("{day}T09:00:00Z"));
    }
    coop.does(coop.fatou, states(member, "2026-02", 200_000, 45_000));
    coop.settle();
    coop
}

pub(super) fn the_brief_sheet_of_a_member_opens_without_network() {
    let mut coop = accompanied();
    let (anna, camille) = (coop.anna, coop.camille);
    coop.offline(camille);
    coop.world.kill(camille.phone);
    coop.world.open(camille.phone);
    let member = Some(anna.id);
    let log = asked!(coop, camille, CoachingLog: CoachingRequest::Coaching { member },
        CoachingAnswer::Coaching(log) => log.expect("hers"));
    let goals: Vec<&str> = log
        .goals
        .iter()
        .map(|it| it.fields.title.as_str())
        .collect();
    assert_eq!(goals, ["Dix clients"]);
    let actions: Vec<&str> = log
        .actions
        .iter()
        .map(|it| it.fields.text.as_str())
        .collect();
    assert_eq!(actions, ["Envoyer le devis à la mairie"]);

    let window = Window {
        offset: 0,
        limit: 3,
    };
    let sessions = asked!(coop, camille, CoachingLog: CoachingRequest::Sessions { member, window },
        CoachingAnswer::Sessions(page) => page);
    let days: Vec<&str> = sessions.rows.iter().map(|it| &it.starts_at[..10]).collect();
    assert_eq!(days, ["2026-02-23", "2026-01-12", "2025-11-03"]);
    assert_eq!(sessions.total, 4);

    let statement = asked!(coop, camille, Ledger: LedgerRequest::Ledger { member },
        LedgerAnswer::Ledger(frame) => frame.statement.expect("the last one"));
    let six = [
        statement.cash_cents,
        statement.charges_cents,
        statement.suppliers_cents,
        statement.salaries_cents,
        statement.customers_cents,
        statement.notes_cents,
    ];
    assert_eq!(six, [105_001, 30_000, 20_001, 10_000, 40_000, 5_000]);
    assert_eq!(
        (statement.reference_cents, statement.future_cents),
        (45_000, 80_000)
    );

    let sector = asked!(coop, camille, Profile: ProfileRequest::Profile { member },
        ProfileAnswer::Profile(profile) => profile.expect("hers").sector);
    let all = guide(&mut coop, camille);
    let titles: Vec<&str> = sheet(&all, sector.expect("she said it"))
        .into_iter()
        .map(|(_, title, _)| title)
        .collect();
    assert_eq!(
        titles,
        ["Vérifier l’échafaudage", "Décennale", "Rénovation"]
    );
}
