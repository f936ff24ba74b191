//! What members ticked and read of the guide: the next step of who is new, and who is stuck where.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::directory::Stage;
use besace_model::kinds::progress::{Progress, ProgressCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Shown};
use crate::requests::requests;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};

mod reading;

/// Why something of one's progress waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum ProgressWait {
    /// The next step of the welcome.
    WelcomeStep,
}

requests! {
    /// What screens ask of members' progress.
    ProgressRequest, ProgressAnswer, ProgressViews by reader {
        /// Newcomers whose progress the reader reads and who have a step ahead of them, the longest stuck first.
        Newcomers {
            /// Which rows.
            window: Window,
        } -> Page<NewcomerRow> = reader.newcomers(*window),
    }
}

/// A newcomer, and where they are.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct NewcomerRow {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Where they stand in the cooperative.
    pub stage: Option<Stage>,
    /// Steps ticked.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
    /// The first step that is not ticked.
    pub next_step: Ulid,
    /// What it is called.
    pub next_title: String,
    /// When they last ticked a step; empty when never.
    pub last_at: String,
}

impl Shown for Progress {
    fn collection(word: &str) -> &'static str {
        if word == "tickGuide" { "ticks" } else { "read" }
    }

    fn waits(reader: &crate::views::ViewReader<'_>) -> Vec<WaitingItem> {
        reader.welcome_waits().into_iter().collect()
    }
}

impl Checked for ProgressCommand {}
