//! What the team writes for itself: its board, and the cooperative's calendar.

use super::*;
use crate::kinds::duties::{DutiesCommand, DutyChanges, DutyFields, DutyTemplate};
use crate::kinds::team_board::{
    CoverChanges, CoverFields, TaskStatus, TeamBoardCommand, TeamTaskChanges, TeamTaskFields,
    WeekNoteChanges, WeekNoteFields,
};

pub(in crate::kinds::tests) fn task() -> TeamTaskFields {
    TeamTaskFields {
        title: "Relancer les attestations".into(),
        owner: Some(person(COACH)),
        due: "2026-03-09".into(),
        link: "classeur 4".into(),
        status: TaskStatus::Todo,
    }
}

fn cover() -> CoverFields {
    CoverFields {
        away: Some(person(COACH)),
        from: "2026-03-09".into(),
        until: "2026-03-20".into(),
        backup: Some(person(4)),
        note: "Congés.".into(),
    }
}

fn week_note() -> WeekNoteFields {
    WeekNoteFields {
        week: "2026-03-02".into(),
        text: "Deux entrées, une sortie.".into(),
    }
}

pub(in crate::kinds::tests) fn duty() -> DutyFields {
    DutyFields {
        template: DutyTemplate::Dsn,
        title: "DSN de février 2026".into(),
        due: "2026-03-16".into(),
        responsible: Some(person(5)),
        done_on: String::new(),
        evidence: String::new(),
        note: "Attention aux arrêts.".into(),
    }
}

pub(super) fn board() -> Vec<(u8, Command)> {
    let (task_id, cover_id, week_id) = (ulid(70), ulid(71), ulid(72));
    [
        TeamBoardCommand::AddTeamTask {
            id: task_id,
            task: task(),
        },
        TeamBoardCommand::EditTeamTask {
            id: task_id,
            changes: TeamTaskChanges {
                owner: Some(None),
                due: Some(String::new()),
                status: Some(TaskStatus::Doing),
                ..TeamTaskChanges::default()
            },
        },
        TeamBoardCommand::AddCover {
            id: cover_id,
            cover: cover(),
        },
        TeamBoardCommand::EditCover {
            id: cover_id,
            changes: CoverChanges {
                until: Some("2026-03-22".into()),
                backup: Some(None),
                ..CoverChanges::default()
            },
        },
        TeamBoardCommand::AddWeekNote {
            id: week_id,
            note: week_note(),
        },
        TeamBoardCommand::EditWeekNote {
            id: week_id,
            changes: WeekNoteChanges {
                text: Some("Trois entrées, une sortie.".into()),
                ..WeekNoteChanges::default()
            },
        },
    ]
    .map(|command| (COACH, Command::TeamBoard(command)))
    .into()
}

pub(super) fn calendar() -> Vec<(u8, Command)> {
    let id = ulid(73);
    let changes = DutyChanges {
        responsible: Some(None),
        done_on: Some("2026-03-13".into()),
        evidence: Some("Accusé 12".into()),
        note: Some("Attention aux arrêts et aux congés.".into()),
        ..DutyChanges::default()
    };
    [
        DutiesCommand::AddDuty { id, duty: duty() },
        DutiesCommand::EditDuty {
            year: 2026,
            id,
            changes,
        },
    ]
    .map(|command| (DIRECTOR, Command::Duties(command)))
    .into()
}
