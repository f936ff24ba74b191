//! How much there is of everything in a year.

use std::collections::BTreeSet;

use besace_model::command::Command;
use besace_model::kinds::activity::ActivityCommand;
use besace_model::kinds::coaching_log::CoachingCommand;
use besace_model::kinds::event::EventCommand;
use besace_model::kinds::opportunity::OpportunityCommand;
use besace_model::kinds::partner::PartnerCommand;
use besace_model::kinds::rsvp::AnswerCommand;
use besace_model::time::Timestamp;

use crate::demo::plan::Step;

pub(super) fn check_sizes(steps: &[Step], until: Timestamp) {
    let day = until.date();
    let mut statutory = 0;
    let mut forecasts = BTreeSet::new();
    for step in steps {
        match &step.command {
            Command::CoachingLog(CoachingCommand::LogSession { session, .. }) => {
                statutory += i32::from(session.statutory && !session.points.is_empty());
            }
            Command::Activity(ActivityCommand::SetForecast { month, .. }) => {
                assert!(
                    forecasts.insert((step.by, month.clone())),
                    "{day}: {month} is forecast twice by {}",
                    step.by
                );
            }
            _ => {}
        }
    }
    let between = |what: &str, count: usize, low, high| {
        assert!((low..=high).contains(&count), "{day}: {count} {what}");
    };
    let count = |is: fn(&Command) -> bool| steps.iter().filter(|it| is(&it.command)).count();
    between(
        "expenses",
        count(|it| matches!(it, Command::Activity(ActivityCommand::AddExpense { .. }))),
        8_000,
        9_500,
    );
    between(
        "trips",
        count(|it| matches!(it, Command::Activity(ActivityCommand::AddTrip { .. }))),
        4_500,
        5_500,
    );
    between(
        "sessions",
        count(|it| matches!(it, Command::CoachingLog(CoachingCommand::LogSession { .. }))),
        450,
        560,
    );
    between(
        "events",
        count(|it| matches!(it, Command::Event(EventCommand::CreateEvent { .. }))),
        84,
        84,
    );
    between(
        "answers",
        count(|it| matches!(it, Command::Rsvp(AnswerCommand::AnswerEvent { .. }))),
        1_400,
        1_900,
    );
    between(
        "partners",
        count(|it| matches!(it, Command::Partner(PartnerCommand::AddPartner { .. }))),
        60,
        60,
    );
    between(
        "acts with partners",
        count(|it| {
            matches!(
                it,
                Command::Partner(PartnerCommand::AddPartnerInteraction { .. })
            )
        }),
        170,
        180,
    );
    between(
        "opportunities",
        count(|it| {
            matches!(
                it,
                Command::Opportunity(OpportunityCommand::AddOpportunity { .. })
            )
        }),
        40,
        40,
    );
    between("forecasts", forecasts.len(), 12 * 84, 12 * 84);
    assert!(
        (124..=160).contains(&statutory),
        "{day}: {statutory} statutory sessions"
    );
    assert!(
        steps.is_sorted_by_key(|step| step.at),
        "{day}: out of order"
    );
    assert!(
        steps.iter().all(|step| step.at <= until),
        "{day}: ahead of its end"
    );
}
