//! What of the team's board waits: one's own tasks, and those whom one stands in for.

use besace_model::head::DocHead;
use besace_model::kinds::team_board::TaskStatus;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::actions::ActionItem;
use crate::view::today::{Pressing, SOON_DAYS, WaitingItem};
use crate::views::{ViewReader, live};

/// Why something of the team's board waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum TeamBoardWait {
    /// A task of mine past its day.
    TaskLate,
    /// A task of mine due within a week.
    TaskDue,
    /// Somebody is away, and I stand in for them.
    StandIn,
}

impl ViewReader<'_> {
    /// The team's open tasks.
    pub(crate) fn team_actions(&self) -> Vec<ActionItem> {
        let head = DocHead::team_board();
        let board = self.team_board();
        let tasks = board.map_or_else(Vec::new, |it| live(&it.tasks, |task| &task.entry));
        let open = tasks.into_iter().filter(|(_, task)| task.status.is_open());
        open.map(|(id, task)| ActionItem {
            label: shorten(&task.title),
            about: String::new(),
            owner: task.owner,
            owner_name: task.owner.map(|who| self.name(who)).unwrap_or_default(),
            due: task.due.clone(),
            late: self.is_past(&task.due),
            doing: task.status == TaskStatus::Doing,
            place: Place::new(&head, "tasks", &id.to_string()),
        })
        .collect()
    }

    pub(crate) fn team_waits(&self) -> Vec<WaitingItem> {
        let head = DocHead::team_board();
        let (me, soon) = (self.me_id(), self.day_after(SOON_DAYS));
        let Some(board) = self.team_board() else {
            return Vec::new();
        };
        let item = |word, pressing, label: &str, due: &str, place| WaitingItem {
            why: Wait::TeamBoard { word },
            pressing,
            label: shorten(label),
            member: None,
            who: String::new(),
            due: due.to_owned(),
            place: Some(place),
        };
        let mut waiting = Vec::new();
        for (id, task) in live(&board.tasks, |task| &task.entry) {
            let is_mine = task.owner == Some(me) && task.status.is_open();
            if !is_mine || task.due.is_empty() || task.due > soon {
                continue;
            }
            let pressing = self.due(&task.due);
            let word = match pressing {
                Pressing::Late => TeamBoardWait::TaskLate,
                _ => TeamBoardWait::TaskDue,
            };
            let place = Place::new(&head, "tasks", &id.to_string());
            waiting.push(item(word, pressing, &task.title, &task.due, place));
        }
        for (id, cover) in live(&board.cover, |cover| &cover.entry) {
            if cover.backup != Some(me) || !self.is_now(cover) {
                continue;
            }
            let away = cover.away.map(|away| self.name(away)).unwrap_or_default();
            let place = Place::new(&head, "cover", &id.to_string());
            let pressing = self.near(&cover.until);
            waiting.push(item(TeamBoardWait::StandIn, pressing, &away, &cover.until, place));
        }
        waiting
    }
}
