//! The team's board and the cooperative's calendar: who writes what, what is refused, what merges.

use super::*;
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::duties::{
    self, DutiesCommand, DutyChanges, DutyFields, DutyStanding, DutyTerms, calendar,
};
use crate::kinds::team_board::{self, TaskStatus, TeamBoardCommand, TeamTaskChanges};

const TERMS: DutyTerms = DutyTerms {
    closing_month: 12,
    dsn_day: 15,
    vat_day: 24,
};

fn as_role(doc: &mut Automerge, role: Role, command: &Command) -> Result<Made, CommandError> {
    let author = Grants {
        roles: SortedSet::from([role]),
        ..grants(STRANGER)
    };
    let context = Context {
        author: &author,
        now: NOW,
    };
    commit(doc, command, &context, actor(STRANGER, role as u8))
}

fn add_task() -> Command {
    Command::TeamBoard(TeamBoardCommand::AddTeamTask {
        id: ulid(70),
        task: samples::task(),
    })
}

fn add_duty(duty: DutyFields) -> Command {
    Command::Duties(DutiesCommand::AddDuty { id: ulid(73), duty })
}

#[test]
fn the_team_writes_its_board_and_an_entrepreneur_does_not() {
    for role in Role::ALL {
        let mut doc = Genesis::document(Kind::TeamBoard);
        let done = as_role(&mut doc, role, &add_task());
        if role == Role::Entrepreneur {
            assert!(matches!(done, Err(CommandError::Forbidden(_))));
        } else {
            done.unwrap();
            assert_eq!(team_board::read(&doc).tasks.len(), 1, "{role:?}");
        }
    }
}

#[test]
fn finance_and_direction_write_the_calendar_and_a_coach_does_not() {
    for role in Role::ALL {
        let mut doc = Genesis::document(Kind::Duties);
        let done = as_role(&mut doc, role, &add_duty(samples::duty()));
        let is_direction = matches!(role, Role::Finance | Role::Director);
        match done {
            Ok(_) => assert!(is_direction, "{role:?}"),
            Err(CommandError::Forbidden(_)) => assert!(!is_direction, "{role:?}"),
            Err(error) => panic!("{role:?}: {error:?}"),
        }
    }
}

#[test]
fn a_duty_stands_in_the_calendar_of_its_year_and_does_not_leave_it() {
    let mut doc = Genesis::document(Kind::Duties);
    let command = add_duty(samples::duty());
    assert_eq!(command.target(person(DIRECTOR)), DocHead::duties(2026));
    act(&mut doc, DIRECTOR, &command).unwrap();
    let edit = |changes| {
        Command::Duties(DutiesCommand::EditDuty {
            year: 2026,
            id: ulid(73),
            changes,
        })
    };
    let moved = edit(DutyChanges {
        due: Some("2027-03-16".into()),
        ..DutyChanges::default()
    });
    let path = format!("duties/{}/due", ulid(73));
    assert_eq!(
        act(&mut doc, DIRECTOR, &moved),
        Err(CommandError::Invalid(path))
    );
    let half = DutyFields {
        due: "2026-3-1".into(),
        ..samples::duty()
    };
    assert!(!add_duty(half).target(person(DIRECTOR)).is_well_formed());
}

#[test]
fn a_duty_is_open_then_soon_then_late_and_done_whenever_it_was_done() {
    let mut doc = Genesis::document(Kind::Duties);
    act(&mut doc, DIRECTOR, &add_duty(samples::duty())).unwrap();
    let mut duty = duties::read(&doc).duties[&ulid(73)].clone();
    for (today, soon, standing) in [
        ("2026-03-01", "2026-03-08", DutyStanding::Open),
        ("2026-03-09", "2026-03-16", DutyStanding::Soon),
        ("2026-03-16", "2026-03-23", DutyStanding::Soon),
        ("2026-03-17", "2026-03-24", DutyStanding::Late),
    ] {
        assert_eq!(duty.standing(today, soon), standing, "{today}");
    }
    duty.done_on = "2026-03-20".into();
    assert_eq!(
        duty.standing("2026-04-01", "2026-04-08"),
        DutyStanding::Done
    );
}

#[test]
fn a_year_that_two_take_over_is_there_once() {
    let mut one = Genesis::document(Kind::Duties);
    for _ in 0..2 {
        for proposed in calendar(2026, TERMS) {
            let duty = DutyFields {
                template: proposed.template,
                due: proposed.due,
                ..samples::duty()
            };
            let id = proposed.id;
            let command = Command::Duties(DutiesCommand::AddDuty { id, duty });
            assert_eq!(command.target(person(DIRECTOR)), DocHead::duties(2026));
            let done = act(&mut one, DIRECTOR, &command);
            assert!(matches!(done, Ok(_) | Err(CommandError::NoChange)));
        }
    }
    assert_eq!(duties::read(&one).duties.len(), calendar(2026, TERMS).len());
}

#[test]
fn what_two_do_to_a_task_at_once_is_merged_and_two_statuses_are_a_question() {
    let mut one = Genesis::document(Kind::TeamBoard);
    act(&mut one, COACH, &add_task()).unwrap();
    let mut other = one.fork();
    let edit = |status, due: Option<&str>| {
        Command::TeamBoard(TeamBoardCommand::EditTeamTask {
            id: ulid(70),
            changes: TeamTaskChanges {
                status: Some(status),
                due: due.map(str::to_owned),
                ..TeamTaskChanges::default()
            },
        })
    };
    act(&mut one, COACH, &edit(TaskStatus::Doing, None)).unwrap();
    act(
        &mut other,
        DIRECTOR,
        &edit(TaskStatus::Done, Some("2026-03-12")),
    )
    .unwrap();
    one.merge(&mut other).unwrap();
    let board = team_board::read(&one);
    assert_eq!(board.tasks[&ulid(70)].due, "2026-03-12");
    let paths: Vec<_> = board
        .conflicts
        .iter()
        .map(|conflict| conflict.path.as_str())
        .collect();
    assert_eq!(paths, [format!("tasks/{}/status", ulid(70))]);
}
