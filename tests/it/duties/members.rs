//! Members make their own success: they prepare, set goals, and see their figures, without network and without asking.

use besace_client::kinds::activity::{ActivityAnswer, ActivityRequest};
use besace_client::kinds::coaching_log::{CoachingAnswer, CoachingRequest, SessionSheet};
use besace_client::kinds::ledger::{LedgerAnswer, LedgerRequest};
use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::activity::ActivityCommand;
use besace_model::kinds::coaching_log::{CoachingCommand, GoalChanges, SessionStatus};
use besace_tests::people;

use super::accompaniment::goal;
use super::cast::{ALL, Coop, Someone, asked};
use super::papers::states;
use super::sessions::logs;

/// One session of Anna's, in full.
pub(super) fn session(coop: &mut Coop, who: Someone, id: Ulid) -> Box<SessionSheet> {
    let member = Some(coop.anna.id);
    asked!(coop, who, CoachingLog: CoachingRequest::Session { member, id },
        CoachingAnswer::Session(sheet) => sheet.expect("it is in her log"))
}

pub(super) fn the_member_prepares_the_next_session_offline() {
    let mut coop = Coop::new("prepares");
    let (anna, camille) = (coop.anna, coop.camille);
    let at = "2026-03-20T09:00:00Z";
    let (id, _) = logs(&mut coop, (camille, anna), at, SessionStatus::Planned);
    coop.settle();
    coop.offline(anna);
    let text = "Parler de mes prix.".to_owned();
    let prepare = CoachingCommand::PrepareSession { id, text };
    coop.does(anna, Command::CoachingLog(prepare));
    coop.online(anna);
    coop.settle();
    assert_eq!(
        session(&mut coop, camille, id).preparation,
        "Parler de mes prix."
    );
    assert!(!session(&mut coop, camille, id).may_prepare, "it is hers");
}

pub(super) fn writes_their_own_goals() {
    let mut coop = Coop::new("goals");
    let (anna, camille) = (coop.anna, coop.camille);
    coop.offline(anna);
    let (member, id) = (anna.id, coop.id());
    let goal = goal("Vivre de mon activité");
    let add = CoachingCommand::AddGoal { member, id, goal };
    coop.does(anna, Command::CoachingLog(add));
    let changes = GoalChanges {
        progress_bp: Some(5_000),
        ..GoalChanges::default()
    };
    let edit = CoachingCommand::EditGoal {
        member,
        id,
        changes,
    };
    coop.does(anna, Command::CoachingLog(edit));
    coop.online(anna);
    coop.settle();
    for who in [anna, camille] {
        let request = CoachingRequest::Goals {
            member: Some(member),
            window: ALL,
        };
        let goals = asked!(coop, who, CoachingLog: request,
            CoachingAnswer::Goals(page) => page.rows);
        assert_eq!(goals[0].fields.title, "Vivre de mon activité");
        assert_eq!(goals[0].fields.progress_bp, 5_000);
        assert_eq!(goals[0].info.created_by, Some(anna.id));
    }
}

pub(super) fn and_sees_their_own_figures() {
    let mut coop = Coop::new("figures");
    let anna = coop.anna;
    coop.does(coop.fatou, states(anna.id, "2026-02", 200_000, 45_000));
    coop.settle();
    coop.offline(anna);
    let id = coop.id();
    coop.does(anna, people::expense(id, "Encre", 1_200));
    let month = "2026-04".to_owned();
    let forecast = ActivityCommand::SetForecast {
        month,
        cents: 300_000,
    };
    coop.does(anna, Command::Activity(forecast));
    coop.world.kill(anna.phone);
    coop.world.open(anna.phone);
    let request = ActivityRequest::Activity {
        member: None,
        year: 2026,
    };
    let year = asked!(coop, anna, Activity: request,
        ActivityAnswer::Activity(view) => view.expect("hers").year_totals);
    assert_eq!(
        (year.expense_net_cents, year.forecast_cents),
        (1_200, 300_000)
    );
    let frame = asked!(coop, anna, Ledger: LedgerRequest::Ledger { member: None },
        LedgerAnswer::Ledger(frame) => frame);
    let last = frame.statement.expect("the last one");
    assert_eq!(
        (last.turnover_cents, last.reference_cents),
        (200_000, 45_000)
    );
    let request = CoachingRequest::Coaching { member: None };
    let log = asked!(coop, anna, CoachingLog: request,
        CoachingAnswer::Coaching(log) => log);
    assert!(log.is_none_or(|log| log.statutory_due == 2));
}
