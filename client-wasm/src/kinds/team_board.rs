//! The team's board: tasks, who is away, notes of the week.

use besace_model::command::Command;
use besace_model::kinds::team_board::{TeamBoard, TeamBoardCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::actions::ActionItem;
use crate::view::today::WaitingItem;
use crate::view::{Page, Person, Window};
use crate::views::ViewReader;

mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::TeamBoardWait;

requests! {
    /// What screens ask of the team's board.
    TeamBoardRequest, TeamBoardAnswer, TeamBoardViews by reader {
        /// Tasks: those still to do by their day, then the latest done.
        TeamTasks {
            /// The reader's own alone.
            mine: bool,
            /// Which rows.
            window: Window,
        } -> Page<TeamTaskRow> = reader.team_tasks(*mine, *window),
        /// Who is away, or will be, then who was.
        Covers {
            /// Which rows.
            window: Window,
        } -> Page<CoverRow> = reader.covers(*window),
        /// Notes of the week, the latest first.
        WeekNotes {
            /// Which rows.
            window: Window,
        } -> Page<WeekNoteRow> = reader.week_notes(*window),
        /// The people of the team.
        TeamMates -> Vec<Person> = reader.team_mates(),
    }
}

impl Shown for TeamBoard {
    fn collection(word: &str) -> &'static str {
        match word {
            "addTeamTask" | "editTeamTask" => "tasks",
            "addCover" | "editCover" => "cover",
            _ => "weeks",
        }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let id = at.id.parse().ok()?;
        Some(Command::TeamBoard(match at.collection {
            "tasks" => TeamBoardCommand::EditTeamTask {
                id,
                changes: at.changes()?,
            },
            "cover" => TeamBoardCommand::EditCover {
                id,
                changes: at.changes()?,
            },
            "weeks" => TeamBoardCommand::EditWeekNote {
                id,
                changes: at.changes()?,
            },
            _ => return None,
        }))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.team_waits()
    }

    fn actions(reader: &ViewReader<'_>) -> Vec<ActionItem> {
        reader.team_actions()
    }
}

impl Checked for TeamBoardCommand {}
